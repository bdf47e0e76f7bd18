package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.SharedFolder;

class CodeShapeTest {
    @ParameterizedTest
    @CsvSource({
        "SNOMED, 428361000124107",
        "SNOMED, 10637031000119106",
        "ICD10CM, e1165",
        "ICD10CM, W19.XXXA",
        "CPT, 0464U",
        "CPT, 3044F",
        "HCPCS, G0402",
        "LOINC, 4548-4",
        "RXNORM, 310436",
        "NDC, 0054-0090-21",
        "CDCREC, 2106-3",
        "ICD9CM, 250.00",
    })
    void aCodeOfItsSystemPasses(CodeSystem system, String code) {
        assertThat(CodeShape.damage(system, code, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SNOMED, 428361000124100",
        "SNOMED, 1.0637E+16",
        "SNOMED, 99213",
        "CPT, 100",
        "CPT, G0402",
        "HCPCS, 99213",
        "ICD10CM, 250.00",
        "LOINC, 45484",
        "NDC, 540090",
        "SOP, ''",
    })
    void aDamagedCodeOrACodeOfAnotherSystemDoesNot(CodeSystem system, String code) {
        assertThat(CodeShape.damage(system, code, false)).isPresent();
    }

    @Test
    void aNumberMayHaveLostWhatACodeNeeds() {
        assertThat(CodeShape.damage(CodeSystem.SNOMED, "10637031000119106", true))
                .hasValueSatisfying(detail -> assertThat(detail).contains("last digits"));
        assertThat(CodeShape.damage(CodeSystem.ICD9CM, "250.1", true))
                .hasValueSatisfying(detail -> assertThat(detail).contains("zeros"));
        assertThat(CodeShape.damage(CodeSystem.CPT, "99213", true)).isEmpty();
    }

    @Test
    void everyPublishedCodePasses() throws IOException {
        PublishedExpansions published = PublishedExpansions.read(SharedFolder.require("valuesets"));
        assertThat(published.main().values())
                .flatExtracting(Expansion::members)
                .hasSizeGreaterThan(9000)
                .allSatisfy(member -> assertThat(CodeShape.damage(member.system(), member.code(), false))
                        .isEmpty());
    }

    @Test
    void oneWrongDigitNeverKeepsTheCheckDigit() {
        String right = "10637031000119106";
        for (int place = 0; place < right.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = right.substring(0, place) + digit + right.substring(place + 1);
                assertThat(SnomedCheckDigit.holds(changed)).as(changed).isEqualTo(changed.equals(right));
            }
        }
    }
}
