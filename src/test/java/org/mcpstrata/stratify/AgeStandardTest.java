package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.ScoringRule;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.quality.QualityMarks;

/** People of known ages, counted as a run counts them, in the figures of stratification.md 4.6. */
class AgeStandardTest {
    private static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);
    private static final LocalDate AGED_40 = LocalDate.of(1985, 5, 5);
    private static final LocalDate AGED_70 = LocalDate.of(1955, 5, 5);
    private static final LocalDate AGED_80 = LocalDate.of(1945, 5, 5);
    private static final LocalDate UNKNOWN = null;

    private final List<PersonVerdicts> people = new ArrayList<>();
    private QualityMarks marks = QualityMarks.NONE;

    private void add(String race, LocalDate born, int numerator, int denominator) {
        add(StoryPeople.CONTROL, StoryPeople.PRACTICES.get(0), race, born, numerator, denominator);
    }

    private void add(
            MeasureInfo measure, Practice practice, String race, LocalDate born, int numerator, int denominator) {
        for (int i = 0; i < denominator; i++) {
            people.add(new PersonVerdicts(
                    StoryPeople.person(
                            "P" + people.size(),
                            born,
                            Map.of(Attribute.RACE_ETHNICITY, StoryPeople.answer(race)),
                            practice,
                            new TreeSet<>(List.of("payer:alpha"))),
                    List.of(StoryPeople.met(measure, i < numerator))));
        }
    }

    /** The groups A and B of the printed table, and a third one that makes everybody's ages .5, .3 and .2. */
    private void addGroupsOfThePrintedTable() {
        add("WHITE", AGED_40, 30, 50);
        add("WHITE", AGED_70, 24, 30);
        add("WHITE", AGED_80, 9, 20);
        add("BLACK", AGED_40, 40, 80);
        add("BLACK", AGED_70, 54, 72);
        add("BLACK", AGED_80, 24, 48);
        add("ASIAN", AGED_40, 7, 70);
        add("ASIAN", AGED_70, 18, 18);
        add("ASIAN", AGED_80, 0, 12);
    }

    /** Counted in three parts, which sends them through their few bytes. */
    private List<TableRow> rows() {
        Cells cells = CountedPeople.in(STRATIFIERS, StoryPeople.MEASURES, people, 3);
        ResultContext context = new ResultContext(
                "run", "MCP", "", StoryPeople.PERIOD, List.of("alpha"), List.of(), ScoringRule.NONE, marks);
        return new StratifiedResult(context, STRATIFIERS, StoryPeople.MEASURES, cells)
                .rows()
                .toList();
    }

    private static TableRow row(List<TableRow> rows, String measure, String entity, String stratum) {
        return rows.stream()
                .filter(row -> row.text("measure_id").equals(measure))
                .filter(row -> row.text("entity_id").equals(entity))
                .filter(row -> row.text("payer_scope").equals("ALL"))
                .filter(row -> (row.text("stratifier_id") + "/" + row.text("stratum_id")).equals(stratum))
                .findFirst()
                .orElseThrow();
    }

    private static TableRow program(List<TableRow> rows, String stratum) {
        return row(rows, "CMS165", "MCP", stratum);
    }

    private static void assertStandardised(TableRow row, double value, double lo, double hi) {
        assertThat(row.statistic("std_value")).isCloseTo(value, within(1e-9));
        assertThat(row.statistic("std_lo")).isCloseTo(lo, within(1e-9));
        assertThat(row.statistic("std_hi")).isCloseTo(hi, within(1e-9));
        assertThat(row.text("std_weights_id")).isEqualTo("internal:CMS165:overall:2025");
    }

    private static void assertNamedAlone(TableRow row) {
        assertThat(row.text("std_weights_id")).isEqualTo("internal:CMS165:overall:2025");
        assertThat(row.statistic("std_value")).isNull();
        assertThat(row.statistic("std_lo")).isNull();
        assertThat(row.statistic("std_hi")).isNull();
    }

    @Test
    void bothGroupsOfThePrintedTableComeOutOfPeople() {
        addGroupsOfThePrintedTable();
        List<TableRow> rows = rows();
        for (String entity : List.of("MCP", "CO", "PR1")) {
            TableRow a = row(rows, "CMS165", entity, "race_eth_2024/WHITE");
            TableRow b = row(rows, "CMS165", entity, "race_eth_2024/BLACK");
            assertStandardised(a, 0.63, 0.5355777473, 0.7154253654);
            assertStandardised(b, 0.575, 0.5056501871, 0.6415182851);
            assertThat(b.statistic("value")).as("the crude rate stays").isEqualTo(0.59);
        }
    }

    @Test
    void everybodyBroughtToTheirOwnAgesIsAsTheyAre() {
        addGroupsOfThePrintedTable();
        TableRow everybody = program(rows(), "TOTAL/TOTAL");
        assertThat(everybody.statistic("std_value")).isCloseTo(everybody.statistic("value"), within(1e-12));
        assertThat(everybody.statistic("value")).isEqualTo(206 / 400.0);
    }

    @Test
    void theStandardIsThatOfTheProgramAndNotOfThePractice() {
        add(StoryPeople.CONTROL, StoryPeople.PRACTICES.get(0), "WHITE", AGED_40, 9, 10);
        add(StoryPeople.CONTROL, StoryPeople.PRACTICES.get(0), "WHITE", AGED_70, 4, 30);
        add(StoryPeople.CONTROL, StoryPeople.PRACTICES.get(2), "WHITE", AGED_40, 10, 30);
        add(StoryPeople.CONTROL, StoryPeople.PRACTICES.get(2), "WHITE", AGED_70, 5, 10);
        List<TableRow> rows = rows();
        TableRow practice = row(rows, "CMS165", "PR1", "TOTAL/TOTAL");
        assertThat(practice.statistic("value")).isEqualTo(13 / 40.0);
        assertThat(practice.statistic("std_value")).isCloseTo(.5 * 9 / 10 + .5 * 4 / 30, within(1e-12));
        assertThat(row(rows, "CMS165", "NM", "TOTAL/TOTAL").statistic("std_value"))
                .isCloseTo(.5 * 10 / 30 + .5 * 5 / 10, within(1e-12));
    }

    @Test
    void aGroupWithoutOldPeopleIsNeverMadeUpFromItsYoungOnes() {
        addGroupsOfThePrintedTable();
        add("NHPI", AGED_40, 10, 10);
        add("NHPI", AGED_70, 10, 10);
        TableRow row = program(rows(), "race_eth_2024/NHPI");
        assertThat(row.statistic("value")).isEqualTo(1);
        assertNamedAlone(row);
    }

    @Test
    void aBandInWhichTheProgramHasNobodyPlaysNoPart() {
        add("WHITE", AGED_40, 1, 2);
        add("BLACK", AGED_40, 3, 4);
        TableRow row = program(rows(), "race_eth_2024/BLACK");
        assertThat(row.statistic("std_value")).isEqualTo(.75);
        assertThat(row.statistic("std_lo")).isCloseTo(row.statistic("value_lo"), within(1e-12));
    }

    @Test
    void anAgeHasNoOtherAges() {
        addGroupsOfThePrintedTable();
        assertNamedAlone(program(rows(), "age_band/18-44"));
    }

    @Test
    void oneBirthDateUnknownLeavesItsRowsUnstandardisedAndNoOthers() {
        addGroupsOfThePrintedTable();
        add("WHITE", UNKNOWN, 1, 1);
        List<TableRow> rows = rows();
        assertNamedAlone(program(rows, "race_eth_2024/WHITE"));
        assertNamedAlone(program(rows, "TOTAL/TOTAL"));
        assertStandardised(program(rows, "race_eth_2024/BLACK"), 0.575, 0.5056501871, 0.6415182851);
    }

    @Test
    void whoIsExcludedOrExceptedIsNoPartOfAnyBand() {
        addGroupsOfThePrintedTable();
        for (boolean excluded : new boolean[] {true, false}) {
            Verdict verdict = new Verdict(
                    "CMS165",
                    "overall",
                    true,
                    true,
                    excluded,
                    !excluded,
                    false,
                    null,
                    null,
                    Map.of(),
                    null,
                    List.of(),
                    List.of(),
                    Verdict.Sufficiency.SUFFICIENT);
            people.add(new PersonVerdicts(
                    StoryPeople.person("X" + excluded, AGED_80, StoryPeople.race("BLACK")), List.of(verdict)));
        }
        assertStandardised(program(rows(), "race_eth_2024/BLACK"), 0.575, 0.5056501871, 0.6415182851);
    }

    @Test
    void everybodyMeetingIsARateOfExactlyOne() {
        add("WHITE", AGED_40, 10, 10);
        add("WHITE", AGED_70, 7, 7);
        add("WHITE", AGED_80, 3, 3);
        TableRow row = program(rows(), "TOTAL/TOTAL");
        assertThat(row.statistic("std_value")).isEqualTo(1);
        assertThat(row.statistic("std_hi")).isEqualTo(1);
    }

    @Test
    void bandsLookAtPeopleOnTheDayTheMeasureDoes() {
        LocalDate turnsEighteenInThePeriod = LocalDate.of(2007, 6, 1);
        add(StoryPeople.SCREENING, StoryPeople.PRACTICES.get(0), "WHITE", turnsEighteenInThePeriod, 1, 2);
        add(StoryPeople.SCREENING, StoryPeople.PRACTICES.get(0), "BLACK", LocalDate.of(2011, 6, 1), 1, 4);
        add(StoryPeople.CONTROL, StoryPeople.PRACTICES.get(0), "WHITE", turnsEighteenInThePeriod, 1, 2);
        add(StoryPeople.CONTROL, StoryPeople.PRACTICES.get(0), "BLACK", AGED_40, 1, 4);
        List<TableRow> rows = rows();
        // At the start of the period both are below 18, at its end both are of age: one band either way.
        TableRow screened = row(rows, "CMS2", "MCP", "race_eth_2024/WHITE");
        assertThat(screened.statistic("std_value")).isEqualTo(.5);
        assertThat(screened.text("std_weights_id")).isEqualTo("internal:CMS2:12 to 17:2025");
        assertThat(program(rows, "race_eth_2024/WHITE").statistic("std_value")).isEqualTo(.5);
    }

    @Test
    void aRateOfNobodyHasNoStandard() {
        TableRow row = program(rows(), "TOTAL/TOTAL");
        assertThat(row.text("std_weights_id")).isNull();
        assertThat(row.statistic("std_value")).isNull();
    }

    @Test
    void whatIsNoProportionIsNeverStandardised() {
        people.addAll(StoryPeople.crowd(120, 7));
        assertThat(rows())
                .filteredOn(row -> !row.text("scoring").equals("PROPORTION"))
                .isNotEmpty()
                .allMatch(row -> row.text("std_weights_id") == null && row.statistic("std_value") == null);
    }

    @Test
    void aWithheldValueIsNotToldInAnotherColumn() {
        addGroupsOfThePrintedTable();
        marks = new QualityMarks(List.of(new QualityMarks.Mark(
                "DQ02_BLOCKS",
                true,
                new TreeSet<>(List.of("ALL")),
                new TreeSet<>(List.of("CMS165")),
                new TreeSet<>(List.of(Attribute.RACE_ETHNICITY)))));
        TableRow row = program(rows(), "race_eth_2024/BLACK");
        assertThat(row.text("quality_mark")).isEqualTo("BLOCKED");
        assertNamedAlone(row);
    }
}
