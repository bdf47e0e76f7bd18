package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mcpstrata.SharedFolder;

/** What the generator believes a code means is what the published value sets say. */
class CodesAgreeWithValueSetsTest {
    private static final int PEOPLE = 4_000;

    @Test
    void everyDiagnosisHasTheMeaningTheTruthGivesIt() throws IOException {
        Set<String> used = diagnoses();
        assertThat(used).hasSizeGreaterThan(40);
        assertMeaning(used, "advanced_illness", Codes.ADVANCED_ILLNESS_SET);
        Set<String> frail = new HashSet<>(members("frailty_diagnosis"));
        frail.addAll(members("frailty_symptom"));
        assertThat(common(used, frail)).isEqualTo(common(used, Codes.FRAILTY_SET));
        assertMeaning(used, "diabetes", Codes.DIABETES_SET);
        assertMeaning(used, "essential_hypertension", Set.of(Codes.HYPERTENSION));
        assertMeaning(used, "pregnancy", Codes.PREGNANCY_SET);
        assertMeaning(used, "malignant_neoplasm_of_colon", Codes.COLON_CANCER);
        assertMeaning(used, "palliative_care_diagnosis", Set.of(Codes.PALLIATIVE));
        assertMeaning(used, "end_stage_renal_disease", Set.of(Codes.RENAL_FAILURE));
        assertMeaning(used, "chronic_kidney_disease_stage_5", Set.of());
        assertMeaning(used, "kidney_transplant_recipient", Set.of());
    }

    @Test
    void everyServiceHasTheMeaningTheTruthGivesIt() throws IOException {
        Set<String> used = services();
        Set<String> visits = new HashSet<>();
        for (String set : List.of(
                "office_visit",
                "annual_wellness_visit",
                "preventive_care_services_established_office_visit_18_and_up",
                "preventive_care_services_initial_office_visit_18_and_up",
                "home_healthcare_services",
                "virtual_encounter",
                "telephone_visits")) {
            visits.addAll(members(set));
        }
        assertThat(common(used, visits)).isEqualTo(common(used, Codes.QUALIFYING_VISIT));
        assertMeaning(used, "colonoscopy", Codes.COLONOSCOPY);
        assertMeaning(used, "flexible_sigmoidoscopy", Set.of(Codes.SIGMOIDOSCOPY));
        assertMeaning(used, "total_colectomy", Set.of(Codes.COLECTOMY));
        assertMeaning(used, "frailty_encounter", Set.of(Codes.FRAILTY_VISIT));
        assertMeaning(used, "hospice_encounter", Set.of(Codes.HOSPICE_VISIT));
        assertMeaning(used, "palliative_care_encounter", Set.of());
        assertMeaning(used, "kidney_transplant", Set.of());
        Set<String> dialysis = new HashSet<>(members("dialysis_services"));
        dialysis.addAll(members("esrd_monthly_outpatient_services"));
        assertThat(common(used, dialysis)).isEqualTo(common(used, Codes.DIALYSIS_SET));
    }

    @Test
    void clinicalCodesAreMembersOfTheirSets() throws IOException {
        assertThat(members("hba1c_laboratory_test")).containsAll(Codes.HBA1C_LOINC);
        assertThat(members("fecal_occult_blood_test_fobt")).containsAll(Codes.FECAL_LOINC);
        assertThat(members("sdna_fit_test")).contains(Codes.STOOL_DNA_LOINC);
        assertThat(members("ct_colonography")).contains(Codes.COLONOGRAPHY_LOINC);
        assertThat(members("dementia_medications")).containsAll(Codes.DEMENTIA_RXNORM);
        assertThat(members("frailty_device")).containsAll(Codes.FRAILTY_DEVICE_SNOMED);
        assertThat(members("hospice_care_ambulatory")).contains(Codes.HOSPICE_ORDER_SNOMED);
        assertThat(members("essential_hypertension")).contains(Codes.HYPERTENSION_SNOMED);
        assertThat(members("diabetes")).contains(Codes.DIABETES_SNOMED);
        assertThat(members("total_colectomy")).contains(Codes.COLECTOMY_PCS);
    }

    private static void assertMeaning(Set<String> used, String set, Collection<String> meant) throws IOException {
        assertThat(common(used, members(set))).as(set).isEqualTo(new TreeSet<>(meant));
    }

    private static Set<String> common(Set<String> used, Collection<String> set) {
        Set<String> common = new TreeSet<>(used);
        common.retainAll(set);
        return common;
    }

    private static Set<String> diagnoses() {
        Set<String> used = new TreeSet<>(Set.of(Billing.EXTERNAL_CAUSE));
        history().forEach(claim -> used.addAll(claim.diagnoses()));
        return used;
    }

    private static Set<String> services() {
        Set<String> used = new TreeSet<>();
        history().forEach(claim -> claim.lines().forEach(line -> used.add(line.hcpcs())));
        return used;
    }

    private static List<Claim> history() {
        Timeline timeline = new Timeline(2025, LocalDate.of(2026, 1, 15));
        PersonFactory people = new PersonFactory(1, timeline, PlantedDisparities.standard());
        return IntStream.range(0, PEOPLE)
                .mapToObj(people::person)
                .flatMap(person -> person.care().claims().stream())
                .toList();
    }

    private static Set<String> members(String name) throws IOException {
        Path folder = SharedFolder.require("valuesets");
        Set<String> members = new HashSet<>();
        try (var files = Files.newDirectoryStream(folder, name + "__*.csv")) {
            for (Path file : files) {
                Files.readAllLines(file).stream().skip(1).forEach(line -> members.add(code(line)));
            }
        }
        assertThat(members).as(name).isNotEmpty();
        return members;
    }

    /** The fourth column; the second may be quoted and hold a comma. */
    private static String code(String line) {
        String unquoted = line.replaceFirst(",\"[^\"]*\",", ",name,");
        return unquoted.split(",", -1)[3];
    }
}
