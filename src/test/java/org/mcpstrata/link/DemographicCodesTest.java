package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FFS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

class DemographicCodesTest {
    private final TestRows rows = new TestRows();

    @Test
    void languageIsKeptAsItsShortestCodeWithoutRegion() {
        for (String code : List.of("spa", "ES", "es-MX", "SPA")) {
            assertThat(language(code).values()).as(code).containsExactly("es");
        }
        assertThat(language("cmn-Hans").values()).containsExactly("zh");
        assertThat(language("hmn").values()).containsExactly("hmn");
    }

    @Test
    void undeterminedLanguageIsUnknownAndNonsenseUnmapped() {
        assertThat(language("und").missing()).isEqualTo(Missing.UNKNOWN);
        assertThat(language("English please").missing()).isEqualTo(Missing.UNMAPPED);
    }

    @Test
    void spellingsOfOneSexAreNoConflict() {
        ResolvedAttribute sex = resolve(
                        rows.row(Table.PATIENT, FFS, "m", "gender", "female"),
                        evidence("sex", "SELF_REPORT", "248152002"),
                        evidence("sex", "ADMINISTRATIVE", "F"))
                .get(Attribute.SEX);

        assertThat(sex.values()).containsExactly("F");
        assertThat(sex.tier()).isEqualTo(EvidenceTier.SELF_REPORT);
        assertThat(sex.conflict()).isFalse();
    }

    @Test
    void aSexStatedBesideTheGenderOfThatPatientIsTheSex() {
        ResolvedAttribute sex = resolve(
                        rows.row(Table.PATIENT, CLINIC, "m", "gender", "male"),
                        rows.row(
                                Table.DEMOGRAPHICS,
                                CLINIC,
                                "m",
                                "attribute",
                                "sex",
                                "method",
                                "ADMINISTRATIVE",
                                "value",
                                "248152002"))
                .get(Attribute.SEX);

        assertThat(sex.values()).containsExactly("F");
        assertThat(sex.conflict()).isFalse();
    }

    @Test
    void unknownSexOfTheRecordIsUnknownNotAbsent() {
        assertThat(resolve(rows.row(Table.PATIENT, FFS, "m", "gender", "unknown"))
                        .get(Attribute.SEX)
                        .missing())
                .isEqualTo(Missing.UNKNOWN);
    }

    @Test
    void everyAttributeHasAnEntry() {
        assertThat(resolve()).containsOnlyKeys(Attribute.values());
    }

    @Test
    void detailCodesBelongToOneCategory() {
        assertThat(race("1004-1").values()).containsExactly("AIAN");
        assertThat(race("2079-2").values()).containsExactly("NHPI");
        assertThat(race("2058-6").values()).containsExactly("BLACK");
        assertThat(race("nonsense").missing()).isEqualTo(Missing.UNMAPPED);
    }

    @Test
    void notKnowingOnesOrientationIsAnAnswerAndHidingItIsAnother() {
        assertThat(DemographicCodes.answer(Attribute.SEXUAL_ORIENTATION, "UNK").missing())
                .isEqualTo(Missing.ASKED_UNKNOWN);
        assertThat(DemographicCodes.answer(Attribute.SEXUAL_ORIENTATION, "ASKU").missing())
                .isEqualTo(Missing.DECLINED);
        assertThat(DemographicCodes.answer(Attribute.GENDER_IDENTITY, "UNK").missing())
                .isEqualTo(Missing.UNKNOWN);
    }

    @Test
    void havingNoTribeIsNoTribeCalledNo() {
        assertThat(DemographicCodes.answer(Attribute.TRIBAL_AFFILIATION, "no").values())
                .containsExactly("NONE");
        assertThat(DemographicCodes.answer(Attribute.TRIBAL_AFFILIATION, "91").values())
                .containsExactly("91");
        assertThat(DemographicCodes.answer(Attribute.TRIBAL_AFFILIATION, "ASKU").missing())
                .isEqualTo(Missing.DECLINED);
    }

    private static Answer race(String code) {
        return DemographicCodes.answer(Attribute.RACE_ETHNICITY, code);
    }

    private static Answer language(String code) {
        return DemographicCodes.answer(Attribute.LANGUAGE, code);
    }

    private CanonicalRow evidence(String attribute, String method, String code) {
        return rows.row(
                Table.DEMOGRAPHICS,
                CLINIC,
                "m",
                "attribute",
                attribute,
                "method",
                method,
                "observed_date",
                "2025-01-01",
                "value",
                code);
    }

    private static Map<Attribute, ResolvedAttribute> resolve(CanonicalRow... delivered) {
        return new Demographics(new MeasurementPeriod(2025), DROPS, PersonPolicy.standard())
                .resolve(List.of(delivered));
    }
}
