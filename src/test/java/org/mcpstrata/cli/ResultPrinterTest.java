package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.compare.StratumComparisons;

class ResultPrinterTest {
    private static final Map<String, Long> COUNTS = Map.of(
            "drops accepted", 1L, "drops found", 1L, "lines delivered", 9L, "lines accepted", 9L, "lines rejected", 0L);

    @Test
    void twoRatesOfAMeasureStandUnderTheirNamesWithThePeopleEachLeavesOut() {
        String printed = print(rate("with outliers", 1_690, 30, 38.91), rate("without outliers", 1_690, 45, 33.96));

        assertThat(printed.lines())
                .containsSubsequence(
                        "EDU Emergency Visits, with outliers (lower is better)",
                        "  denominator 1,690, excluded 30",
                        everybody("1,660", "38.9"),
                        "EDU Emergency Visits, without outliers (lower is better)",
                        "  denominator 1,690, excluded 45",
                        everybody("1,645", "34.0"));
    }

    @Test
    void ratePerThousandIsNeverPrintedAsAPercentage() {
        assertThat(print(rate("with outliers", 10, 0, 38.91)))
                .contains("per 1,000")
                .doesNotContain("38.9 %");
    }

    @Test
    void aRateThatOnlySaysThatDataAreMissingIsNotPrinted() {
        TableRow blind = withSufficient(rate("with outliers", 10, 0, 0.0), 0);

        assertThat(print(blind)).contains("no payer delivers data").doesNotContain("everybody");
        assertThat(print(withSufficient(blind, 4)))
                .contains("data could show a numerator for 4 of 10")
                .contains("everybody");
    }

    @Test
    void sufficiencyThatIsOnlyTheNumeratorSaysSo() {
        TableRow found = with(withSufficient(rate("overall", 10, 0, 0.4), 4), "numerator", 4L);
        String nothingOfOthers = "of anybody else the data do not reach far enough to tell";

        assertThat(print(with(found, "improvement", "HIGHER"))).contains(nothingOfOthers);
        assertThat(print(with(with(found, "improvement", "HIGHER"), "numerator", 3L)))
                .doesNotContain(nothingOfOthers);
        assertThat(print(found)).as("lower is better").doesNotContain(nothingOfOthers);
    }

    @Test
    void marksStandBesideTheRateTheyTouch() {
        TableRow marked = with(
                with(rate("overall", 10, 0, 0.4), "quality_mark", "MARKED"),
                "quality_rules",
                List.of("DQ41_COVERED_HAVE_CLAIMS", "DQ42_PERIOD_DELIVERED"));

        assertThat(print(marked)).contains("  marked for DQ41_COVERED_HAVE_CLAIMS, DQ42_PERIOD_DELIVERED (see ");
        assertThat(print(rate("overall", 10, 0, 0.4))).doesNotContain("marked for");
    }

    @Test
    void aMeasureWithNobodyHasNoTable() {
        assertThat(print(rate("with outliers", 3, 3, 0.0)))
                .contains("nobody to measure")
                .doesNotContain("everybody");
    }

    @Test
    void aPayerWhoseDataCannotShowCareIsNamedBesideTheRate() {
        TableRow all = withSufficient(rate("with outliers", 30, 0, 38.91), 12);
        TableRow complete = of("payer:alpha", withSufficient(rate("with outliers", 10, 0, 38.91), 10));
        TableRow blind = of("payer:beta", withSufficient(rate("with outliers", 20, 0, 38.91), 2));

        assertThat(print(all, complete, blind).lines())
                .containsSubsequence(
                        "  data could show a numerator for 12 of 30, whoever delivered them",
                        "    among those of beta: for 2 of 20")
                .noneMatch(line -> line.contains("alpha"))
                .filteredOn(line -> line.contains("everybody"))
                .hasSize(1);
    }

    @Test
    void membersAreNotMistakenForPersons() {
        Map<String, Long> counts = new TreeMap<>(COUNTS);
        assertThat(print(counts)).doesNotContain("Linked:").doesNotContain("Known:");

        counts.putAll(Map.of(
                "members", 3_637L,
                "persons", 2_000L,
                "payers of members", 5L,
                "persons of known race or ethnicity", 1_682L));
        assertThat(print(counts).lines())
                .containsSubsequence(
                        "Linked: 3,637 members of 5 payers are 2,000 persons (see link_report)",
                        "Known: race or ethnicity of 1,682 of them (see demographic_completeness)");
    }

    private static TableRow of(String payerScope, TableRow row) {
        return with(row, "payer_scope", payerScope);
    }

    private static String everybody(String people, String value) {
        return String.format(Locale.ROOT, "  %-44s %8s %9s  %-17s %9s", "everybody", people, value, "", "")
                .stripTrailing();
    }

    private static TableRow withSufficient(TableRow row, long people) {
        return with(row, "data_sufficient", people);
    }

    private static TableRow with(TableRow row, String column, Object value) {
        Object[] values = row.values().clone();
        values[row.schema().column(column).index()] = value;
        return new TableRow(row.schema(), values);
    }

    private static TableRow rate(String rate, long denominator, long excluded, double value) {
        TableSchema schema = StratifiedResult.SCHEMA;
        Object[] values = new Object[schema.columns().size()];
        Map.of(
                        "measure_id",
                        "EDU",
                        "measure_name",
                        "Emergency Visits",
                        "rate_id",
                        rate,
                        "scoring",
                        "RATE",
                        "improvement",
                        "LOWER",
                        "stratifier_id",
                        "TOTAL",
                        "denominator",
                        denominator,
                        "denominator_exclusion",
                        excluded,
                        "performance_denominator",
                        denominator - excluded,
                        "value",
                        value)
                .forEach((name, content) -> values[schema.column(name).index()] = content);
        return of("ALL", new TableRow(schema, values));
    }

    @Test
    void aDifferenceFromTheReferenceGroupIsPrintedWithItsIntervalAndMarkedByItsQValue() {
        TableRow total = of("ALL", rate("overall", 100, 0, 0.5));
        ComparisonText text = new ComparisonText(
                List.of(
                        comparison("race_eth_2024", "BLACK", "WHITE", -17.5, 0.0485),
                        comparison("race_eth_2024", "ASIAN", "WHITE", -0.5, 0.2),
                        comparison("language", "OTHER_LEP", "ENGLISH", -19.6, 0.012),
                        comparison("dual", "FULL", "NON_DUAL", 1.0, 0.9)),
                List.of(),
                (difference, row) -> Double.toString(difference));

        assertThat(text.heading(total, "race_eth_2024")).isEqualTo("against WHITE");
        assertThat(text.of(total, comparison("race_eth_2024", "BLACK", "WHITE", 0, 0)))
                .isEqualTo("-17.5 (-18.5 to -16.5) *");
        assertThat(text.of(total, comparison("race_eth_2024", "ASIAN", "WHITE", 0, 0)))
                .isEqualTo("-0.5 (-1.5 to 0.5)");
        assertThat(text.of(total, comparison("race_eth_2024", "MENA", "WHITE", 0, 0)))
                .isEmpty();
        assertThat(text.others(total, "race_eth_2024"))
                .containsExactly("OTHER_LEP against ENGLISH: -19.6 (-20.6 to -18.6) *");
        assertThat(text.marksAny()).isTrue();
    }

    private static TableRow comparison(
            String stratifier, String stratum, String reference, double difference, double q) {
        TableSchema schema = StratumComparisons.SCHEMA;
        Object[] values = new Object[schema.columns().size()];
        Map.of(
                        "measure_id",
                        "EDU",
                        "rate_id",
                        "overall",
                        "stratifier_id",
                        stratifier,
                        "stratum_id",
                        stratum,
                        "comparator_stratum_id",
                        reference,
                        "diff",
                        difference,
                        "diff_lo",
                        difference - 1,
                        "diff_hi",
                        difference + 1,
                        "q_value",
                        q)
                .forEach((name, content) -> values[schema.column(name).index()] = content);
        return new TableRow(schema, values);
    }

    private static String print(TableRow... program) {
        return print(COUNTS, program);
    }

    private static String print(Map<String, Long> counts, TableRow... program) {
        StringWriter text = new StringWriter();
        new ResultPrinter(new PrintWriter(text))
                .print(new RunOutcome(
                        "run",
                        false,
                        "folder",
                        1,
                        List.of(program),
                        List.of(),
                        new TreeMap<>(counts),
                        new TreeMap<>(),
                        List.of()));
        return text.toString();
    }
}
