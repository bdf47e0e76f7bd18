package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The drop of a payer that writes APCD-CDL files: eligibility, medical and pharmacy claims, providers, attribution. */
final class ApcdDrop implements PayerDrop {
    private final ApcdForm form;
    private final Timeline timeline;
    private final DropFolder folder;
    private final List<FramedFile> framed = new ArrayList<>();
    private final ApcdEligibility eligibility;
    private final ApcdMedical medical;
    private final ApcdPharmacy pharmacy;
    private final AttributionFile attribution;

    /** A file between its HD and its TR record. */
    private record FramedFile(String kind, DeliveredFile file) {}

    ApcdDrop(Path landing, Payer payer, Timeline timeline) throws IOException {
        this.form = ApcdForm.of(payer);
        this.timeline = requireNonNull(timeline, "timeline");
        this.folder = DropFolder.create(landing, payer.id(), payer.lineOfBusiness(), timeline);
        this.eligibility = new ApcdEligibility(open("ME", "member-eligibility"), form, timeline);
        this.medical = new ApcdMedical(open("MC", "medical-claims"), form, timeline);
        this.pharmacy = new ApcdPharmacy(open("PC", "pharmacy-claims"), form, timeline);
        new ApcdProviders(open("PV", "provider"), form).writeAll();
        this.attribution = new AttributionFile(folder.open(FileForm.csv("attribution")), payer);
    }

    private DeliveredFile open(String kind, String type) throws IOException {
        String name = form.submitter() + kind
                + month(timeline.asOf().getYear(), timeline.asOf().getMonthValue()) + "P01.txt";
        FileForm plain = FileForm.plain(name, type, "apcd-cdl", "2");
        FileForm counted = kind.equals("MC") || kind.equals("PC") ? plain.withTotals() : plain;
        boolean small = kind.equals("PV") || kind.equals("PC") && form.payer() == Payer.BLUESTONE;
        DeliveredFile file = folder.open(small ? counted : counted.gzipped());
        file.frame(String.join(
                "|",
                "HD",
                form.submitter(),
                form.submitter(),
                form.name(),
                kind,
                month(timeline.year() - 1, 1),
                month(timeline.asOf().getYear(), timeline.asOf().getMonthValue()),
                "P",
                ""));
        framed.add(new FramedFile(kind, file));
        return file;
    }

    private static String month(int year, int month) {
        return Identifiers.digits(year * 100L + month, 6);
    }

    @Override
    public void write(SyntheticPerson person) throws IOException {
        Payer payer = form.payer();
        if (!person.coverage().has(payer)) {
            return;
        }
        String member = "";
        for (Enrollment span : person.coverage().enrollments()) {
            if (span.payer() == payer) {
                member = span.memberId();
                eligibility.write(person, span);
            }
        }
        attribution.write(member, person);
        for (Claim claim : person.care().claims()) {
            boolean second = person.coverage().paysSecond(payer, claim.from());
            if (second || person.coverage().pays(payer, claim.from())) {
                medical.write(person, member, claim, second);
            }
        }
        for (Fill fill : person.care().fills()) {
            if (person.coverage().pays(payer, fill.day())) {
                pharmacy.write(person, member, fill);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (FramedFile each : framed) {
            each.file()
                    .frame(String.join(
                            "|",
                            "TR",
                            form.submitter(),
                            form.submitter(),
                            form.name(),
                            each.kind(),
                            PipeRow.basic(timeline.asOf()),
                            "",
                            Long.toString(each.file().records())));
        }
        folder.close();
    }
}
