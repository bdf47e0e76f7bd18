package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.protect.StratifierFacts.Guard;

class PolicyReaderTest {
    private static final Map<String, StratifierFacts> KNOWN = Map.of(
            "sex", facts("SEX", Guard.NONE, "F", "M"),
            "dual", facts("", Guard.NONE, "FULL", "PARTIAL", "NON_DUAL"),
            "age_band", facts("", Guard.NONE, "0-17", "18-64", "65+"),
            "race_eth_2024", facts("RACE", Guard.NONE, "ASIAN", "NHPI", "WHITE"),
            "race_eth_1997", facts("RACE", Guard.NONE, "ASIAN", "NHPI", "WHITE"),
            "state", facts("", Guard.NONE, "CO", "MA"),
            "track", facts("", Guard.OF_PRACTICES, "TRACK_1", "TRACK_2"),
            "gender_identity", facts("GENDER_IDENTITY", Guard.NEVER_SPLIT, "FEMALE", "MALE"));

    private static StratifierFacts facts(String attribute, Guard guard, String... strata) {
        TreeMap<String, Boolean> all = new TreeMap<>(Map.of("DECLINED", true, "UNKNOWN", true));
        List.of(strata).forEach(id -> all.put(id, false));
        return new StratifierFacts(attribute, true, guard, "", all);
    }

    @TempDir
    private Path folder;

    private ProtectionPolicy read(String text) throws IOException {
        Path file = folder.resolve("protection.yaml");
        Files.writeString(file, text);
        return PolicyReader.read(file, KNOWN);
    }

    @Test
    void threeTwoWayTablesOfThreeAxesAreRefused() {
        assertThatThrownBy(() -> read("""
                        threshold: 10
                        width: 10
                        stratifiers: [sex, dual, age_band]
                        crossings: [[sex, dual], [dual, age_band], [sex, age_band]]
                        """))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no cycle")
                .hasMessageContaining("line 4");
    }

    @Test
    void twoViewsOfOneAnswerAreRefused() {
        assertThatThrownBy(() -> read("""
                        threshold: 10
                        width: 10
                        stratifiers: [race_eth_2024, race_eth_1997]
                        """)).hasMessageContaining("another view of the answers of 'race_eth_2024'");
    }

    @Test
    void aMisspeltStratifierIsNamedWithTheLikelyOne() {
        assertThatThrownBy(() -> read("""
                        threshold: 10
                        width: 10
                        stratifiers: [sexx]
                        most smal: 3
                        """)).hasMessageContaining("'sexx'").hasMessageContaining("most small");
    }

    @Test
    void aWidthThatWouldLeaveSmallResidualsIsRefused() {
        assertThatThrownBy(() -> read("threshold: 10\nwidth: 3\n")).hasMessageContaining("at least the threshold");
    }

    private static final String HEAD = """
            threshold: 10
            width: 10
            stratifiers: [sex, dual, race_eth_2024, track, gender_identity]
            """;

    @Test
    void orientationAndIdentityAreNeverSplitFurtherWhateverAFileSays() {
        assertThatThrownBy(() ->
                        read(HEAD + "crossings: [[gender_identity, dual]]\nlines of business: [gender_identity]\n"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.problems())
                        .hasSize(2)
                        .allMatch(each -> each.detail().contains("never crossed")));
    }

    @Test
    void aPolicyMadeInCodeSplitsThemNoFurtherEither() throws IOException {
        ProtectionPolicy read = read(HEAD);
        ProtectionPolicy daring = new ProtectionPolicy(
                read.rule(),
                read.stratifiers(),
                new TreeSet<>(),
                List.of(new TreeSet<>(List.of("gender_identity", "dual"))),
                new TreeSet<>(List.of("gender_identity")),
                read.coarsening(),
                4,
                0.25);

        assertThat(daring.publishes("STATE", "ALL", "gender_identity", new TreeSet<>()))
                .isTrue();
        assertThat(daring.publishes("PROGRAM", "CHIP", "gender_identity", new TreeSet<>()))
                .isFalse();
        assertThat(daring.publishes("PRACTICE", "ALL", "gender_identity", new TreeSet<>()))
                .isFalse();
        assertThat(daring.publishes(
                        "PROGRAM", "ALL", "dual_x_gender_identity", new TreeSet<>(List.of("gender_identity", "dual"))))
                .isFalse();
    }

    @Test
    void stepsMergeWhatTheStepBeforeHas() throws IOException {
        ProtectionPolicy policy = read(HEAD + """
                merge above: 20
                ladders:
                  race_eth_2024:
                    - merge: [{ id: NR, label: Not reported, of: [DECLINED, UNKNOWN] }]
                    - merge: [{ id: NOT_WHITE, label: Not White, all but: [WHITE] }]
                """);

        Ladder ladder = policy.coarsening().ladder("race_eth_2024");
        assertThat(ladder.holder("ASIAN", 1)).isEqualTo("ASIAN");
        assertThat(ladder.holder("ASIAN", 2)).isEqualTo("NOT_WHITE");
        assertThat(ladder.holder("NR", 2)).isEqualTo("NR");
        assertThat(ladder.finest("NOT_WHITE")).containsExactly("ASIAN", "NHPI");
        assertThat(policy.asRecord().toString()).contains("NOT_WHITE");
    }

    @Test
    void aLadderThatMixesMissingWithKnownOrMergesTwiceOrMergesPracticesIsRefused() {
        for (String ladder : List.of(
                "race_eth_2024: [{ merge: [{ id: X, label: X, of: [DECLINED, WHITE] }] }]",
                "race_eth_2024: [{ merge: [{ id: X, label: X, of: [ASIAN, NHPI] }, { id: Y, label: Y, of: [NHPI, WHITE] }] }]",
                "race_eth_2024: [{ merge: [{ id: WHITE, label: X, of: [ASIAN, NHPI] }] }]",
                "race_eth_2024: [{ merge: [{ id: X, label: X, of: [ASIAN] }] }]",
                "race_eth_2024: [{ merge: [{ id: X, label: X, of: [ASIAN, KLINGON] }] }]",
                "track: [{ merge: [{ id: X, label: X, of: [TRACK_1, TRACK_2] }] }]",
                "rac: [{ merge: [] }]")) {
            assertThatThrownBy(() -> read(HEAD + "ladders:\n  " + ladder + "\n"))
                    .as(ladder)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("protection.yaml");
        }
    }

    @Test
    void payersByNameAndStrataOfPracticesAreNeverPublished() throws IOException {
        ProtectionPolicy policy = read("""
                threshold: 10
                width: 10
                stratifiers: [sex, state]
                program only: [state]
                """);

        assertThat(policy.publishes("STATE", "ALL", "state", new TreeSet<>())).isFalse();
        assertThat(policy.publishes("PROGRAM", "payer:x", "TOTAL", new TreeSet<>()))
                .isFalse();
        assertThat(policy.publishes("PRACTICE", "ALL", "sex", new TreeSet<>())).isFalse();
        assertThat(policy.publishes("STATE", "ALL", "sex", new TreeSet<>())).isTrue();
    }
}
