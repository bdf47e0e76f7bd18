package org.mcpstrata.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;

class RunPageTest {
    private static final String HOSTILE =
            "</script><script>alert('x')</script><img src=x onerror=alert(1)>\u2028&quot;";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"figures\">(.*?)</script>", Pattern.DOTALL);

    private static String page(List<TableRow> rows, ReportTables tables) {
        return new String(
                new RunPage(ReportRows.HEAD, tables).html(List.of(ReportRows.figures(rows))), StandardCharsets.UTF_8);
    }

    private static JsonNode data(String page) throws IOException {
        Matcher found = DATA.matcher(page);
        assertThat(found.find()).isTrue();
        return new ObjectMapper().readTree(found.group(1));
    }

    private static List<TableRow> rows() {
        return List.of(
                ReportRows.counted("PRACTICE", "P1", "TOTAL", "TOTAL", 40, 9),
                ReportRows.counted("PROGRAM", "program", "TOTAL", "TOTAL", 2000, 1000),
                ReportRows.counted("PROGRAM", "program", "sex", "F", 2000, 569));
    }

    @Test
    void aHostileNameStaysText() throws IOException {
        String page = page(
                rows(),
                ReportRows.tables(
                        List.of(ReportRows.stratum("sex", "F", HOSTILE)),
                        List.of(ReportRows.entity("PRACTICE", "P1", HOSTILE)),
                        List.of()));

        assertThat(page).doesNotContain("alert('x')").doesNotContain("<img src=x");
        assertThat(data(page).path("entities").path(0).path(1).asText()).isEqualTo(HOSTILE);
        assertThat(data(page).path("strata").path(0).path(2).asText()).isEqualTo(HOSTILE);
    }

    @Test
    void aFigureIsRoundedOnceAndHalfUp() throws IOException {
        JsonNode rate = data(page(rows(), ReportRows.tables(List.of(), List.of(), List.of())))
                .path("rates")
                .path(0);

        // 569 of 2,000 are 28.45 %, whose nearest double lies below; the gap to 50 % is -21.55 points.
        JsonNode woman = rate.path("blocks").path(1).path(7).path(0);
        assertThat(woman.path(3).asText()).isEqualTo("28.5");
        assertThat(woman.path(8).asText()).isEqualTo("-21.6");
    }

    @Test
    void figuresOfHiddenRowsAreNotEvenInThePage() throws IOException {
        TableRow hidden = ReportRows.counted(
                        ReportRows.result(ReportRows.released(), "STATE", "CO", "sex", "F"), 777_777, 333_333)
                .set("std_value", 0.43)
                .set("suppression", "HIDDEN")
                .build();
        TableRow shown = ReportRows.counted(
                        ReportRows.result(ReportRows.released(), "STATE", "CO", "TOTAL", "TOTAL"), 1_000_000, 500_000)
                .set("suppression", "SHOWN")
                .build();

        String page = page(List.of(shown, hidden), ReportRows.tables(List.of(), List.of(), List.of()));

        assertThat(page).contains("1000000").doesNotContain("777777").doesNotContain("333333");
        JsonNode group =
                data(page).path("rates").path(0).path("blocks").path(1).path(7).path(0);
        assertThat(group.path(1).isNull()).isTrue();
        assertThat(group.path(3).isNull()).isTrue();
        assertThat(group.path(10).asInt()).isEqualTo(1);
        assertThat(group.path(11).isNull()).isTrue();
    }

    @Test
    void groupsOfAPracticeAreNotInThePage() {
        List<TableRow> practice = List.of(ReportRows.counted("PRACTICE", "P1", "sex", "F", 12, 9));

        assertThat(ReportRows.figures(practice)).isEmpty();
    }

    @Test
    void sameRowsGiveTheSameBytesInWhateverOrderRatesCome() {
        RunPage page = new RunPage(ReportRows.HEAD, ReportRows.tables(List.of(), List.of(), List.of()));

        assertThat(page.html(List.of("{\"a\":1}", "{\"b\":2}", "")))
                .isEqualTo(page.html(List.of("", "{\"b\":2}", "{\"a\":1}")));
    }

    @Test
    void thePageForbidsEveryRequestAndEveryForeignScript() {
        String page = page(rows(), ReportRows.tables(List.of(), List.of(), List.of()));

        assertThat(page).contains("default-src 'none'; script-src 'sha256-").doesNotContain("script-src 'unsafe");
        assertThat(page).doesNotContain("src=\"http").doesNotContain("@import").doesNotContain("url(http");
    }
}
