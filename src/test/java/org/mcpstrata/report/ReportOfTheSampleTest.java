package org.mcpstrata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.promise.LocalRun;
import org.mcpstrata.run.Feedback;

/** The report of the sample run in a real browser: its tables show what the Parquet says, and it asks for nothing. */
class ReportOfTheSampleTest {
    @TempDir
    static Path out;

    private static Path run;

    @BeforeAll
    static void runTheSample() {
        // A run made before, to look at one page again and again.
        String made = System.getProperty("mcp.report.run");
        run = made != null
                ? Path.of(made)
                : out.resolve("runs")
                        .resolve(LocalRun.run(Path.of("sample-data", "landing"), out, Path.of("measures"))
                                .runId());
    }

    private static Chromium open(Path profile, String view) throws IOException {
        assumeTrue(Chromium.find().isPresent(), "skipped: no Chromium on this machine (Debian package chromium)");
        return Chromium.open(
                Chromium.find().orElseThrow(),
                profile,
                java.net.URI.create(run.resolve("report/index.html").toUri() + view));
    }

    @Test
    void thePageLoadsWithoutAnErrorAndAsksForNothing(@TempDir Path profile) throws IOException {
        try (Chromium browser = open(profile, "")) {
            assertThat(browser.evaluate("document.querySelectorAll('.chart svg').length")
                            .asInt())
                    .isEqualTo(5);
            assertThat(browser.evaluate("[...document.querySelectorAll('[role=img]')].every(each => each.ariaLabel)")
                            .asBoolean())
                    .isTrue();
            assertThat(browser.evaluate("document.getElementById('banner').textContent")
                            .asText())
                    .startsWith("Restricted");
            assertThat(browser.problems()).isEmpty();
            assertThat(browser.requests())
                    .hasSize(1)
                    .allMatch(address -> address.startsWith("file:") && address.endsWith("report/index.html"));
        }
    }

    @Test
    void figuresInTablesAreThoseOfTheParquet(@TempDir Path profile) throws IOException, SQLException {
        try (Chromium browser = open(profile, "")) {
            for (String[] view : new String[][] {
                {"CMS122", "overall", "PROGRAM", "ALL", "race_eth_2024"},
                {"CMS165", "overall", "PROGRAM", "payer:state-medicaid", "sex"},
                {"CMS130", "age 50-75", "STATE", "MEDICARE_FFS", "dual"},
                {"EDU", "with outliers", "PROGRAM", "COMMERCIAL", "age_band"}
            }) {
                List<String> expected = parquet(view);
                assertThat(expected).hasSizeGreaterThan(1);
                assertThat(shown(browser, view)).containsExactlyInAnyOrderElementsOf(expected);
            }
            assertThat(browser.problems()).isEmpty();
        }
    }

    /** Chooses a view as a reader does and reads the table of groups: label, n and value. */
    private static List<String> shown(Chromium browser, String[] view) {
        String entity = view[2].equals("STATE") ? "STATE/CO" : "PROGRAM/mcp-2025";
        choose(browser, "measure", view[0] + "|" + view[1]);
        choose(browser, "entity", entity);
        choose(browser, "payers-of", view[3]);
        choose(browser, "by", view[4]);
        JsonNode rows = browser.evaluate("[...document.querySelectorAll('#groups-t tbody tr')]"
                + ".map(row => [0, 1, 3].map(i => row.cells[i].textContent).join('; '))");
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(row.asText()));
        lines.removeIf(line -> line.startsWith("Everybody;"));
        return lines;
    }

    private static void choose(Chromium browser, String control, String value) {
        browser.evaluate(
                "(() => { const control = document.getElementById('" + control + "'); control.value = '" + value
                        + "'; if (control.value !== '" + value
                        + "') throw new Error('no such choice'); control.dispatchEvent(new Event('change')); })()");
    }

    private static List<String> parquet(String[] view) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(String.format(
                        "SELECT stratum_label, performance_denominator, value, scoring FROM '%s/restricted/stratified_result/*.parquet'"
                                + " WHERE measure_id = '%s' AND rate_id = '%s' AND entity_type = '%s' AND entity_id IN ('CO', 'mcp-2025')"
                                + " AND payer_scope = '%s' AND stratifier_id = '%s' AND performance_denominator > 0",
                        run, view[0], view[1], view[2], view[3], view[4]))) {
            while (found.next()) {
                boolean percent = found.getString(4).equals("PROPORTION");
                BigDecimal value = BigDecimal.valueOf(found.getDouble(3))
                        .movePointRight(percent ? 2 : 0)
                        .setScale(1, RoundingMode.HALF_UP);
                rows.add(String.format(
                        java.util.Locale.ROOT,
                        "%s; %,d; %s%s",
                        found.getString(1),
                        found.getLong(2),
                        value.toPlainString(),
                        percent ? " %" : ""));
            }
        }
        return rows;
    }

    @Test
    void filtersStandInTheAddressAndAreSpoken(@TempDir Path profile) throws IOException {
        try (Chromium browser = open(profile, "#measure=CMS165%7Coverall&by=sex")) {
            String spoken = "document.getElementById('shown').textContent";
            assertThat(browser.evaluate(spoken).asText()).contains("CMS165").contains("by Sex");

            choose(browser, "by", "age_band");

            assertThat(browser.evaluate(spoken).asText()).contains("by Age");
            assertThat(browser.evaluate("location.hash").asText()).contains("by=age_band");
            assertThat(browser.evaluate("document.getElementById('shown').ariaLive")
                            .asText())
                    .isEqualTo("polite");
            assertThat(browser.evaluate(
                                    "[...document.querySelectorAll('select')].every(each => each.labels.length === 1)")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void everyMeasureAndEveryGroupingDrawsWithoutAnError(@TempDir Path profile) throws IOException {
        try (Chromium browser = open(profile, "")) {
            int drawn = browser.evaluate("(() => { let drawn = 0; const change = id => document.getElementById(id)"
                            + ".dispatchEvent(new Event('change')); for (const id of ['measure', 'by', 'payers-of', 'entity', 'basis'])"
                            + " for (const option of document.getElementById(id).options)"
                            + " { document.getElementById(id).value = option.value; change(id); drawn++; }"
                            + " onPaper(true); onPaper(false); return drawn; })()")
                    .asInt();

            assertThat(drawn).isGreaterThan(40);
            assertThat(browser.problems()).isEmpty();
        }
    }

    /** Takes the README's pictures again, and some of dark and printed pages to look at, with {@code -Dmcp.write=true}. */
    @Test
    void picturesAreTaken(@TempDir Path profile) throws IOException {
        assumeTrue(Boolean.getBoolean("mcp.write"), "skipped: pictures are taken with -Dmcp.write=true");
        Path images = Files.createDirectories(Path.of("src/site/resources/images"));
        Path looks = Files.createDirectories(Path.of("target/report-pictures"));
        try (Chromium browser = open(profile, "#measure=CMS165%7Coverall")) {
            browser.resize(1150);
            Files.write(images.resolve("report-groups.png"), browser.picture("#groups", "#groups-p"));
            choose(browser, "measure", "CMS130|overall");
            Files.write(images.resolve("report-practices.png"), browser.picture("#funnel", "#funnel-p"));
            Files.write(looks.resolve("all-light.png"), browser.picture("body", "#hidden"));
            browser.call(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
            Files.write(looks.resolve("all-dark.png"), browser.picture("body", "#hidden"));
            browser.call("Emulation.setEmulatedMedia", Map.of("media", "print"));
            choose(browser, "measure", "*");
            choose(browser, "by", "sex");
            browser.resize(690);
            browser.evaluate("onPaper(true)");
            Files.write(looks.resolve("all-print.png"), browser.picture("body", "#hidden"));
        }
    }

    @Test
    void thePageIsSmallEnoughToBeMailed() throws IOException {
        assertThat(Files.size(run.resolve("report/index.html"))).isLessThan(6_000_000);
    }

    @Test
    void everyPracticeHasAPageAndNoPageNamesPeopleOfAnother(@TempDir Path to) throws IOException, SQLException {
        Path page = to.resolve("PRC004.html");
        int pages = Feedback.write(
                        new org.apache.hadoop.fs.Path(run.toUri()), to, List.of(), false, new Configuration())
                .size();

        assertThat(pages).isEqualTo(40);
        String text = Files.readString(page);
        String gaps = "SELECT DISTINCT person_id, practice_id FROM '" + run
                + "/restricted/member_result/*.parquet' WHERE measure_id = 'CMS130' AND denominator"
                + " AND NOT denominator_exclusion AND NOT denominator_exception AND NOT numerator";
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet people = statement.executeQuery(gaps)) {
            while (people.next()) {
                assertThat(text.contains(people.getString(1)))
                        .isEqualTo(people.getString(2).equals("PRC004"));
            }
        }
    }
}
