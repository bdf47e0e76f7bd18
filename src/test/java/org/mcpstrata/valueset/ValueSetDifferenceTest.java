package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueSetDifferenceTest {
    private static final String HEADER = "value_set_oid,value_set_name,code_system,code,display\n";

    @TempDir
    private Path folder;

    private Path csv(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + rows);
    }

    @Test
    void theCodesOfEitherSideAreToldApartBySystem() throws IOException {
        Path a = csv("a.csv", "1.1,Visit,CPT,99213,\n1.1,Visit,HCPCS,G0402,\n1.2,Same,CPT,99215,\n");
        Path b = csv("b.csv", "1.1,Visit,CPT,99214,\n1.1,Visit,CPT,99213,\n1.2,Same,CPT,99215,\n");

        ValueSetDifference.Comparison comparison = ValueSetDifference.between(a, b);

        assertThat(comparison.compared()).isEqualTo(2);
        assertThat(comparison.different()).singleElement().satisfies(visit -> {
            assertThat(visit.id()).isEqualTo("1.1");
            assertThat(ValueSetDifference.bySystem(visit.onlyA()))
                    .containsOnly(Map.entry(CodeSystem.HCPCS, List.of("G0402")));
            assertThat(ValueSetDifference.bySystem(visit.onlyB()))
                    .containsOnly(Map.entry(CodeSystem.CPT, List.of("99214")));
        });
    }

    @Test
    void aValueSetThatOneSideLacksIsADifferenceOfAllItsCodes() throws IOException {
        Path a = csv("a.csv", "1.1,Visit,CPT,99213,\n");
        Path b = csv("b.csv", "1.1,Visit,CPT,99213,\n1.3,New,CPT,99215,\n");

        assertThat(ValueSetDifference.between(a, b).different()).singleElement().satisfies(added -> {
            assertThat(added.inA()).isFalse();
            assertThat(added.inB()).isTrue();
            assertThat(added.onlyB()).containsExactly(Coding.of(CodeSystem.CPT, "99215"));
        });
    }

    @Test
    void oneCodeWrittenInTwoWaysIsNoDifference() throws IOException {
        Path a = csv("a.csv", "1.1,Diabetes,ICD10CM,E1165,\n");
        Path b = csv("b.csv", "1.1,Diabetes,http://hl7.org/fhir/sid/icd-10-cm,E11.65,\n");
        assertThat(ValueSetDifference.between(a, b).different()).isEmpty();
    }
}
