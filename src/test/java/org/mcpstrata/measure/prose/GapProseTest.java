package org.mcpstrata.measure.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.Comparison;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureDefinition.Improvement;
import org.mcpstrata.measure.MeasureDefinition.Scoring;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.Threshold;
import org.mcpstrata.measure.VisitsClause;
import org.mcpstrata.measure.Window;
import org.mcpstrata.measure.YearRange;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.problem.Place;
import org.mcpstrata.time.MeasurementPeriod;
import org.mcpstrata.valueset.ValueSets;

/** What closes a gap follows from the clauses alone, whatever measure they belong to. */
class GapProseTest {
    private static final Window PERIOD = Window.MEASUREMENT_PERIOD;

    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final List<DefinitionAnswer> answers = new ArrayList<>();

    private void define(String name, Clause clause, boolean holds, String... days) {
        List<DefinitionAnswer.Seen> events = new ArrayList<>();
        for (String day : days) {
            Evidence event = new Evidence(
                    name,
                    LocalDate.parse(day),
                    "CPT|99213",
                    "",
                    "",
                    Evidence.Path.PROC,
                    new Provenance("north", "d1", "lines.csv", 7));
            events.add(new DefinitionAnswer.Seen(event, LocalDate.parse(day)));
        }
        definitions.put(name, new Definition(name, clause, "T1", "", "", Place.of("test.yaml")));
        answers.add(new DefinitionAnswer(name, holds, null, events, List.of()));
    }

    private String gap(Combination numerator, Improvement improvement, boolean inNumerator) {
        Combination everyone = Combination.all(List.of());
        MeasureDefinition measure = new MeasureDefinition(
                "T1",
                "A test",
                "1",
                "Nobody",
                "test",
                List.of(),
                new YearRange(2025, 2025),
                Scoring.PROPORTION,
                improvement,
                Anchor.Base.END,
                new Populations(everyone, everyone, Populations.NOBODY, Populations.NOBODY, numerator),
                null,
                null,
                null,
                "",
                "",
                List.of(Rate.OVERALL),
                List.of(),
                null,
                definitions);
        Page page = new Page();
        ClauseProse clauses = new ClauseProse(
                SetProse.namesOnly(new ValueSets(List.of())), WindowProse.dated(new MeasurementPeriod(2025)));
        new GapProse(measure, Answers.of(measure, answers), clauses, page)
                .explain(List.of(new Verdict(
                        "T1",
                        "overall",
                        true,
                        true,
                        false,
                        false,
                        inNumerator,
                        null,
                        null,
                        Map.of(),
                        null,
                        List.of(),
                        List.of(),
                        Verdict.Sufficiency.SUFFICIENT)));
        return page.text();
    }

    @Test
    void onlyTheRequirementsThatAreNotMetAreNamedWithTheirDates() {
        define("covered", new CoverageClause(PERIOD, "measurement period", 0, 0), false);
        define("old enough", new AgeClause(50, null, Anchor.PERIOD_END), true);

        assertThat(gap(Combination.all(List.of("covered", "old enough")), Improvement.INCREASE, false))
                .contains("All of these would have had to hold, and did not:")
                .contains(
                        "- covered: covered by any payer throughout the measurement period (2025-01-01 to 2025-12-31)")
                .doesNotContain("old enough");
    }

    @Test
    void whatNobodyCanChangeIsSaidToBeSo() {
        define("old enough", new AgeClause(50, null, Anchor.PERIOD_END), false);

        assertThat(gap(Combination.all(List.of("old enough")), Improvement.INCREASE, false))
                .contains("at least 50 years old on 2025-12-31; nothing done for a person changes this");
    }

    @Test
    void aCountNamesItsLimitAndWhatThereWas() {
        define(
                "two visits",
                new CountClause(
                        "visits",
                        CountClause.Unit.DIFFERENT_DAYS,
                        Limit.fixed(new Threshold(Comparison.AT_LEAST, new BigDecimal(2), ""))),
                false,
                "2025-03-04");

        assertThat(gap(Combination.all(List.of("two visits")), Improvement.INCREASE, false))
                .contains("two visits: the number of different days of 'visits' is >= 2")
                .contains("there was 2025-03-04: CPT 99213");
    }

    @Test
    void whereTheNumeratorIsTheGapEveryWayIntoItMustBeClosedAndNoOtherOpened() {
        define("stay", new StayClause("days", PERIOD, "measurement period", 1, 90), true, "2025-01-01");
        define("visits", new VisitsClause(List.of("days"), List.of(), List.of(), List.of(), 0), false);
        define("either", Combination.any(List.of("stay", "visits")), true);

        assertThat(gap(Combination.any(List.of("either")), Improvement.DECREASE, true))
                .contains("None of these should have held, but they did:")
                .contains("- either: none of these should have held, but they did")
                .contains("- stay: not that 'days' makes one stretch longer than 90 days inside the measurement period")
                .contains("- and these must stay as they are, not holding: visits");
    }

    @Test
    void ofAllThatHoldOneMayFail() {
        define("covered", new CoverageClause(PERIOD, "measurement period", 0, 0), true);
        define("nothing", Combination.none(List.of("covered")), false);

        assertThat(gap(Combination.all(List.of("covered")), Improvement.DECREASE, true))
                .contains("One of these would have had to fail:")
                .contains("- covered: not covered by any payer");
        assertThat(gap(Combination.all(List.of("nothing")), Improvement.INCREASE, false))
                .contains("- nothing: none of these should have held, but they did")
                .contains("  - covered: not covered by any payer");
    }

    @Test
    void theWantedResultLeavesNoGap() {
        define("covered", new CoverageClause(PERIOD, "measurement period", 0, 0), true);

        assertThat(gap(Combination.all(List.of("covered")), Improvement.INCREASE, true))
                .contains("There is no open gap.");
    }
}
