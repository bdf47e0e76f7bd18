package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.promise.LocalRun;

/**
 * A plan of forty people of 55 with three visits a month each, delivered every two months: of September and October three
 * quarters are missing, one provider of forty is unknown, the last drop states another line of business, and nobody was ever
 * screened for anything. One drop more was withdrawn.
 */
class TrendRulesThroughTheFrontDoorTest {
    private static final String PAYER = "prairie-plan";
    private static final String WITHDRAWN = "withdrawn";
    private static final int MEMBERS = 40;
    private static final int VISITS = 3;
    private static final String KNOWN = "9100010096";
    private static final String UNKNOWN = "9200020037";

    private static RunOutcome outcome;
    private static RunOutcome withoutTheWithdrawn;
    private static SparkSession spark;
    private static List<Row> findings;
    private static List<Row> results;
    private static Path out;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        Path landing = folder.resolve("landing");
        for (int first = 1; first <= 11; first += 2) {
            deliver(landing, "d%02d".formatted(first), first, first == 9 ? MEMBERS / 4 : MEMBERS);
        }
        deliver(landing, WITHDRAWN, 3, 1);
        out = folder.resolve("out");
        outcome = LocalRun.run(landing, out);
        remove(landing.resolve(PAYER).resolve(WITHDRAWN));
        withoutTheWithdrawn = LocalRun.run(landing, folder.resolve("again"));
        spark = QuerySession.start();
        findings = rows("dq_result");
        results = rows("stratified_result");
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static void deliver(Path landing, String drop, int firstMonth, int members) {
        YearMonth first = YearMonth.of(2025, firstMonth);
        StringBuilder claims = new StringBuilder("member_id,claim_id,claim_line_number,claim_type,record_version,"
                + "adjustment_type,claim_start_date,claim_end_date,place_of_service_code,hcpcs_code,rendering_npi,"
                + "claim_status,line_status\n");
        for (int line = 0; line < members * VISITS * 2; line++) {
            int member = line % members;
            String day = first.plusMonths(line % 2).atDay(10 + line / 2 % 10).toString();
            claims.append(String.join(",", "m" + member, drop + "-" + line, "1", "professional", "0", "ORIGINAL"))
                    .append(',')
                    .append(String.join(",", day, day, "11", "99213", member == 0 ? UNKNOWN : KNOWN, "paid", "paid\n"));
        }
        DropDraft draft = new DropDraft(landing, PAYER, drop)
                .createdAt(first.plusMonths(2) + "-15T12:00:00Z")
                .set(manifest -> manifest.put("lineOfBusiness", firstMonth == 11 ? "MARKETPLACE" : "COMMERCIAL"))
                .set(manifest -> manifest.putObject("period")
                        .put("start", first.atDay(1).toString())
                        .put("end", first.plusMonths(1).atEndOfMonth().toString()))
                .csv("claims.csv", "medical_claim", claims.toString(), members * VISITS * 2L);
        if (firstMonth == 1) {
            draft.csv("eligibility.csv", "eligibility", eligibility(), MEMBERS)
                    .file(
                            "providers.txt",
                            "provider",
                            "apcd-cdl",
                            providers().getBytes(StandardCharsets.UTF_8),
                            1,
                            entry -> entry.put("layoutVersion", "2"));
        }
        if (firstMonth == 11) {
            draft.set(manifest -> manifest.putArray("supersedes").add(WITHDRAWN));
        }
        draft.send();
    }

    private static String eligibility() {
        StringBuilder members = new StringBuilder(
                "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type,address_state\n");
        for (int i = 0; i < MEMBERS; i++) {
            members.append("m" + i + ",1970-05-01,female,2024-01-01,9999-12-31,COMMERCIAL,CO\n");
        }
        return members.toString();
    }

    private static String providers() {
        return "HD|PRAIRI|PRAIRI|Invented Plan|PV|202501|202512|P|\n"
                + "PRAIRI|PRAIRI|PRC001||991000037|2|" + KNOWN
                + "|||||Invented Practice 01||||CO||||261QP2300X|||||||||PV\n"
                + "TR|PRAIRI|PRAIRI|Invented Plan|PV|20250315||1\n";
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Row> rows(String table) {
        return spark.read()
                .parquet(out.resolve("runs/" + outcome.runId() + "/restricted/" + table)
                        .toString())
                .collectAsList();
    }

    private static List<String> found(String rule) {
        return findings.stream()
                .filter(row -> row.<String>getAs("rule").equals(rule))
                .map(row -> row.getAs("drop") + " " + row.getAs("bad") + "/" + row.getAs("denominator") + " "
                        + row.getAs("status"))
                .toList();
    }

    @Test
    void dropWithAQuarterOfItsClaimsIsFarOffAndNoOtherIs() {
        assertThat(found("DQ34_VOLUME_STEADY"))
                .containsExactly(
                        "d01 0/0 NO_DATA",
                        "d03 0/0 NO_DATA",
                        "d05 0/0 NO_DATA",
                        "d07 0/240 PASS",
                        "d09 180/240 FAIL",
                        "d11 0/240 PASS");
    }

    @Test
    void monthsWithAQuarterOfTheirClaimsHaveNotComeIn() {
        assertThat(found("DQ35_RUN_OUT_COMPLETE")).containsExactly("null 2/12 FAIL");
    }

    @Test
    void linesOfAProviderWhomNobodyDeliveredAreCounted() {
        // Of the fuller drops one member in forty, of the thin one in ten; a withdrawn drop is not looked at.
        assertThat(found("DQ26_PROVIDER_KNOWN")).containsExactly("null 36/1260 PASS");
    }

    @Test
    void measuresWhoseCodesNobodyHasAreMarkedAndNoOthers() {
        Row rule = findings.stream()
                .filter(row -> row.<String>getAs("rule").equals("DQ39_CODES_OCCUR"))
                .findFirst()
                .orElseThrow();
        List<String> without = rule.getList(rule.fieldIndex("measures"));
        assertThat(without).contains("CMS130", "Q487").doesNotContain("EDU", "PCPCM", "TPCC", "CMS122");
        assertThat(rule.<String>getAs("status")).isEqualTo("FAIL");
        for (Row row : results) {
            assertThat(rules(row).contains("DQ39_CODES_OCCUR"))
                    .as("%s %s", row.getAs("measure_id"), row.getAs("payer_scope"))
                    .isEqualTo(without.contains(row.<String>getAs("measure_id")));
        }
    }

    @Test
    void severeTrendsMarkMeasuresThatReadClaimsAndNeverBlock() {
        assertThat(results)
                .filteredOn(row -> !rules(row).contains("PAYERS_POOLED"))
                .noneMatch(row -> row.getAs("quality_mark").equals("BLOCKED"));
        for (Row row : results) {
            boolean readsClaims = !row.<String>getAs("measure_id").equals("PCPCM");
            assertThat(rules(row).contains("DQ34_VOLUME_STEADY")).isEqualTo(readsClaims);
            assertThat(rules(row).contains("DQ35_RUN_OUT_COMPLETE")).isEqualTo(readsClaims);
        }
    }

    private static List<String> rules(Row result) {
        return result.getList(result.fieldIndex("quality_rules"));
    }

    @Test
    void changedLineOfBusinessIsToldAtTheDropAndNothingElseIsWrong() throws IOException {
        assertThat(outcome.problems())
                .extracting(Problem::toString)
                .containsExactly("LINE_OF_BUSINESS_CHANGED [prairie-plan/d11] "
                        + ProblemCode.LINE_OF_BUSINESS_CHANGED.meaning() + " From COMMERCIAL to MARKETPLACE. "
                        + ProblemCode.LINE_OF_BUSINESS_CHANGED.remedy());
        assertThat(Files.readString(out.resolve("drops/prairie-plan/d11/report.md")))
                .contains("| LINE_OF_BUSINESS_CHANGED |");
        assertThat(Files.readString(out.resolve("drops/prairie-plan/d09/report.md")))
                .doesNotContain("LINE_OF_BUSINESS_CHANGED");
    }

    @Test
    void withdrawnDropChangesNoByteWhetherItIsStillThereOrNot() throws IOException {
        assertThat(withoutTheWithdrawn.runId()).isEqualTo(outcome.runId());
        assertThat(files(out.resolveSibling("again"), withoutTheWithdrawn)).isEqualTo(files(out, outcome));
    }

    private static SortedMap<String, String> files(Path of, RunOutcome run) throws IOException {
        Path folder = of.resolve("runs").resolve(run.runId());
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        Digests.text(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)));
            }
        }
        return files;
    }
}
