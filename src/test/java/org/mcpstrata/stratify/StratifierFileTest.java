package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

class StratifierFileTest {
    private static final String SEX = """
            stratifiers:
              - id: sex
                standard: S
                rule: single answer
                attribute: SEX
                strata:
                  - { id: F, label: Female, from: [F] }
                  - { id: M, label: Male, from: [M] }
            """;

    @TempDir
    Path folder;

    private List<Problem> problems(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("stratifiers.yaml"), yaml);
        return catchThrowableOfType(ProblemException.class, () -> Stratifiers.load(file))
                .problems();
    }

    /** The path of a problem inside the file, without the column. */
    private static String path(Problem problem) {
        return problem.place().field().replaceAll(" ?\\(?column [0-9]+\\)?", "");
    }

    @Test
    void aSmallFileLoads() throws IOException {
        Path file = Files.writeString(folder.resolve("stratifiers.yaml"), SEX);
        assertThat(Stratifiers.load(file).all()).extracting(Stratifier::id).containsExactly("TOTAL", "sex");
    }

    @Test
    void everyMistakeOfTheGroupsOfProbabilitiesIsReportedAlthoughNobodyWantsThem() throws IOException {
        assertThat(problems(SEX + """
                        indirect:
                          id: sex
                          standard: S
                          attribute: SEX
                          wins: HISPANIC
                          guess: 1
                          strata:
                            - { id: WHITE, label: White, column: white, from: [WHITE] }
                            - { id: OTHER, label: Other, column: white, from: [WHITE] }
                            - { id: BLACK, label: Black, column: black, from: [WHITE], weak: maybe, kind: OTHER, odd: 1 }
                        """))
                .extracting(StratifierFileTest::path)
                .containsExactlyInAnyOrder("indirect > guess", "indirect > strata[3] > odd");
        assertThat(problems(SEX + """
                        indirect:
                          id: sex
                          standard: S
                          attribute: SEX
                          strata:
                            - { id: WHITE, label: White, column: white, from: [WHITE] }
                            - { id: OTHER, label: Other, column: white }
                            - { id: BLACK, label: Black, column: black, from: [WHITE], weak: maybe, kind: OTHER }
                        """))
                .extracting(StratifierFileTest::path)
                .containsExactlyInAnyOrder(
                        "indirect > id",
                        "indirect > attribute",
                        "indirect > strata[2] > column",
                        "indirect > strata[3] > weak",
                        "indirect > strata[3] > kind",
                        "indirect > strata[3] > from",
                        "indirect > strata");
    }

    @Test
    void strataThatAPersonMayHaveMonthsInSeveralOfDoNotJoin() throws IOException {
        assertThat(problems("""
                stratifiers:
                  - id: track
                    standard: S
                    rule: fact
                    fact: track
                    fewest: 100
                    small join: TRACK_3
                    strata:
                      - { id: TRACK_1, label: Track 1, from: ["1"] }
                      - { id: TRACK_3, label: Track 3, from: ["3"] }
                """)).extracting(StratifierFileTest::path).containsExactly("stratifiers[1] > small join");
    }

    @Test
    void strataThatOverlapAreNotJoined() throws IOException {
        assertThat(problems("""
                stratifiers:
                  - id: race
                    standard: S
                    rule: every answer
                    attribute: RACE_ETHNICITY
                    fewest: 100
                    small join: OTHER
                    strata:
                      - { id: MENA, label: Middle Eastern, from: [MENA] }
                      - { id: OTHER, label: Other, from: [OTHER] }
                """)).extracting(StratifierFileTest::path).containsExactly("stratifiers[1] > small join");
    }

    @Test
    void everyMistakeIsReportedAtOnceWithItsPlace() throws IOException {
        List<Problem> problems = problems("""
                stratifiers:
                  - id: sex
                    rule: guess
                    strata:
                      - { id: F }
                  - id: dual
                    standard: S
                    rule: fact
                    fact: shoe size
                    strata:
                      - { id: DECLINED, label: Declined, from: [X] }
                crossings:
                  - [sex, dual, state]
                """);
        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.DEFINITION_INVALID);
        assertThat(problems)
                .extracting(StratifierFileTest::path)
                .contains(
                        "stratifiers[1]",
                        "stratifiers[1] > rule",
                        "stratifiers[1] > strata[1] > id",
                        "stratifiers[2] > fact",
                        "stratifiers[2] > strata[1] > id",
                        "crossings[1]");
    }

    @Test
    void aMisspelledFieldIsNotIgnored() throws IOException {
        assertThat(problems(SEX.replace("    attribute: SEX", "    atribute: SEX")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(path(problem)).isEqualTo("stratifiers[1] > atribute");
                    assertThat(problem.place().line()).isEqualTo(5);
                    assertThat(problem.detail()).contains("attribute");
                });
    }

    @Test
    void anUnquotedCommaThatMakesASecondKeyIsNotIgnored() throws IOException {
        assertThat(problems(SEX.replace("label: Female", "label: Girls, women")))
                .singleElement()
                .satisfies(problem -> assertThat(path(problem)).isEqualTo("stratifiers[1] > strata[1] > women"));
    }

    @Test
    void aRepeatedKeyIsNotSilentlyTheLastOne() throws IOException {
        assertThat(problems(SEX.replace("    standard: S", "    standard: S\n    standard: T")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(4));
    }

    @Test
    void aValueInTwoStrataIsRefused() throws IOException {
        assertThat(problems(SEX.replace("from: [M]", "from: [M, F]")))
                .singleElement()
                .satisfies(problem -> assertThat(path(problem)).isEqualTo("stratifiers[1] > strata[2] > from"));
    }

    @Test
    void ageBandsWithAGapAreRefused() throws IOException {
        assertThat(problems("""
                        stratifiers:
                          - id: age_band
                            standard: S
                            rule: age
                            strata:
                              - { id: young, label: Young, ages: 0-17 }
                              - { id: old, label: Old, ages: 19+ }
                        """)).singleElement().satisfies(problem -> assertThat(path(problem))
                .isEqualTo("stratifiers[1] > strata[2] > ages"));
    }

    @Test
    void threeCrossingsOfTheSameThreeAxesAreRefused() throws IOException {
        String more = SEX + """
                  - id: dual
                    standard: S
                    rule: fact
                    fact: dual status
                    strata: [ { id: FULL, label: Full, from: [FULL] } ]
                  - id: track
                    standard: S
                    rule: fact
                    fact: track
                    strata: [ { id: T1, label: Track 1, from: ["1"] } ]
                crossings:
                  - [sex, dual]
                  - [dual, track]
                  - [sex, track]
                """;
        assertThat(problems(more)).singleElement().satisfies(problem -> assertThat(path(problem))
                .isEqualTo("crossings[3]"));
    }

    private static String gender(String more) {
        return SEX + """
                  - id: gender
                    standard: S
                    rule: single answer
                    attribute: GENDER_IDENTITY
                    strata: [ { id: A, label: A, from: [A] } ]
                """ + more;
    }

    @Test
    void genderIdentityCannotBeSwitchedOnForEverybodyByTheFile() throws IOException {
        assertThat(problems(gender(""))).singleElement().satisfies(problem -> assertThat(path(problem))
                .isEqualTo("stratifiers[2]"));
        assertThat(problems(gender("    optional: maybe\n")))
                .singleElement()
                .satisfies(problem -> assertThat(path(problem)).isEqualTo("stratifiers[2] > optional"));
    }

    @Test
    void genderIdentityIsNeverCrossed() throws IOException {
        assertThat(problems(gender("    optional: true\ncrossings:\n  - [sex, gender]\n")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(path(problem)).isEqualTo("crossings[1]");
                    assertThat(problem.detail()).contains("never crossed");
                });
    }

    @Test
    void aCrossingIsOnWhenBothItsSidesAre() throws IOException {
        Path file = Files.writeString(folder.resolve("stratifiers.yaml"), SEX + """
                  - id: track
                    standard: S
                    optional: true
                    rule: fact
                    fact: track
                    strata: [ { id: T1, label: Track 1, from: ["1"] } ]
                crossings:
                  - [sex, track]
                """);
        assertThat(Stratifiers.load(file).all()).extracting(Stratifier::id).containsExactly("TOTAL", "sex");
        Switches on = new Switches(new TreeSet<>(List.of("track")), false, Set.of(), null, Set.of(), Place::of);
        assertThat(Stratifiers.load(file, on).all())
                .extracting(Stratifier::id)
                .containsExactly("TOTAL", "sex", "track", "sex_x_track");
    }

    @Test
    void needsThatNobodyLooksForAreNeverOnByThemselves() throws IOException {
        Path file = Files.writeString(folder.resolve("stratifiers.yaml"), SEX + """
                  - id: hunger
                    standard: S
                    rule: fact
                    fact: food need
                    strata: [ { id: POSITIVE, label: Hungry, from: [POSITIVE] } ]
                """);
        assertThat(catchThrowableOfType(ProblemException.class, () -> Stratifiers.load(file))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(path(problem)).isEqualTo("stratifiers[2]"));
    }

    @Test
    void aMissingFileIsAProblemAndNotACrash() {
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> Stratifiers.load(folder.resolve("absent.yaml")));
        assertThat(thrown.problems()).extracting(Problem::code).containsExactly(ProblemCode.DEFINITION_INVALID);
    }
}
