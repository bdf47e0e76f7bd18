package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

class FhirLayoutTest {
    private static final Provenance AT = new Provenance("registry", "d1", "f.ndjson", 7);
    private static final DropFacts DROP = new DropFacts(LineOfBusiness.OTHER, LocalDate.of(2026, 1, 1));

    @Test
    void localDateOfTheRecordsOwnOffsetIsKept() {
        CanonicalRow row = only("Encounter", """
                {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"AMB"},
                 "type":[{"coding":[{"system":"http://snomed.info/sct","code":"390906007"},
                                    {"system":"http://www.ama-assn.org/go/cpt","code":"99213"}]}],
                 "subject":{"reference":"https://ehr.example/fhir/Patient/p1/_history/2"},
                 "period":{"start":"2025-12-31T23:30:00.999-05:00","end":"2026-01-01T04:59:59Z"},
                 "diagnosis":[{"condition":{"reference":"Condition/c9"}}]}""");

        assertThat(row.memberId()).isEqualTo("p1");
        assertThat(row.date("encounter_start_date")).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(row.text("encounter_start_time")).isEqualTo("23:30:00");
        assertThat(row.date("encounter_end_date")).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(row.text("code_system")).isEqualTo("SNOMED");
        assertThat(row.list("more_codes")).containsExactly("CPT|99213");
        assertThat(row.list("diagnosis_condition_ids")).containsExactly("c9");
        assertThat(row.sourceRow()).isEqualTo(7);
    }

    @Test
    void panelAndItsComponentsAreRowsOfTheirOwn() {
        List<CanonicalRow> rows = rows("Observation", """
                {"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},
                 "effectiveDateTime":"2025-05-02T08:00:00Z",
                 "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},
                   "valueQuantity":{"value":139.0,"comparator":"<","unit":"mmHg","code":"mm[Hg]"}},
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},
                   "dataAbsentReason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason",
                                                  "code":"asked-declined"}]}}]}""");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).text("value_kind")).isNull();
        assertThat(rows.get(1).text("observation_id")).isEqualTo("o1#1");
        assertThat(rows.get(1).text("parent_id")).isEqualTo("o1");
        assertThat(rows.get(1).text("value")).isEqualTo("139.0");
        assertThat(rows.get(1).text("comparator")).isEqualTo("<");
        assertThat(rows.get(1).text("unit")).isEqualTo("mm[Hg]");
        assertThat(rows.get(2).text("data_absent_reason")).isEqualTo("asked-declined");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.date("observation_date")).isEqualTo(LocalDate.of(2025, 5, 2)));
    }

    @Test
    void answersToItemsThatLoincNamesAreObservations() {
        List<CanonicalRow> rows = rows("QuestionnaireResponse", """
                {"resourceType":"QuestionnaireResponse","id":"q1","status":"completed",
                 "subject":{"reference":"Patient/p1"},"authored":"2025-05-02T23:30:00-05:00",
                 "item":[{"linkId":"/71802-3","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA31993-1"}}]},
                  {"linkId":"/93042-0","item":[
                   {"linkId":"/93042-0/93033-9","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA30122-8"}}]},
                   {"linkId":"/93042-0/56799-0"}]},
                  {"linkId":"95614-4","answer":[{"valueDecimal":4}]},
                  {"linkId":"local-1","answer":[{"valueString":"not a code of anybody's"}]}]}""");

        assertThat(rows).extracting(row -> row.text("code")).containsExactly("71802-3", "93033-9", "95614-4");
        assertThat(rows).extracting(row -> row.text("value_code")).containsExactly("LA31993-1", "LA30122-8", null);
        assertThat(rows.get(2).text("value")).isEqualTo("4");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.table()).isEqualTo(Table.OBSERVATION);
            assertThat(row.memberId()).isEqualTo("p1");
            assertThat(row.text("status")).isEqualTo("final");
            assertThat(row.text("parent_id")).isEqualTo("QuestionnaireResponse/q1");
            assertThat(row.date("observation_date")).isEqualTo(LocalDate.of(2025, 5, 2));
        });
        assertThat(rows).extracting(row -> row.text("observation_id")).doesNotHaveDuplicates();
    }

    @Test
    void anUnfinishedQuestionnaireIsNoResult() {
        CanonicalRow row = only("QuestionnaireResponse", """
                {"resourceType":"QuestionnaireResponse","id":"q1","status":"in-progress",
                 "subject":{"reference":"Patient/p1"},"authored":"2025-05-02",
                 "item":[{"linkId":"71802-3","answer":[{"valueString":"at home"}]}]}""");

        assertThat(row.text("status")).isEqualTo("preliminary");
    }

    @Test
    void reasonForNotDoingIsFoundUnderEveryProfilesName() {
        CanonicalRow observation = only("Observation", """
                {"resourceType":"Observation","id":"o1","status":"cancelled","subject":{"reference":"Patient/p1"},
                 "extension":[{"url":"http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-notDoneReason",
                  "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"183932001"}]}}],
                 "code":{"coding":[{"system":"http://loinc.org","code":"73832-8"}]},
                 "issued":"2025-06-28T08:00:00.000+00:00","valueBoolean":true}""");
        CanonicalRow procedure = only("Procedure", """
                {"resourceType":"Procedure","id":"x","status":"not-done","subject":{"reference":"Patient/p1"},
                 "statusReason":{"coding":[{"system":"http://snomed.info/sct","code":"105480006"}]},
                 "extension":[{"url":"http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-recorded",
                               "valueDateTime":"2025-12-31"}]}""");
        CanonicalRow device = only("DeviceRequest", """
                {"resourceType":"DeviceRequest","id":"x","status":"completed","intent":"order",
                 "modifierExtension":[{"url":"http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-doNotPeform",
                                       "valueBoolean":true}],
                 "codeCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"183240000"}]},
                 "subject":{"reference":"Patient/p1"},"authoredOn":"2025-11-01T23:59:00.000Z"}""");

        assertThat(observation.list("reason_codes")).containsExactly("SNOMED|183932001");
        assertThat(observation.text("data_absent_reason")).isEqualTo("SNOMED|183932001");
        assertThat(observation.text("issued_time")).isEqualTo("08:00:00");
        assertThat(procedure.list("reason_codes")).containsExactly("SNOMED|105480006");
        assertThat(procedure.date("recorded_date")).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(device.flag(Table.SERVICE_REQUEST.column("do_not_perform"))).isTrue();
        assertThat(device.text("kind")).isEqualTo("DEVICE");
    }

    @Test
    void raceIsASetAndUnknownBesideARealAnswerIsDropped() {
        List<CanonicalRow> rows = rows("Patient", patient("""
                "extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[
                   {"url":"ombCategory","valueCoding":{"system":"urn:oid:2.16.840.1.113883.6.238","code":"2106-3"}},
                   {"url":"ombCategory","valueCoding":{"system":"urn:oid:2.16.840.1.113883.6.238","code":"1002-5"}},
                   {"url":"ombCategory","valueCoding":{"system":"http://terminology.hl7.org/CodeSystem/v3-NullFlavor",
                                                       "code":"UNK"}},
                   {"url":"text","valueString":"mixed"}]},
                  {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity","extension":[
                   {"url":"ombCategory","valueCoding":{"system":"http://terminology.hl7.org/CodeSystem/v3-NullFlavor",
                                                       "code":"ASKU"}}]}]"""));

        assertThat(demographics(rows, "race"))
                .extracting(row -> row.text("value"))
                .containsExactly("2106-3", "1002-5");
        assertThat(demographics(rows, "ethnicity"))
                .extracting(row -> row.text("missing_reason"))
                .containsExactly("DECLINED");
    }

    @ParameterizedTest
    @CsvSource({"asked-declined, DECLINED", "asked-unknown, ASKED_UNKNOWN", "not-asked, NOT_ASKED", "masked, UNKNOWN"})
    void reasonWhyALanguageIsAbsentIsNoLanguage(String code, String reason) {
        String system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
        List<CanonicalRow> rows = rows(
                "Patient",
                patient("\"communication\":[{\"language\":{\"coding\":[{\"system\":\"" + system + "\",\"code\":\""
                        + code + "\"}]}}]"));
        assertThat(demographics(rows, "language")).singleElement().satisfies(row -> {
            assertThat(row.text("missing_reason")).isEqualTo(reason);
            assertThat(row.text("value")).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"02563-1234, 02563, false", "1730, , true", "K1A 0B1, , true"})
    void postalCodeIsTextAndWhatIsNoZipCodeIsRemembered(String delivered, String zip, boolean lost) {
        String json = patient("\"address\":[{\"postalCode\":\"" + delivered + "\"}]");
        RecordOutcome outcome = DeliveredLines.read(new FhirLayout("Patient", Medications.NONE), json);
        assertThat(DeliveredLines.row(outcome, Table.PATIENT).text("address_zip"))
                .isEqualTo(zip);
        assertThat(((RecordOutcome.Accepted) outcome).lostZip()).isEqualTo(lost);
    }

    @Test
    void currentMbiIsTheOneThatTookEffectLastAndAllOfThemLink() {
        List<CanonicalRow> rows = rows("Patient", patient("""
                "identifier":[
                 {"system":"http://hl7.org/fhir/sid/us-mbi","value":"1S00E00AA00","period":{"end":"2024-01-01"}},
                 {"system":"http://hl7.org/fhir/sid/us-mbi","value":"1s00-e00-aa11","period":{"start":"2024-01-02"}},
                 {"system":"urn:payer:humana-ma","value":"H1"},{"system":"urn:practice:MCP0001","value":"9"}],
                "managingOrganization":{"identifier":{"system":"urn:practice","value":"MCP0001"}}"""));

        assertThat(rows.get(0).table()).isEqualTo(Table.PATIENT);
        assertThat(rows.get(0).text("mbi")).isEqualTo("1S00E00AA11");
        assertThat(rows.get(0).text("practice_id")).isEqualTo("MCP0001");
        assertThat(rows)
                .filteredOn(row -> row.table() == Table.MBI_CROSSWALK)
                .extracting(row -> row.text("mbi"), row -> row.text("other_payer_id"))
                .containsExactly(tuple("1S00E00AA00", null), tuple("1S00E00AA11", null), tuple(null, "humana-ma"));
    }

    @Test
    void drugByReferenceTakesTheCodesOfTheDropsMedication() {
        String order = """
                {"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order",
                 "medicationReference":{"reference":"Medication/med-1"},"subject":{"reference":"Patient/p1"},
                 "authoredOn":"2025-12-30","dispenseRequest":{"expectedSupplyDuration":{"value":90,"code":"days"}}}""";
        Medications known = new Medications(Map.of("med-1", List.of(new Coding("RXNORM", "312836"))));

        CanonicalRow row = ((RecordOutcome.Accepted)
                        new FhirLayout("MedicationRequest", known).read(bytes(order), 0, bytes(order).length, AT, DROP))
                .rows()
                .get(0);

        assertThat(row.text("code")).isEqualTo("312836");
        assertThat(row.integer("days_supply")).isEqualTo(90);
        assertThat(read("MedicationRequest", order))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.ORPHAN, "medicationReference"));
    }

    @Test
    void coverageTypeDecidesTheLineOfBusinessAndOpenSpansNeverEnd() {
        CanonicalRow row = only("Coverage", """
                {"resourceType":"Coverage","id":"c","status":"active","beneficiary":{"reference":"Patient/p1"},
                 "type":{"coding":[{"system":"https://nahdo.org/sopt","code":"2111"}]},"period":{"start":"2024-02"}}""");

        assertThat(row.text("payer_type")).isEqualTo("MEDICAID_MCO");
        assertThat(row.date("enrollment_start_date")).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(row.date("enrollment_end_date")).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    private static String coverage(String status, String period) {
        return """
                {"resourceType":"Coverage","id":"c","status":"%s","beneficiary":{"reference":"Patient/p1"},"period":%s}""".formatted(status, period);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "cancelled~{\"start\":\"2024-01-01\"}",
                "cancelled~{\"start\":\"2024-01-01\",\"end\":\"2023-12-31\"}",
                "draft~{\"start\":\"2024-01-01\",\"end\":\"2024-12-31\"}",
                "entered-in-error~{\"start\":\"2024-01-01\",\"end\":\"2024-12-31\"}",
            })
    void coverageThatNobodyKnowsToHaveBeenInForceCoversNobody(String status, String period) {
        assertThat(rows("Coverage", coverage(status, period))).isEmpty();
    }

    @Test
    void cancelledCoverageCoversUntilTheEndItStates() {
        CanonicalRow row = only("Coverage", coverage("cancelled", "{\"start\":\"2024-01-01\",\"end\":\"2025-03-31\"}"));

        assertThat(row.date("enrollment_start_date")).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(row.date("enrollment_end_date")).isEqualTo(LocalDate.of(2025, 3, 31));
    }

    @Test
    void typesNoMeasureReadsAreCountedWithoutRows() {
        assertThat(rows("Organization", "{\"resourceType\":\"Organization\",\"id\":\"o\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"resourceType\":\"Condition\",\"id\":\"c\"}~FIELD_MISSING~subject",
                "{\"resourceType\":\"Condition\"}~FIELD_MISSING~id",
                "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Group/g\"}}~ORPHAN~subject",
                "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient?identifier=1\"}}~ORPHAN~subject",
                "{\"resourceType\":\"Observation\",\"id\":\"c\"}~JSON_INVALID~resourceType",
                "{\"resourceType\":\"Condition\",\"id\":\"c\",\"id\":\"d\"}~JSON_INVALID~''",
                "{\"resourceType\":\"Condition\",\"id\":\"c\"} {}~JSON_INVALID~''",
                "[1]~JSON_INVALID~''",
                "{\"resourceType\":\"Condition\",\"id\":7}~FIELD_TYPE~id",
                "{\"resourceType\":\"Condition\",\"id\":\"a\\u0000\"}~ENCODING~id",
                "{\"resourceType\":\"Condition\",\"id\":\"a\\ud800\"}~ENCODING~id",
                "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p\"},\"onsetDateTime\":\"2025-02-29\"}~IMPOSSIBLE_DATE~onsetDateTime",
                "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p\"},\"onsetDateTime\":\"2025-02-20T10:00\"}~FIELD_TYPE~onsetDateTime",
            })
    void badRecordsNameTheFieldAndNeverTheValue(String json, ProblemCode code, String field) {
        assertThat(read("Condition", json)).isEqualTo(RecordOutcome.rejected(code, field));
    }

    @Test
    void deepOrHugeJsonIsRefusedNotSuffered() {
        String deep =
                "{\"resourceType\":\"Condition\",\"id\":\"c\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        String number = "{\"resourceType\":\"Observation\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p\"},"
                + "\"valueQuantity\":{\"value\":1e999999999}}";

        assertThat(read("Condition", deep)).isEqualTo(RecordOutcome.rejected(ProblemCode.JSON_INVALID, ""));
        assertThat(read("Observation", number))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_TYPE, "valueQuantity.value"));
    }

    private static List<CanonicalRow> demographics(List<CanonicalRow> rows, String attribute) {
        return rows.stream()
                .filter(row -> row.table() == Table.DEMOGRAPHICS && attribute.equals(row.text("attribute")))
                .toList();
    }

    private static String patient(String more) {
        return "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"gender\":\"female\",\"birthDate\":\"1960-02-29\"," + more
                + "}";
    }

    private static CanonicalRow only(String type, String json) {
        List<CanonicalRow> rows = rows(type, json);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<CanonicalRow> rows(String type, String json) {
        RecordOutcome outcome = read(type, json);
        assertThat(outcome).isInstanceOf(RecordOutcome.Accepted.class);
        return ((RecordOutcome.Accepted) outcome).rows();
    }

    private static RecordOutcome read(String type, String json) {
        byte[] line = bytes(json);
        return new FhirLayout(type, Medications.NONE).read(line, 0, line.length, AT, DROP);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
