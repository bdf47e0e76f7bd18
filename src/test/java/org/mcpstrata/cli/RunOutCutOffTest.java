package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;

/**
 * The run-out cut-off of {@code --as-of} (founding decision 17, inputs.md 1.4 rule 10). Emergency department visits of
 * 2025 show it best: every counted visit of these people is one claim.
 */
class RunOutCutOffTest {
    private static final String PAYER = "one-payer";

    /** Delivers the same, but says that its claims end in June. */
    private static final String HALF_A_YEAR = "half-a-year";

    private static final String MONTHS = "DQ42_PERIOD_DELIVERED";

    private static final String ELIGIBILITY =
            "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type\n"
                    + "always,1970-05-01,female,2024-01-01,9999-12-31,COMMERCIAL\n"
                    + "paid-late,1970-05-02,female,2024-01-01,9999-12-31,COMMERCIAL\n"
                    + "loaded-late,1970-05-03,female,2024-01-01,9999-12-31,COMMERCIAL\n"
                    + "corrected-late,1970-05-04,female,2024-01-01,9999-12-31,COMMERCIAL\n";

    /** The claim of {@code corrected-late} was withdrawn in March by a newer version that is denied. */
    private static final String CLAIMS =
            "member_id,claim_id,claim_line_number,claim_type,record_version,adjustment_type,"
                    + "load_date,claim_start_date,claim_end_date,place_of_service_code,hcpcs_code,claim_status,line_status,"
                    + "paid_date\n"
                    + "always,c1,1,professional,0,ORIGINAL,,2025-06-01,2025-06-01,23,99284,paid,paid,\n"
                    + "always,c2,1,professional,0,ORIGINAL,,2025-07-01,2025-07-01,23,99284,paid,paid,2026-02-28\n"
                    + "paid-late,c3,1,professional,0,ORIGINAL,,2025-06-01,2025-06-01,23,99284,paid,paid,2026-03-01\n"
                    + "loaded-late,c4,1,professional,0,ORIGINAL,2026-03-01,2025-06-01,2025-06-01,23,99284,paid,paid,2026-01-10\n"
                    + "corrected-late,c5,1,professional,0,ORIGINAL,,2025-06-01,2025-06-01,23,99284,paid,paid,2026-01-10\n"
                    + "corrected-late,c5,1,professional,1,ADJUSTMENT,,2025-06-01,2025-06-01,23,99284,denied,denied,2026-03-01\n";

    @TempDir
    static Path folder;

    private static Map<String, Map<String, String>> everything;
    private static Map<String, Map<String, String>> cutOff;
    private static Map<String, Map<String, String>> laterThanAll;
    private static String printed;

    @BeforeAll
    static void runs() throws IOException {
        assertThat(CommandLineRun.of("generate", "--people", "40", "--seed", "7", "--out", landing())
                        .exitCode())
                .isZero();
        new DropDraft(Path.of(landing()), PAYER, "d1")
                .createdAt("2026-04-01T00:00:00Z")
                .csv("eligibility.csv", "eligibility", ELIGIBILITY, 4)
                .csv("claims.csv", "medical_claim", CLAIMS, 6)
                .send();
        new DropDraft(Path.of(landing()), HALF_A_YEAR, "d1")
                .createdAt("2026-04-01T00:00:00Z")
                .set(manifest ->
                        manifest.putObject("period").put("start", "2024-01-01").put("end", "2025-06-30"))
                .csv("eligibility.csv", "eligibility", ELIGIBILITY, 4)
                .csv("claims.csv", "medical_claim", CLAIMS, 6)
                .send();
        everything = run("everything");
        cutOff = run("cut-off", "--as-of", "2026-02-28");
        laterThanAll = run("later", "--as-of", "2026-03-31");
    }

    @Test
    void claimPaidOrLoadedAfterTheCutOffDoesNotCount() {
        assertThat(visits(everything, "paid-late")).isEqualTo("1");
        assertThat(visits(cutOff, "paid-late")).isEqualTo("0");
        assertThat(visits(everything, "loaded-late")).isEqualTo("1");
        assertThat(visits(cutOff, "loaded-late")).isEqualTo("0");
    }

    @Test
    void claimOfTheLastDayAndClaimWithoutSuchADayCount() {
        assertThat(visits(everything, "always")).isEqualTo("2");
        assertThat(visits(cutOff, "always")).isEqualTo("2");
    }

    @Test
    void correctionOfLaterDoesNotReachBackBehindTheCutOff() {
        assertThat(visits(everything, "corrected-late")).isEqualTo("0");
        assertThat(visits(cutOff, "corrected-late")).isEqualTo("1");
    }

    @Test
    void personWhoseOnlyClaimIsLeftOutStaysAPerson() {
        assertThat(cutOff.keySet()).isEqualTo(everything.keySet());
        assertThat(everything.keySet()).anyMatch(key -> key.contains("\"paid-late\""));
    }

    /** Of Medicare's claims only headers say when they were loaded; their lines are in a file of their own. */
    @Test
    void linesLeaveWithTheHeaderThatAloneIsDated() throws IOException {
        run("middle", "--as-of", "2025-06-30");
        Map<String, String> all = rule("everything", "medicare-ffs", "DQ23_LINES_AND_HEADERS");
        Map<String, String> middle = rule("middle", "medicare-ffs", "DQ23_LINES_AND_HEADERS");

        assertThat(new BigDecimal(middle.get("denominator")))
                .isPositive()
                .isLessThan(new BigDecimal(all.get("denominator")));
        assertThat(middle).containsEntry("bad", "0").containsEntry("status", all.get("status"));
        assertThat(rule("middle", "medicare-ffs", MONTHS))
                .as("nothing is known of the months after the cut-off")
                .containsEntry("bad", "6")
                .containsEntry("status", "FAIL");
    }

    /** Its members are covered on, so that their member months go on too: a low rate of visits must not stand alone. */
    @Test
    void payerWhoseDeliveriesEndInTheMiddleOfTheYearIsMarked() throws IOException {
        assertThat(rule("everything", HALF_A_YEAR, MONTHS))
                .containsEntry("denominator", "12")
                .containsEntry("bad", "6")
                .containsEntry("status", "FAIL");
        assertThat(rule("everything", PAYER, MONTHS)).containsEntry("bad", "0").containsEntry("status", "PASS");
        assertThat(rule("everything", "clinical-registry", MONTHS)).containsEntry("status", "NO_DATA");

        Map<String, String> half = visitsOf("payer:" + HALF_A_YEAR);
        assertThat(half).containsEntry("quality_mark", "MARKED").containsEntry("quality_rules", "[\"" + MONTHS + "\"]");
        assertThat(new BigDecimal(half.get("exposure")))
                .isEqualByComparingTo(visitsOf("payer:" + PAYER).get("exposure"));
        assertThat(visitsOf("payer:" + PAYER)).containsEntry("quality_mark", "OK");
        assertThat(printed).contains("marked for " + MONTHS);
    }

    @Test
    void nothingElseChanges() {
        List<String> changed = new ArrayList<>();
        everything.forEach((key, row) -> {
            if (!row.equals(cutOff.get(key))) {
                changed.add(key);
            }
        });

        assertThat(changed)
                .isNotEmpty()
                // An emergency visit is also a visit at which social drivers could have been asked.
                .allMatch(key -> key.startsWith("EDU ") || key.startsWith("Q487 "))
                .allMatch(key -> key.contains("-late"));
        assertThat(laterThanAll).isEqualTo(everything);
    }

    @Test
    void cutOffIsPartOfTheRunIdAndTheOnlyInputThatDiffers() throws IOException {
        JsonNode all = runJson("everything");
        JsonNode cut = runJson("cut-off");
        JsonNode later = runJson("later");

        assertThat(List.of(
                        all.path("runId").asText(),
                        cut.path("runId").asText(),
                        later.path("runId").asText()))
                .doesNotHaveDuplicates();
        assertThat(cut.path("inputs").path("as of").asText()).isEqualTo("2026-02-28");
        for (String input : List.of("measures", "program", "period", "drop " + PAYER + "/d1")) {
            assertThat(cut.path("inputs").path(input).asText())
                    .isEqualTo(all.path("inputs").path(input).asText())
                    .isNotEmpty();
        }
        assertThat(cut.path("inputs")).hasSameSizeAs(all.path("inputs"));
    }

    @Test
    void aTableThatTheProgramDoesNotAskForIsRefusedWithItsName() {
        CommandLineRun export = CommandLineRun.of(
                "export",
                "--out",
                folder.resolve("everything").toString(),
                "--to",
                folder.resolve("absent").toString(),
                "--table",
                "indirect_calibration");

        assertThat(export.exitCode()).isEqualTo(2);
        assertThat(export.err()).contains("BAD_OPTION [--table]", "no table 'indirect_calibration'");
        assertThat(folder.resolve("absent/indirect_calibration.csv")).doesNotExist();
    }

    /** Emergency department visits of one member of the hand-made payer. */
    private static String visits(Map<String, Map<String, String>> verdicts, String member) {
        return verdicts.entrySet().stream()
                .filter(verdict -> verdict.getKey().startsWith("EDU with outliers ")
                        && verdict.getKey().contains('"' + PAYER + '"')
                        && verdict.getKey().contains('"' + member + '"'))
                .map(verdict -> new BigDecimal(verdict.getValue().get("observation"))
                        .stripTrailingZeros()
                        .toPlainString())
                .reduce((one, other) -> "several persons")
                .orElse("no person");
    }

    /** What a rule about all drops of a payer found. */
    private static Map<String, String> rule(String run, String payer, String rule) throws IOException {
        return row(run, "dq_result", Map.of("payer", payer, "rule", rule));
    }

    private static Map<String, String> visitsOf(String payerScope) throws IOException {
        return row(
                "everything",
                "stratified_result",
                Map.of(
                        "payer_scope", payerScope,
                        "rate_id", "with outliers",
                        "entity_type", "PROGRAM",
                        "stratifier_id", "TOTAL"));
    }

    private static Map<String, String> row(String run, String table, Map<String, String> fields) throws IOException {
        String csv = folder.resolve(run + "-tables").toString();
        Path file = Path.of(csv).resolve(table + ".csv");
        if (Files.notExists(file)) {
            String out = folder.resolve(run).toString();
            assertThat(CommandLineRun.of("export", "--out", out, "--to", csv, "--table", table)
                            .exitCode())
                    .isZero();
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(NamedCsvRecord::getFieldsAsMap)
                    .filter(row -> row.entrySet().containsAll(fields.entrySet()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonNode runJson(String name) throws IOException {
        Path out = folder.resolve(name);
        String runId = Files.readString(out.resolve("CURRENT")).strip();
        return new ObjectMapper()
                .readTree(out.resolve("runs").resolve(runId).resolve("run.json").toFile());
    }

    private static String landing() {
        return folder.resolve("landing").toString();
    }

    /** Runs and reads back every verdict, by measure, rate and the members the person is. */
    private static Map<String, Map<String, String>> run(String name, String... options) throws IOException {
        String out = folder.resolve(name).toString();
        List<String> command =
                new ArrayList<>(List.of("run", "--landing", landing(), "--out", out, "--period", "2025", "--quiet"));
        command.addAll(List.of(options));
        CommandLineRun done = CommandLineRun.of(command.toArray(String[]::new));
        assertThat(done.exitCode()).isZero();
        printed = done.out();
        String csv = folder.resolve(name + "-csv").toString();
        assertThat(CommandLineRun.of(
                                "export", "--out", out, "--to", csv, "--table", "member_result", "--omit", "run_id")
                        .exitCode())
                .isZero();
        Map<String, Map<String, String>> verdicts = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of(csv).resolve("member_result.csv"))) {
            for (NamedCsvRecord row : rows) {
                String key = String.join(
                        " ", row.getField("measure_id"), row.getField("rate_id"), row.getField("source_members"));
                verdicts.put(key, row.getFieldsAsMap());
            }
        }
        return verdicts;
    }
}
