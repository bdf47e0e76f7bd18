package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.OptionalFacts;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.protect.PublicDimensions;

/** Results by tax identification number and by county, which only some programs want. */
class OptionalEntitiesTest {
    private static final Stratifiers WANTED = Stratifiers.load(
            StoryPeople.STRATIFIER_FILE,
            new Switches(new TreeSet<>(), false, Set.of(), null, Set.of(EntityType.TIN, EntityType.COUNTY), Place::of));
    private static final Practice NORTH = new Practice("N", "North", "12-3456789", "CO", 1, "STANDARD");
    private static final Practice SOUTH = new Practice("S", "South", "123456789", "NM", 2, "FQHC");
    private static final Practice WEST = new Practice("W", "West", "987654321", "CO", 3, "STANDARD");

    private final List<PersonVerdicts> people = new ArrayList<>(List.of(
            person(1, NORTH, "35031", true),
            person(2, NORTH, "CO DENVER", false),
            person(3, SOUTH, "35031", true),
            person(4, WEST, null, true),
            person(5, Practice.unattributed("WA"), "53033", false)));

    private static PersonVerdicts person(int number, Practice practice, String county, boolean met) {
        Person person = StoryPeople.person(
                "P" + number,
                LocalDate.of(1950, 6, 1),
                Map.of(Attribute.SEX, StoryPeople.answer(number % 2 == 0 ? "F" : "M")),
                practice,
                new TreeSet<>(List.of("COMMERCIAL", "payer:alpha")));
        return new PersonVerdicts(
                PersonDraft.like(person).wanted(new OptionalFacts(null, county)).build(),
                List.of(StoryPeople.met(StoryPeople.CONTROL, met)));
    }

    private StratifiedResult result(Stratifiers stratifiers, int parts) {
        return new StratifiedResult(
                ResultContext.of("run", "MCP", "", StoryPeople.PERIOD, List.of("alpha"), List.of()),
                stratifiers,
                StoryPeople.MEASURES,
                cells(stratifiers, parts));
    }

    private Cells cells(Stratifiers stratifiers, int parts) {
        return CountedPeople.in(stratifiers, StoryPeople.MEASURES, people, parts);
    }

    private static List<String> of(List<TableRow> rows, String type) {
        return rows.stream()
                .filter(row -> row.text("entity_type").equals(type)
                        && row.text("measure_id").equals("CMS165")
                        && row.text("stratifier_id").equals("TOTAL"))
                .map(row -> row.text("entity_id") + " " + row.count("numerator") + "/"
                        + row.count("performance_denominator") + " " + row.text("entity_state"))
                .toList();
    }

    @Test
    void practicesOfOneNumberAreOneEntityHoweverItIsWritten() {
        assertThat(of(result(WANTED, 1).rows().toList(), "TIN"))
                .containsExactly("123456789 2/3 null", "987654321 1/1 CO", "UNKNOWN 0/1 WA");
    }

    @Test
    void countiesAreThoseOfResidenceWhereverThePracticeLies() {
        assertThat(of(result(WANTED, 1).rows().toList(), "COUNTY"))
                .containsExactly("35031 2/2 null", "53033 0/1 null", "CO DENVER 0/1 null", "UNKNOWN 1/1 null");
    }

    @Test
    void rowsAreOfAllPayersTogetherAndWithoutCrossings() {
        assertThat(result(WANTED, 1).rows().filter(row -> Set.of("TIN", "COUNTY")
                        .contains(row.text("entity_type"))))
                .isNotEmpty()
                .allMatch(row -> row.text("payer_scope").equals("ALL"))
                .allMatch(row -> row.value("components") == null)
                .anyMatch(row -> row.text("stratifier_id").equals("sex"));
    }

    @Test
    void rowsDoNotDependOnPartsAndComeInTheOrderOfTheirKeyAlsoFromTasks() {
        StratifiedResult result = result(WANTED, 3);
        List<TableRow> rows = result.rows().toList();
        assertThat(rows)
                .isEqualTo(result(WANTED, 1).rows().toList())
                .isSortedAccordingTo(TableRow.by(StratifiedResult.SCHEMA, StratifiedResult.KEY));
        SentResult sent = SerializationUtils.roundtrip(result.toSend());
        List<TableRow> made = new ArrayList<>();
        result.slices().forEach(slice -> sent.rows(slice).forEachRemaining(made::add));
        assertThat(made).isEqualTo(rows);
    }

    @Test
    void allOtherRowsAreThoseOfARunWithoutThem() {
        assertThat(result(WANTED, 1).rows().filter(row -> !Set.of("TIN", "COUNTY")
                        .contains(row.text("entity_type"))))
                .isEqualTo(result(Stratifiers.load(StoryPeople.STRATIFIER_FILE), 1)
                        .rows()
                        .toList());
    }

    @Test
    void theySumToTheProgramAndALostRowIsNoticed() {
        List<TableRow> rows = result(WANTED, 1).rows().toList();
        assertThat(broken(rows)).isEmpty();
        for (String type : List.of("TIN", "COUNTY")) {
            List<TableRow> wrong = new ArrayList<>(rows);
            wrong.remove(wrong.stream()
                    .filter(row -> row.text("entity_type").equals(type)
                            && row.text("stratifier_id").equals("sex"))
                    .findFirst()
                    .orElseThrow());
            assertThat(broken(wrong).stream().map(Law::statement).collect(Collectors.joining()))
                    .contains(type.equals("TIN") ? "TINs sum to the program" : "counties sum to the program");
        }
    }

    private static List<Law> broken(List<TableRow> rows) {
        StratifyLaws laws = new StratifyLaws();
        rows.forEach(laws::add);
        return laws.laws().stream().filter(law -> !law.holds()).toList();
    }

    @Test
    void nothingIsComparedByThem() {
        assertThat(result(WANTED, 1).scopes())
                .extracting(ResultScope::entityType)
                .contains(EntityType.STATE)
                .doesNotContain(EntityType.TIN, EntityType.COUNTY);
    }

    @Test
    void theirNamesAreInTheRestrictedDimensionAloneAndNeverInTheReleasedOne() {
        ResultContext context = ResultContext.of("run", "MCP", "", StoryPeople.PERIOD, List.of("alpha"), List.of());
        List<TableRow> entities = Dimensions.entities(context, cells(WANTED, 1));
        assertThat(entities)
                .isSortedAccordingTo(TableRow.by(Dimensions.ENTITY, List.of("entity_type", "entity_id")))
                .extracting(row -> row.text("entity_type"))
                .contains("TIN", "COUNTY");
        assertThat(PublicDimensions.entities(entities))
                .isNotEmpty()
                .extracting(row -> row.text("entity_type"))
                .containsOnly("PRACTICE", "STATE", "PROGRAM");
    }
}
