package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.TableRow;

/** The trail from a stratum's number to its people, and what becomes of the laws when the trail is broken. */
class StratumTotalsTest {
    private static final int PEOPLE = 60;
    private static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);

    private final List<TableRow> results = new ArrayList<>();
    private final List<TableRow> memberships = new ArrayList<>();
    private final List<TableRow> stratified = new ArrayList<>();
    private final List<TableRow> dimension = new ArrayList<>();

    @BeforeEach
    void count() {
        MemberResult result = new MemberResult("run", StoryPeople.PERIOD, StoryPeople.MEASURES);
        MemberStratum stratum = new MemberStratum("run", StoryPeople.PERIOD, StoryPeople.MEASURES, STRATIFIERS);
        CellCounter counter = new CellCounter(STRATIFIERS, StoryPeople.PERIOD, StoryPeople.MEASURES);
        StoryPeople.crowd(PEOPLE, 7).stream()
                .sorted(Comparator.comparing(
                        (PersonVerdicts each) -> each.person().personId()))
                .forEach(person -> {
                    results.addAll(result.rows(person));
                    memberships.addAll(stratum.rows(person.person()));
                    counter.add(person);
                });
        Cells cells = new RollUp(STRATIFIERS, "MCP", StoryPeople.MEASURES)
                .gather(List.of(counter.partial()))
                .rolledUp();
        ResultContext context = ResultContext.of("run", "MCP", "Program", StoryPeople.PERIOD, List.of(), List.of());
        new StratifiedResult(context, STRATIFIERS, StoryPeople.MEASURES, cells)
                .rows()
                .forEach(stratified::add);
        dimension.addAll(Dimensions.strata(STRATIFIERS, cells));
    }

    private List<Law> broken() {
        return new StratumTotals(StoryPeople.MEASURES)
                .read(results.iterator(), memberships.iterator(), row -> {}).laws(stratified, dimension).stream()
                        .filter(law -> !law.holds())
                        .toList();
    }

    @Test
    void everyStratumLeadsToItsPeople() {
        assertThat(broken()).isEmpty();
        assertThat(memberships).hasSizeGreaterThan(PEOPLE * STRATIFIERS.all().size());
    }

    @Test
    void totalsOfPartsAddUpToThoseOfTheWhole() {
        int cut = results.indexOf(results.stream()
                .filter(row -> !row.text("person_id").equals(results.get(0).text("person_id")))
                .findFirst()
                .orElseThrow());
        String firstOfSecondPart = results.get(cut).text("person_id");
        int cutOfStrata = (int) memberships.stream()
                .takeWhile(row -> row.text("person_id").compareTo(firstOfSecondPart) < 0)
                .count();
        StratumTotals first = new StratumTotals(StoryPeople.MEASURES)
                .read(
                        results.subList(0, cut).iterator(),
                        memberships.subList(0, cutOfStrata).iterator(),
                        row -> {});
        StratumTotals second = new StratumTotals(StoryPeople.MEASURES)
                .read(
                        results.subList(cut, results.size()).iterator(),
                        memberships.subList(cutOfStrata, memberships.size()).iterator(),
                        row -> {});
        assertThat(first.plus(second).laws(stratified, dimension)).isNotEmpty().allMatch(Law::holds);
    }

    @Test
    void aPersonWithoutStrataBreaksALaw() {
        String lost = memberships.get(0).text("person_id");
        memberships.removeIf(row -> row.text("person_id").equals(lost));
        assertThat(broken()).extracting(Law::statement).anyMatch(statement -> statement.contains("do not match"));
    }

    @Test
    void aPersonInAnothersStratumBreaksALawThoughTheSumIsRight() {
        TableRow moved = memberships.stream()
                .filter(row -> row.text("stratifier_id").equals("sex")
                        && row.text("stratum_id").equals("F"))
                .findFirst()
                .orElseThrow();
        memberships.set(memberships.indexOf(moved), changed(moved, "stratum_id", "M"));
        assertThat(broken()).extracting(Law::statement).allMatch(statement -> statement.contains("does not lead to"));
        assertThat(broken()).isNotEmpty();
    }

    @Test
    void aPersonOfAnotherPracticeInOneOfTheTablesBreaksALaw() {
        memberships.set(0, changed(memberships.get(0), "practice_id", "PR9"));
        assertThat(broken()).extracting(Law::statement).anyMatch(statement -> statement.contains("do not match"));
    }

    @Test
    void peopleOfASmallLanguageAreFollowedToWhereTheyAreCounted() {
        assertThat(dimension).anyMatch(row -> row.text("counted_in") != null);
        assertThat(memberships.stream()
                        .filter(row -> row.text("stratifier_id").equals("language"))
                        .map(row -> row.text("stratum_id")))
                .anyMatch(language -> dimension.stream()
                        .anyMatch(row -> row.text("stratum_id").equals(language) && row.text("counted_in") != null));
        dimension.replaceAll(row -> changed(row, "counted_in", null));
        assertThat(broken()).isNotEmpty();
    }

    @Test
    void rowsAreInOrderOfTheTablesKeyAndEachIsThereOnce() {
        List<String> keys = memberships.stream()
                .map(row -> String.join(
                        " ",
                        row.text("person_id"),
                        row.text("age_anchor"),
                        row.text("stratifier_id"),
                        row.text("stratum_id")))
                .toList();
        assertThat(keys).isSorted().doesNotHaveDuplicates();
        assertThat(Stream.of("PERIOD_START", "PERIOD_END")).allMatch(anchor -> memberships.stream()
                .anyMatch(row -> row.text("age_anchor").equals(anchor)));
    }

    private static TableRow changed(TableRow row, String column, String value) {
        Object[] values = row.values().clone();
        values[row.schema().find(column).orElseThrow().index()] = value;
        return new TableRow(row.schema(), values);
    }
}
