package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The Medicare fee-for-service drop: CCLF files of the 2023 layout with their control file, and three side files. */
final class MedicareDrop implements PayerDrop {
    private final DropFolder folder;
    private final Timeline timeline;
    private final List<ControlEntry> controlled = new ArrayList<>();
    private final CclfInstitutional institutional;
    private final CclfProfessional professional;
    private final CclfDrugs drugs;
    private final CclfBeneficiary beneficiary;
    private final MedicareSideFiles sideFiles;
    private final AttributionFile attribution;

    /** A line of CCLF0. */
    private record ControlEntry(char number, String description, int width, DeliveredFile file) {}

    MedicareDrop(Path landing, Timeline timeline) throws IOException {
        this.timeline = requireNonNull(timeline, "timeline");
        Payer payer = Payer.MEDICARE_FFS;
        this.folder = DropFolder.create(landing, payer.id(), payer.lineOfBusiness(), timeline);
        this.institutional = new CclfInstitutional(
                open(
                        '1',
                        "Part A Claims Header File",
                        437,
                        cclf('1').withTotals().gzipped()),
                open(
                        '2',
                        "Part A Claims Revenue Center Detail File",
                        199,
                        cclf('2').withTotals().gzipped()),
                open('3', "Part A Procedure Code File", 114, cclf('3')),
                open('4', "Part A Diagnosis Code File", 112, cclf('4').gzipped()),
                timeline);
        this.professional = new CclfProfessional(
                open('5', "Part B Physicians File", 388, cclf('5').withTotals().gzipped()),
                open('6', "Part B DME File", 247, cclf('6')),
                timeline);
        this.drugs = new CclfDrugs(open('7', "Part D File", 195, cclf('7').gzipped()), timeline);
        this.beneficiary = new CclfBeneficiary(
                open('8', "Beneficiary Demographics File", 549, cclf('8').gzipped()),
                open('9', "Bene XREF File", 55, cclf('9')),
                timeline);
        this.sideFiles = new MedicareSideFiles(
                folder.open(FileForm.csv("eligibility")),
                folder.open(FileForm.csv("demographics")),
                beneficiary,
                timeline);
        this.attribution = new AttributionFile(folder.open(FileForm.csv("attribution")), payer);
    }

    private DeliveredFile open(char number, String description, int width, FileForm form) throws IOException {
        DeliveredFile file = folder.open(form);
        controlled.add(new ControlEntry(number, description, width, file));
        return file;
    }

    private FileForm cclf(char number) {
        String day = timeline.asOf().format(DateTimeFormatter.ofPattern("yyMMdd"));
        String name = "P.A9999.ACO.ZC" + number + "Y" + day.substring(0, 2) + ".D" + day + ".T0600001";
        return FileForm.plain(name, "cclf" + number, "cclf", "38");
    }

    @Override
    public void write(SyntheticPerson person) throws IOException {
        if (!person.coverage().has(Payer.MEDICARE_FFS)) {
            return;
        }
        beneficiary.write(person);
        sideFiles.write(person);
        attribution.write(person.coverage().currentMbi(), person);
        for (Claim claim : person.care().claims()) {
            if (person.coverage().pays(Payer.MEDICARE_FFS, claim.from())) {
                if (claim.setting().institutional()) {
                    institutional.write(person, claim);
                } else {
                    professional.write(person, claim);
                }
            }
        }
        for (Fill fill : person.care().fills()) {
            if (person.coverage().pays(Payer.MEDICARE_FFS, fill.day())) {
                drugs.write(person, fill);
            }
        }
    }

    @Override
    public void close() throws IOException {
        DeliveredFile control = folder.open(cclf('0'));
        control.frame("File Number  |File Description    |Total Records Count |Record Length");
        for (ControlEntry entry : controlled) {
            FixedRecord line = new FixedRecord(70)
                    .text(1, 7, "CCLF" + entry.number())
                    .text(8, 1, "|")
                    .text(9, 43, entry.description())
                    .text(52, 1, "|")
                    .text(64, 1, "|");
            rightJustified(line, 53, 11, entry.file().records());
            rightJustified(line, 65, 5, entry.width());
            control.record(line);
        }
        folder.close();
    }

    private static void rightJustified(FixedRecord line, int start, int width, long value) {
        String text = Long.toString(value);
        line.text(start + width - text.length(), text.length(), text);
    }
}
