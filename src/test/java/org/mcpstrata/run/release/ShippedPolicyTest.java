package org.mcpstrata.run.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.problem.Place;
import org.mcpstrata.protect.PolicyReader;
import org.mcpstrata.protect.ProtectionPolicy;
import org.mcpstrata.protect.StratifierFacts;
import org.mcpstrata.stratify.Stratifiers;
import org.mcpstrata.stratify.Switches;

class ShippedPolicyTest {
    private static final Path STRATIFIERS = Path.of("measures/stratifiers.yaml");

    @Test
    void shippedPolicyIsReadable() {
        ProtectionPolicy policy = PolicyReader.read(
                Path.of("measures/protection.yaml"), ReleasedStratifiers.facts(Stratifiers.load(STRATIFIERS)));

        assertThat(policy.rule().threshold()).isEqualTo(10);
        assertThat(policy.rule().width()).isEqualTo(10);
        assertThat(policy.crossings()).hasSize(2);
        assertThat(policy.coarsening().ladders()).containsKeys("race_eth_2024", "age_band", "language");
    }

    @Test
    void orientationIdentityAndTribalAffiliationAreGuardedWhateverTheFileCallsThem() {
        Switches on = new Switches(
                new TreeSet<>(List.of("sexual_orientation", "gender_identity", "tribal_ihs")),
                true,
                Set.of(),
                null,
                Set.of(),
                Place::of);
        Stratifiers stratifiers = Stratifiers.load(STRATIFIERS, on);

        assertThat(ReleasedStratifiers.facts(stratifiers).entrySet().stream()
                        .filter(each -> each.getValue().guard() == StratifierFacts.Guard.NEVER_SPLIT)
                        .map(each -> each.getKey() + " " + each.getValue().attribute()))
                .containsExactly(
                        "gender_identity GENDER_IDENTITY",
                        "sexual_orientation SEXUAL_ORIENTATION",
                        "tribal_ihs TRIBAL_AFFILIATION");
        assertThat(ReleasedStratifiers.meaning(stratifiers, "tribal_ihs", "NOT_AIAN"))
                .hasValueSatisfying(meaning -> assertThat(meaning.attribute()).isEqualTo("TRIBAL_AFFILIATION"));
    }

    @Test
    void socialNeedsAreReleasedByNoShippedPolicyAndOneOfThemByAny() {
        List<String> axes = List.of("hrsn_any", "hrsn_food", "hrsn_safety");
        Switches on = new Switches(new TreeSet<>(axes), false, Set.of(), null, Set.of(), Place::of);
        SortedMap<String, StratifierFacts> facts = ReleasedStratifiers.facts(Stratifiers.load(STRATIFIERS, on));

        assertThat(PolicyReader.read(Path.of("measures/protection.yaml"), facts).stratifiers())
                .doesNotContainKeys(axes.toArray(String[]::new));
        assertThat(facts).containsKeys("hrsn_any", "hrsn_food", "hrsn_safety");
        assertThat(axes.stream().map(axis -> facts.get(axis).attribute()).distinct())
                .as("views of one answer, of which a policy may name one")
                .containsExactly("SOCIAL_NEEDS");
        assertThat(facts.get("hrsn_food").strata())
                .containsEntry("NOT_SCREENED", true)
                .containsEntry("POSITIVE", false);
    }

    @Test
    void questionsApartAndMedicareFactsAreViewsOfOneFactToo() {
        List<String> optional = List.of("ncqa_race", "ncqa_ethnicity", "lis", "dual_or_lis");
        Switches on = new Switches(new TreeSet<>(optional), false, Set.of(), null, Set.of(), Place::of);
        SortedMap<String, StratifierFacts> facts = ReleasedStratifiers.facts(Stratifiers.load(STRATIFIERS, on));

        assertThat(List.of("race_eth_2024", "ncqa_race", "ncqa_ethnicity"))
                .allMatch(id -> facts.get(id).attribute().equals("RACE_ETHNICITY"));
        assertThat(List.of("dual", "lis", "dual_or_lis"))
                .allMatch(id -> facts.get(id).attribute().equals("MEDICAID_OR_SUBSIDY"));
        assertThat(ReleasedStratifiers.meaning(Stratifiers.load(STRATIFIERS, on), "ncqa_race", "WHITE"))
                .hasValueSatisfying(meaning -> assertThat(meaning.attribute()).isEqualTo("RACE_ETHNICITY"));
    }

    @Test
    void whoHasNoMedicareOrNoPracticeIsTheSameInEveryStratifierThatSaysSo() {
        SortedMap<String, StratifierFacts> facts = ReleasedStratifiers.facts(Stratifiers.load(STRATIFIERS));

        assertThat(facts.get("dual").inapplicable())
                .isEqualTo(facts.get("disability").inapplicable())
                .isEqualTo("NO_MEDICARE");
        assertThat(facts.get("track").inapplicable())
                .isEqualTo(facts.get("participant_type").inapplicable())
                .isEqualTo("NO_PRACTICE");
        assertThat(facts.get("sex").inapplicable()).isEmpty();
    }
}
