package org.mcpstrata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** Pages made of rows written by hand, in a real browser. */
class ReportInABrowserTest {
    private static final String HOSTILE = "</script><img src=x onerror=\"document.title='taken'\">{{style}}";

    private static final List<TableRow> SEX =
            List.of(ReportRows.stratum("sex", "F", "Female"), ReportRows.stratum("sex", "M", "Male"));

    @TempDir
    private Path folder;

    private Chromium open(ReportHead head, ReportTables tables, List<TableRow> rows, String view) throws IOException {
        assumeTrue(Chromium.find().isPresent(), "skipped: no Chromium on this machine (Debian package chromium)");
        Path file = folder.resolve("index.html");
        Files.write(file, new RunPage(head, tables).html(List.of(ReportRows.figures(rows))));
        return Chromium.open(
                Chromium.find().orElseThrow(), folder.resolve("profile"), URI.create(file.toUri() + "#" + view));
    }

    private static String text(Chromium browser, String id) {
        return browser.evaluate("document.getElementById('" + id + "').textContent")
                .asText();
    }

    @Test
    void aHostileNameIsShownAndNotObeyed() throws IOException {
        ReportTables tables = ReportRows.tables(
                List.of(ReportRows.stratum("sex", "F", HOSTILE)),
                List.of(ReportRows.entity("PRACTICE", "P1", HOSTILE)),
                List.of());
        List<TableRow> rows = List.of(
                ReportRows.counted("PRACTICE", "P1", "TOTAL", "TOTAL", 40, 9),
                ReportRows.counted("PROGRAM", "program", "TOTAL", "TOTAL", 2000, 1000),
                ReportRows.counted("PROGRAM", "program", "sex", "F", 2000, 569));

        try (Chromium browser = open(ReportRows.HEAD, tables, rows, "by=sex")) {
            assertThat(text(browser, "groups-t")).contains(HOSTILE);
            assertThat(text(browser, "funnel-t")).contains(HOSTILE);
            assertThat(browser.evaluate("document.images.length").asInt()).isZero();
            assertThat(browser.evaluate("document.title").asText()).isNotEqualTo("taken");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void hiddenGroupsOfAReleaseAreShownAsHidden() throws IOException {
        ReportHead head = new ReportHead(
                Tier.PUBLIC,
                "release1",
                "Program",
                ReportRows.HEAD.periodStart(),
                ReportRows.HEAD.periodEnd(),
                List.of("payer-a"),
                List.of());
        TableSchema schema = ReportRows.released();
        List<TableRow> rows = List.of(
                ReportRows.counted(ReportRows.result(schema, "PROGRAM", "program", "TOTAL", "TOTAL"), 2000, 1000)
                        .set("suppression", "SHOWN")
                        .build(),
                ReportRows.result(schema, "PROGRAM", "program", "sex", "F")
                        .set("suppression", "HIDDEN")
                        .build());

        try (Chromium browser = open(head, ReportRows.tables(SEX, List.of(), List.of()), rows, "by=sex")) {
            assertThat(text(browser, "banner")).startsWith("Public").contains("restricted = false");
            assertThat(browser.evaluate("document.querySelectorAll('#groups-t td.hidden').length")
                            .asInt())
                    .isPositive();
            assertThat(text(browser, "groups-t")).contains("hidden to protect people");
            assertThat(text(browser, "hidden-t")).contains("1 of 1");
            assertThat(browser.evaluate("document.querySelectorAll('#groups-p pattern').length")
                            .asInt())
                    .as("hatching in the picture")
                    .isPositive();
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void valuesBroughtToTheAgesOfTheProgramStandBesideThePlainOnes() throws IOException {
        List<TableRow> rows = List.of(
                ReportRows.counted("PROGRAM", "program", "TOTAL", "TOTAL", 2000, 1000),
                ReportRows.counted(ReportRows.result(ReportRows.RESULT, "PROGRAM", "program", "sex", "F"), 1000, 550)
                        .set("std_value", 0.4275)
                        .build(),
                ReportRows.counted("PROGRAM", "program", "sex", "M", 1000, 450));

        try (Chromium browser = open(ReportRows.HEAD, ReportRows.tables(SEX, List.of(), List.of()), rows, "by=sex")) {
            assertThat(text(browser, "groups-t"))
                    .contains("At the program's ages")
                    .contains("42.8 %");
            assertThat(text(browser, "groups-c")).contains("direct standardisation by four ages");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void comparisonsAreShownWhereTheRunMadeThem() throws IOException {
        List<TableRow> rows = List.of(
                ReportRows.counted("PROGRAM", "program", "TOTAL", "TOTAL", 2000, 1000),
                ReportRows.counted("PROGRAM", "program", "sex", "F", 1000, 550),
                ReportRows.counted("PROGRAM", "program", "sex", "M", 1000, 450));
        List<TableRow> compared = List.of(comparison("F", "OK"), comparison("M", "LOW_N"));

        try (Chromium browser =
                open(ReportRows.HEAD, ReportRows.tables(SEX, List.of(), compared), rows, "by=sex&against=REST")) {
            assertThat(text(browser, "gaps-t"))
                    .contains("+10.0 points")
                    .contains("5.6 to 14.3")
                    .contains("below 0.0001")
                    .contains("more than chance")
                    .contains("too few people to compare");
            assertThat(browser.problems()).isEmpty();
        }
    }

    /** A row with the columns of {@code stratum_comparison} that the page reads. */
    private static TableRow comparison(String stratum, String state) {
        List<Column> columns = new ArrayList<>();
        for (String text : List.of(
                "measure_id",
                "rate_id",
                "scoring",
                "entity_type",
                "entity_id",
                "payer_scope",
                "stratifier_id",
                "stratum_id",
                "comparator",
                "comparison_state")) {
            columns.add(new Column(columns.size(), text, ColumnType.STRING, true, "", null));
        }
        for (String number : List.of("diff", "diff_lo", "diff_hi", "p_value", "q_value")) {
            columns.add(new Column(columns.size(), number, ColumnType.DOUBLE, false, "", null));
        }
        TableRow.Builder row = TableRow.of(new TableSchema("stratum_comparison", columns))
                .set("measure_id", "M1")
                .set("rate_id", "overall")
                .set("scoring", "PROPORTION")
                .set("entity_type", "PROGRAM")
                .set("entity_id", "program")
                .set("payer_scope", "ALL")
                .set("stratifier_id", "sex")
                .set("stratum_id", stratum)
                .set("comparator", "REST")
                .set("comparison_state", state);
        return state.equals("OK")
                ? row.set("diff", 0.1)
                        .set("diff_lo", 0.0561)
                        .set("diff_hi", 0.1434)
                        .set("p_value", 0.000008)
                        .set("q_value", 0.000016)
                        .build()
                : row.build();
    }
}
