package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ValueSetsTest {
    private static final ValueSet VISITS = ValueSet.of(
            "1.1", "Visits", List.of(Coding.of(CodeSystem.CPT, "99213"), Coding.of(CodeSystem.HCPCS, "G0402")));
    private static final ValueSet DIABETES = new ValueSet(
            "1.2",
            "Diabetes",
            Set.of(Coding.of(CodeSystem.ICD10CM, "O24.410")).stream()
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll),
            new TreeSet<>(List.of(Coding.of(CodeSystem.ICD10CM, "E10"))),
            new TreeSet<>(List.of(Coding.of(CodeSystem.ICD10CM, "E10.8"))),
            new TreeSet<>(List.of(Coding.of(CodeSystem.ICD10CM, "E10.A"))),
            "");
    private static final ValueSets SETS = new ValueSets(List.of(DIABETES, VISITS));

    @Test
    void aFiveCharacterCodeIsFoundWhicheverOfCptAndHcpcsTheClaimSays() {
        assertThat(SETS.valueSetsOf(CodeSystem.HCPCS, "99213")).containsExactly(SETS.numberOf("1.1"));
        assertThat(SETS.valueSetsOf(CodeSystem.CPT, "g0402")).containsExactly(SETS.numberOf("1.1"));
    }

    @Test
    void aHeadingStandsForItselfAndEverythingBeneathIt() {
        assertThat(SETS.valueSetsOf(CodeSystem.ICD10CM, "E10")).hasSize(1);
        assertThat(SETS.valueSetsOf(CodeSystem.ICD10CM, "e1065")).hasSize(1);
        assertThat(SETS.valueSetsOf(CodeSystem.ICD10CM, "E11.65")).isEmpty();
        assertThat(SETS.valueSetsOf(CodeSystem.SNOMED, "E10.65")).isEmpty();
    }

    @Test
    void whatIsTakenOutOfAHeadingStaysOut() {
        assertThat(SETS.valueSetsOf(CodeSystem.ICD10CM, "E10.A2")).isEmpty();
        assertThat(SETS.valueSetsOf(CodeSystem.ICD10CM, "E10.8")).isEmpty();
        assertThat(SETS.valueSetsOf(CodeSystem.ICD10CM, "E10.81")).hasSize(1);
    }

    @Test
    void twoSetsOfOneIdAreRefused() {
        assertThatThrownBy(() -> new ValueSets(List.of(VISITS, VISITS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.1");
    }

    @Test
    void numbersFollowTheOrderOfIdsAndNotOfLoading() {
        assertThat(new ValueSets(List.of(VISITS, DIABETES)).all()).isEqualTo(SETS.all());
    }
}
