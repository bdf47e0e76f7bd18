package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.layout.RifLayout;
import org.mcpstrata.layout.RifLine;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Research files through the front door: those of the Beneficiary FHIR Data project, unchanged, and hand-made ones. */
class RifFilesTest {
    private static Intake intake;

    @TempDir
    Path landing;

    @TempDir
    Path out;

    @BeforeAll
    static void start() {
        intake = new Intake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    private DropDraft draft(String drop) {
        return new DropDraft(landing, "medicare", drop).set(manifest -> manifest.put("lineOfBusiness", "MEDICARE_FFS"));
    }

    /** Data lines of a file, which may lack the end of its last line. */
    private static long records(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines().count() - 1;
    }

    private static DropDraft add(DropDraft draft, Path file, String type) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return draft.file(file.getFileName().toString(), type, "rif", content, records(content));
    }

    private static String typeOf(Path file) {
        String name = file.getFileName().toString();
        return RifLayout.FILE_TYPES.stream().filter(name::contains).findFirst().orElse("");
    }

    /** Claims and ten years of three beneficiaries; the file called 2018 is the one of 2019 once more. */
    private static DropDraft synthea(DropDraft draft, String without) throws IOException {
        for (Path file : RealFiles.files(RealFiles.folder("bfd-rif/rif-synthea"))) {
            if (!file.getFileName().toString().matches("export_summary.csv|beneficiary_history.csv" + without)) {
                add(draft, file, typeOf(file));
            }
        }
        return draft;
    }

    @Test
    void theSameYearOfThreeBeneficiariesTwiceIsAllThatIsWrong() throws IOException {
        synthea(draft("d1"), "").send();

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result)).containsExactly("medicare/d1 QUARANTINED");
        assertThat(reasons(result, 0)).containsExactly("TOO_MANY_REJECTS ", "DUPLICATE_KEY ");
        assertThat(result.outcomes().get(0).files())
                .allSatisfy(file ->
                        assertThat(file.accepted() + file.rejectedRecords()).isEqualTo(file.delivered()))
                .filteredOn(file -> file.rejectedRecords() > 0)
                .extracting(FileOutcome::name, FileOutcome::rejectedRecords)
                .containsExactly(tuple("beneficiary_2019.csv", 3L));
    }

    @Test
    void everyLineOfThreeBeneficiariesOfTenYearsIsAccepted() throws IOException {
        synthea(draft("d1"), "|beneficiary_2018.csv").send();

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result)).containsExactly("medicare/d1 ACCEPTED");
        assertThat(result.outcomes().get(0).problems()).isEmpty();
        assertThat(result.outcomes().get(0).files())
                .allSatisfy(file -> assertThat(file.accepted()).isEqualTo(file.delivered()));
        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
        assertThat(intake.rows(result, Table.PATIENT)).hasSize(30);
        assertThat(intake.rows(result, Table.PHARMACY_CLAIM)).hasSize(18);
        // 222 supplier lines, and 125 institutional ones that each tell their claim as well
        assertThat(intake.rows(result, Table.MEDICAL_CLAIM)).hasSize(222 + 2 * 125);
        assertThat(new TreeSet<>(intake.rows(result, Table.ELIGIBILITY).stream()
                        .filter(row -> row.date("enrollment_start_date").getYear() == 2021)
                        .filter(row -> !Boolean.FALSE.equals(row.flag(Table.ELIGIBILITY.column("medical_coverage"))))
                        .map(row -> row.memberId()
                                + ' '
                                + row.date("enrollment_start_date").getMonthValue())
                        .toList()))
                .as("five months; one of the three was in a Medicare Advantage plan")
                .containsExactly(
                        "-1000014 1",
                        "-1000014 2",
                        "-1000014 3",
                        "-1000014 4",
                        "-1000014 5",
                        "-1000018 1",
                        "-1000018 2",
                        "-1000018 3",
                        "-1000018 4",
                        "-1000018 5");
    }

    @Test
    void everyLineOfTheSubstanceUseClaimsIsAccepted() throws IOException {
        DropDraft draft = draft("samhsa");
        for (Path file : RealFiles.files(RealFiles.folder("bfd-rif/rif-static-samples/samhsa"))) {
            add(draft, file, typeOf(file));
        }
        draft.send();

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result)).containsExactly("medicare/samhsa ACCEPTED");
        assertThat(result.outcomes().get(0).files()).hasSize(7).allSatisfy(file -> assertThat(file.accepted())
                .isEqualTo(file.delivered()));
        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
    }

    @Test
    void handMadeEdgeCasesAreRejectedForWhatIsWrongWithThem() throws IOException {
        Path samples = RealFiles.folder("bfd-rif/rif-static-samples");
        add(draft("backslash"), samples.resolve("sample-a-beneficiaries-with-backslash.txt"), "beneficiary")
                .send();
        add(draft("bar"), samples.resolve("sample-a-inpatient-with-four-character-drg-code.txt"), "inpatient")
                .send();
        add(draft("history"), samples.resolve("sample-a-beneficiaryhistory.txt"), "beneficiary")
                .send();
        add(draft("lines"), samples.resolve("sample-a-bcarrier-multiple-lines.txt"), "carrier")
                .send();
        add(draft("year"), samples.resolve("sample-a-beneficiaries-without-reference-year.txt"), "beneficiary")
                .send();

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result))
                .containsExactly(
                        "medicare/backslash QUARANTINED",
                        "medicare/bar QUARANTINED",
                        "medicare/history REJECTED",
                        "medicare/lines ACCEPTED",
                        "medicare/year QUARANTINED");
        assertThat(reasons(result, 0)).as("its MBI is none").contains("FIELD_VALUE MBI_NUM");
        assertThat(reasons(result, 1))
                .as("its lines end in a bar that the header lacks")
                .contains("RECORD_SHAPE ");
        assertThat(reasons(result, 2)).as("another kind of file").contains("HEADER_INVALID ");
        assertThat(reasons(result, 4)).contains("FIELD_MISSING RFRNC_YR");
    }

    private static List<String> reasons(IngestResult result, int drop) {
        return result.outcomes().get(drop).problems().stream()
                .map(problem -> problem.code() + " " + problem.place().field())
                .distinct()
                .toList();
    }

    private static byte[] file(RifLine... lines) {
        StringBuilder text = new StringBuilder(lines[0].headerText()).append('\n');
        for (RifLine line : lines) {
            text.append(line.text()).append('\n');
        }
        return DropDraft.bytes(text.toString());
    }

    @Test
    void theSameLineOfAClaimTwiceInOneDropIsADuplicate() {
        RifLine first = RifLine.claim("carrier").set("LINE_NCH_PMT_AMT", "1.00");
        RifLine again = RifLine.claim("carrier").set("LINE_NCH_PMT_AMT", "2.00");
        RifLine other = RifLine.claim("carrier").set("LINE_NUM", "2");
        draft("d1")
                .file("carrier.txt", "carrier", "rif", file(first, again, other), 3)
                .send();

        IngestResult result = intake.read(landing, out);

        assertThat(result.outcomes().get(0).problems())
                .extracting(Problem::code)
                .contains(ProblemCode.DUPLICATE_KEY);
    }

    @Test
    void theControlTotalAddsWhatEveryRecordSays() {
        RifLine one = RifLine.claim("outpatient").set("CLM_PMT_AMT", "10.50");
        RifLine two = RifLine.claim("outpatient").set("CLM_LINE_NUM", "2").set("CLM_PMT_AMT", "10.50");
        RifLine line = RifLine.claim("carrier").set("CLM_PMT_AMT", "99.00").set("LINE_NCH_PMT_AMT", "7.25");
        draft("right")
                .file("op.txt", "outpatient", "rif", file(one, two), 2, total("21.00"))
                .file("carrier.txt", "carrier", "rif", file(line), 1, total("7.25"))
                .send();
        draft("wrong")
                .file("op.txt", "outpatient", "rif", file(one, two), 2, total("10.50"))
                .send();

        draft("nobody-pays")
                .file("bene.txt", "beneficiary", "rif", file(RifLine.beneficiary(2025)), 1, total("5.00"))
                .send();

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result))
                .containsExactly("medicare/nobody-pays REJECTED", "medicare/right ACCEPTED", "medicare/wrong REJECTED");
        assertThat(result.outcomes().get(1).files())
                .extracting(FileOutcome::paidDelivered)
                .containsExactlyInAnyOrder(new BigDecimal("21.00"), new BigDecimal("7.25"));
        assertThat(reasons(result, 2)).containsExactly("CONTROL_TOTAL_MISMATCH paidAmount");
    }

    private static Consumer<ObjectNode> total(String amount) {
        return entry -> entry.putObject("controlTotals").put("paidAmount", amount);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoPartOfNamesOrValues() {
        String text = "\uFEFF" + new String(file(RifLine.fill()), StandardCharsets.UTF_8).replace("\n", "\r\n");
        draft("d1").file("pde.txt", "pde", "rif", DropDraft.bytes(text), 1).send();
        draft("packed")
                .file("pde.txt.gz", "pde", "rif", DropDraft.gzip(DropDraft.bytes(text)), 1)
                .send();

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result)).containsExactly("medicare/d1 ACCEPTED", "medicare/packed ACCEPTED");
    }
}
