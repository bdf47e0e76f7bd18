package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.layout.RifLine;
import org.mcpstrata.model.Progress;
import org.mcpstrata.run.QualityRun;
import org.mcpstrata.run.QuerySession;
import org.mcpstrata.run.RunOptions;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.time.MeasurementPeriod;

/** Medicare's research files from a landing folder to the populations and visits of people. */
class RifThroughTheFrontDoorTest {
    private static final String COVERED = "-1";
    private static final String IN_A_PLAN = "-2";

    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        spark = QuerySession.start();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private List<Row> run() {
        RunOptions options = RunOptions.of(
                        folder.resolve("landing").toString(),
                        folder.resolve("out").toString(),
                        new MeasurementPeriod(2025),
                        Path.of("measures"))
                .build();
        RunOutcome outcome =
                QualityRun.execute(options, QuerySession.context(spark), Clock.systemUTC(), Progress.SILENT);
        assertThat(outcome.problems()).isEmpty();
        Path run =
                Path.of(new org.apache.hadoop.fs.Path(outcome.folder()).toUri().getPath());
        return spark.read()
                .parquet(run.resolve("restricted/member_result").toString())
                .collectAsList();
    }

    private DropDraft draft(String drop, String createdAt) {
        return new DropDraft(folder.resolve("landing"), "research", drop)
                .set(manifest -> manifest.put("lineOfBusiness", "MEDICARE_FFS"))
                .createdAt(createdAt);
    }

    private static void add(DropDraft draft, String type, RifLine... lines) {
        StringBuilder text = new StringBuilder(lines[0].headerText()).append('\n');
        for (RifLine line : lines) {
            text.append(line.text()).append('\n');
        }
        draft.file(type + ".txt", type, "rif", DropDraft.bytes(text.toString()), lines.length);
    }

    private static RifLine year(String member, int year, String plan) {
        RifLine line = RifLine.beneficiary(year)
                .set("BENE_ID", member)
                .set("BENE_BIRTH_DT", "05-MAY-1960")
                .set("BENE_SEX_IDENT_CD", "2")
                .set("BENE_RACE_CD", "1")
                .set("STATE_CODE", "22");
        for (int month = 1; month <= 12; month++) {
            line.set("MDCR_ENTLMT_BUYIN_" + month + "_IND", "3").set("HMO_" + month + "_IND", plan);
        }
        return line;
    }

    private static RifLine visit(String member, String claim, int line, String code) {
        return RifLine.claim("carrier")
                .set("BENE_ID", member)
                .set("CLM_ID", claim)
                .set("CLM_GRP_ID", "-9" + claim.substring(1))
                .set("LINE_NUM", Integer.toString(line))
                .set("CARR_CLM_PMT_DNL_CD", "1")
                .set("LINE_PRCSG_IND_CD", "A")
                .set("PRNCPAL_DGNS_CD", "E119")
                .set("PRNCPAL_DGNS_VRSN_CD", "0")
                .set("HCPCS_CD", code);
    }

    private static RifLine emergency(String claim, int line, String day, String revenue, String code) {
        return RifLine.claim("outpatient")
                .set("CLM_ID", claim)
                .set("CLM_GRP_ID", "-9" + claim.substring(1))
                .set("CLM_FROM_DT", day)
                .set("CLM_THRU_DT", day)
                .set("REV_CNTR_DT", day)
                .set("CLM_LINE_NUM", Integer.toString(line))
                .set("CLM_FAC_TYPE_CD", "1")
                .set("CLM_SRVC_CLSFCTN_TYPE_CD", "3")
                .set("CLM_FREQ_CD", "1")
                .set("PRNCPAL_DGNS_CD", "R079")
                .set("PRNCPAL_DGNS_VRSN_CD", "0")
                .set("REV_CNTR", revenue)
                .set("HCPCS_CD", code);
    }

    private static Row row(List<Row> results, String member, String measure) {
        List<Row> found = results.stream()
                .filter(row -> row.getAs("measure_id").equals(measure)
                        && row.getList(row.fieldIndex("source_members"))
                                .toString()
                                .contains("," + member + "]"))
                .toList();
        assertThat(found).as(measure + " of " + member).isNotEmpty();
        return found.get(0);
    }

    private static List<String> scopes(Row row) {
        return list(row, "payer_scopes");
    }

    private static <T> List<T> list(Row row, String column) {
        return row.isNullAt(row.fieldIndex(column)) ? List.of() : row.getList(row.fieldIndex(column));
    }

    @Test
    void claimsOfTwoDropsEndAsOneVisitADiagnosisAndAResult() {
        DropDraft first = draft("d1", "2026-01-15T00:00:00Z");
        add(
                first,
                "beneficiary",
                year(COVERED, 2024, "0"),
                year(COVERED, 2025, "0"),
                year(IN_A_PLAN, 2024, "1"),
                year(IN_A_PLAN, 2025, "1"));
        add(
                first,
                "carrier",
                visit(COVERED, "-101", 1, "99213"),
                visit(COVERED, "-101", 2, "3044F").set("LINE_PRCSG_IND_CD", "N"),
                visit(COVERED, "-102", 1, "3046F")
                        .set("FINAL_ACTION", "N")
                        .set("CLM_FROM_DT", "05-NOV-2025")
                        .set("CLM_THRU_DT", "05-NOV-2025"),
                visit(IN_A_PLAN, "-103", 1, "99213"));
        add(
                first,
                "outpatient",
                emergency("-201", 1, "10-FEB-2025", "0450", "99284"),
                emergency("-201", 2, "10-FEB-2025", "0450", "99283"),
                emergency("-202", 1, "20-JUN-2025", "0450", "99284"),
                emergency("-203", 1, "20-SEP-2025", "0450", "99284"));
        first.send();
        DropDraft second = draft("d2", "2026-02-15T00:00:00Z");
        add(
                second,
                "outpatient",
                emergency("-202", 1, "20-JUN-2025", "0450", "99284").set("DML_IND", "DELETE"),
                emergency("-203", 1, "20-SEP-2025", "0510", "G0463").set("DML_IND", "UPDATE"));
        second.send();

        List<Row> results = run();

        Row glycemic = row(results, COVERED, "CMS122");
        assertThat(glycemic.<Boolean>getAs("denominator")).isTrue();
        assertThat(glycemic.<Boolean>getAs("numerator"))
                .as("the denied line reports a low result, the version that is not final a high one")
                .isFalse();
        assertThat(row(results, COVERED, "EDU").<Boolean>getAs("initial_population"))
                .isTrue();
        assertThat(row(results, COVERED, "EDU")
                        .getDecimal(row(results, COVERED, "EDU").fieldIndex("observation")))
                .as("two lines are one visit; one claim is deleted and one is updated to no emergency")
                .isEqualByComparingTo("1");
        assertThat(scopes(glycemic)).containsExactly("MEDICARE_FFS", "payer:research");
        assertThat(scopes(row(results, IN_A_PLAN, "CMS122"))).isEmpty();
        assertThat(row(results, COVERED, "EDU").<String>getAs("practice_id")).isEqualTo("UNATTRIBUTED-MA");
        assertThat(row(results, IN_A_PLAN, "CMS122").<Boolean>getAs("denominator"))
                .isTrue();
        assertThat(row(results, IN_A_PLAN, "EDU").<Boolean>getAs("initial_population"))
                .as("months in a plan are none of this payer's")
                .isFalse();
    }

    @Test
    void claimsOfASampleBeneficiaryMovedByFourYearsAreEvaluated() throws IOException {
        DropDraft draft = draft("d1", "2026-01-15T00:00:00Z");
        Pattern day = Pattern.compile("(\\d\\d-[A-Za-z]{3}-)(20[12]\\d)");
        for (Path file : RealFiles.files(RealFiles.folder("bfd-rif/rif-synthea"))) {
            String name = file.getFileName().toString();
            if (name.matches("(carrier|inpatient|outpatient|snf|hha|hospice|dme|pde|beneficiary_20(20|21))\\.csv")) {
                String text = day.matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .replaceAll(found -> found.group(1) + (Integer.parseInt(found.group(2)) + 4))
                        .replace("|2020|", "|2024|")
                        .replace("|2021|", "|2025|");
                String type = name.replaceAll("[_.].*", "");
                draft.file(
                        name, type, "rif", DropDraft.bytes(text), text.lines().count() - 1);
            }
        }
        draft.send();

        List<Row> results = run();

        Row screened = row(results, "-1000014", "CMS2");
        assertThat(screened.<Boolean>getAs("denominator")).isTrue();
        Row visit = screened.<Row>getList(screened.fieldIndex("evidence")).get(0);
        assertThat(visit.toString())
                .as("line 192 of the file bills the screening on 4 April 2021")
                .contains("visit to screen for depression,2025-04-04,HCPCS|G0444,")
                .contains("carrier.csv,192");
        assertThat(scopes(screened)).containsExactly("MEDICARE_FFS", "payer:research");
        assertThat(RifThroughTheFrontDoorTest.<String>list(row(results, "-1000018", "CMS122"), "reasons"))
                .as("its claims carry diabetes, on lines without any visit code")
                .contains("not: visit of diabetes care")
                .doesNotContain("not: diabetes");
        assertThat(scopes(row(results, "-1000006", "CMS2")))
                .as("in a Medicare Advantage plan in every month")
                .isEmpty();
    }
}
