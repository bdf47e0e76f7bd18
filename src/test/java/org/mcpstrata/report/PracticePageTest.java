package org.mcpstrata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

class PracticePageTest {
    private static final TableSchema MEMBER = TableSchema.load("member_result", List.of());

    private static TableRow member(String person, boolean exclusion, boolean numerator) {
        return member(person, exclusion, numerator, "SUFFICIENT");
    }

    private static TableRow member(String person, boolean exclusion, boolean numerator, String sufficiency) {
        List<Object[]> members = new ArrayList<>();
        members.add(new Object[] {"payer-a", "A-" + person});
        return TableRow.of(MEMBER)
                .set("run_id", "run1")
                .set("measure_id", "M1")
                .set("measure_version", "1")
                .set("period_start", LocalDate.of(2025, 1, 1))
                .set("period_end", LocalDate.of(2025, 12, 31))
                .set("person_id", person)
                .set("source_members", members)
                .set("rate_id", "overall")
                .set("practice_id", "P1")
                .set("state", "CO")
                .set("initial_population", true)
                .set("denominator", true)
                .set("denominator_exclusion", exclusion)
                .set("denominator_exception", false)
                .set("numerator", numerator)
                .set("reasons", List.of("18 or older", "not: screened"))
                .set("data_sufficiency", sufficiency)
                .build();
    }

    private static TableRow total(String improvement, String name) {
        return ReportRows.counted(ReportRows.result(ReportRows.RESULT, "PRACTICE", "P1", "TOTAL", "TOTAL"), 40, 20)
                .set("improvement", improvement)
                .set("entity_name", name)
                .build();
    }

    private static String page(String improvement, String name, boolean memberIds, List<TableRow> more) {
        FeedbackRates figures = new FeedbackRates(List.of());
        figures.add(total(improvement, name));
        figures.add(ReportRows.counted("PROGRAM", "program", "TOTAL", "TOTAL", 2000, 1000));
        more.forEach(figures::add);
        CareGaps gaps = new CareGaps(figures, List.of(), memberIds);
        List.of(
                        member("person-met", false, true),
                        member("person-open", false, false),
                        member("person-excluded", true, false))
                .forEach(gaps::add);
        PracticePage page = new PracticePage(
                ReportRows.HEAD,
                figures,
                gaps,
                List.of(ReportRows.measure()),
                List.of(ReportRows.stratum("sex", "F", "Female"), ReportRows.stratum("sex", "M", "Male")));
        return new String(page.html("P1"), StandardCharsets.UTF_8);
    }

    @Test
    void aMeasureThatDoesNotSayWhatWouldSufficeHasCareGaps() {
        FeedbackRates figures = new FeedbackRates(List.of());
        figures.add(total("HIGHER", "One"));
        figures.add(ReportRows.counted("PROGRAM", "program", "TOTAL", "TOTAL", 2000, 1000));
        CareGaps gaps = new CareGaps(figures, List.of(), false);
        List.of("person-1", "person-2").forEach(person -> gaps.add(member(person, false, false, null)));

        byte[] page =
                new PracticePage(ReportRows.HEAD, figures, gaps, List.of(ReportRows.measure()), List.of()).html("P1");

        assertThat(new String(page, StandardCharsets.UTF_8))
                .contains("person-1", "person-2", "the measure does not say")
                .doesNotContain("nobody sent any");
    }

    @Test
    void onlyPeopleCountedAndNotMetAreCareGaps() {
        String page = page("HIGHER", "One", false, List.of());

        assertThat(page).contains("person-open").doesNotContain("person-met").doesNotContain("person-excluded");
    }

    @Test
    void whereLowerIsBetterTheNumeratorIsTheGap() {
        String page = page("LOWER", "One", false, List.of());

        assertThat(page).contains("person-met").doesNotContain("person-open").doesNotContain("person-excluded");
    }

    @Test
    void memberIdsOfPayersAreNamedOnlyWhereAskedFor() {
        assertThat(page("HIGHER", "One", false, List.of())).doesNotContain("A-person-open");
        assertThat(page("HIGHER", "One", true, List.of())).contains("payer-a: A-person-open");
    }

    @Test
    void groupsOfFewerThanElevenPeopleShowNoRate() {
        List<TableRow> groups = List.of(
                ReportRows.counted("PRACTICE", "P1", "sex", "F", 30, 12),
                ReportRows.counted("PRACTICE", "P1", "sex", "M", 10, 9));

        String page = page("HIGHER", "One", false, groups);

        assertThat(page).contains("40.0 %").contains("too few").doesNotContain("90.0 %");
    }

    @Test
    void aHostileNameOfAPracticeStaysText() {
        assertThat(page("HIGHER", "<script>alert(1)</script>", false, List.of()))
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    void anIdCannotLeadOutOfTheFolder() {
        assertThat(PracticePage.fileName("../../etc/passwd")).isEqualTo("~2E~2E~2F~2E~2E~2Fetc~2Fpasswd.html");
        assertThat(PracticePage.fileName("a~b")).isNotEqualTo(PracticePage.fileName("a_b"));
        assertThat(PracticePage.fileName("PRC-001_a")).isEqualTo("PRC-001_a.html");
    }
}
