package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFormTest {
    @ParameterizedTest
    @CsvSource({
        "ICD10CM, e1165, E11.65",
        "ICD10CM, ' I10 ', I10",
        "ICD10CM, E11.65, E11.65",
        "ICD10CM, W19XXXA, W19.XXXA",
        "ICD9CM, 25000, 250.00",
        "ICD9CM, E8859, E885.9",
        "ICD10PCS, 0dtE0zz, 0DTE0ZZ",
        "CPT, 0464u, 0464U",
        "CDCREC, 21063, 2106-3",
        "UBREV, 450, 0450",
        "POS, 2, 02",
        "UBTOB, 0811, 811",
        "UBTOB, 811, 811",
        "NDC, 0054-0090-21, 00054009021",
        "NDC, 00054009021, 00054009021",
        "LOINC, 4548-4, 4548-4",
    })
    void aCodeHasOneWrittenForm(CodeSystem system, String delivered, String normal) {
        assertThat(CodeForm.normal(system, delivered)).isEqualTo(normal);
        assertThat(CodeForm.normal(system, normal)).as("twice").isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, SNOMED",
        "SNOMEDCT, SNOMED",
        "ICD-10-CM, ICD10CM",
        "http://hl7.org/fhir/sid/icd-10-cm, ICD10CM",
        "urn:oid:2.16.840.1.113883.6.90, ICD10CM",
        "2.16.840.1.113883.6.1, LOINC",
        "http://www.ama-assn.org/go/cpt, CPT",
        "CPT2, CPT",
        "DISCHARGE_STATUS, DISCHARGE",
        "TOB, UBTOB",
    })
    void aCodeSystemIsKnownByItsNameUriAndOid(String written, CodeSystem system) {
        assertThat(CodeSystem.parse(written)).contains(system);
    }

    @Test
    void anUnknownCodeSystemIsNotGuessed() {
        assertThat(CodeSystem.parse("http://example.org/codes")).isEmpty();
        assertThat(CodeSystem.parse("")).isEmpty();
    }
}
