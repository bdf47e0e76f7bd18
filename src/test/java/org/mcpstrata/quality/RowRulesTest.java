package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.problem.ProblemCode;

/** Each row check on rows that hold and rows that do not, with the rules as they are shipped. */
class RowRulesTest {
    private static final DeliveredDays DAYS =
            new DeliveredDays(LocalDate.of(2026, 1, 15), LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 31));
    private static final RowRules RULES =
            RuleBook.load(Path.of("measures", RuleBook.FILE)).rowRules();

    private static CanonicalRow claim(Object... columnsAndValues) {
        return row(
                Table.MEDICAL_CLAIM,
                List.of(
                        "claim_id",
                        "c",
                        "claim_line_number",
                        1,
                        "claim_type",
                        "professional",
                        "record_version",
                        0,
                        "adjustment_type",
                        "ORIGINAL",
                        "claim_status",
                        "paid",
                        "line_status",
                        "paid"),
                columnsAndValues);
    }

    private static CanonicalRow fill(Object... columnsAndValues) {
        return row(
                Table.PHARMACY_CLAIM,
                List.of(
                        "claim_id",
                        "f",
                        "claim_line_number",
                        1,
                        "record_version",
                        0,
                        "adjustment_type",
                        "ORIGINAL",
                        "claim_status",
                        "paid",
                        "dispensing_date",
                        "2025-03-01"),
                columnsAndValues);
    }

    private static CanonicalRow diagnosis(String system, String code, String day) {
        return row(
                Table.CLAIM_DIAGNOSIS,
                List.of(
                        "claim_id",
                        "c",
                        "record_version",
                        0,
                        "claim_line_number",
                        0,
                        "sequence",
                        1,
                        "role",
                        "principal"),
                "code_system",
                system,
                "code",
                code,
                "claim_start_date",
                day);
    }

    private static CanonicalRow result(String code, String value, String unit) {
        return row(
                Table.OBSERVATION,
                List.of("observation_id", "o", "code_system", "LOINC"),
                "code",
                code,
                "value",
                value,
                "unit",
                unit);
    }

    private static CanonicalRow patient(Object... columnsAndValues) {
        return row(Table.PATIENT, List.of(), columnsAndValues);
    }

    private static CanonicalRow covered(String from, String to, Object... columnsAndValues) {
        return row(
                Table.ELIGIBILITY,
                List.of("enrollment_start_date", from, "enrollment_end_date", to, "payer_type", "COMMERCIAL"),
                columnsAndValues);
    }

    private static CanonicalRow said(String attribute, String value) {
        return row(Table.DEMOGRAPHICS, List.of("method", "SELF_REPORT"), "attribute", attribute, "value", value);
    }

    private static CanonicalRow condition(String system) {
        return row(Table.CONDITION, List.of("condition_id", "x", "code", "44054006"), "code_system", system);
    }

    private static CanonicalRow row(Table table, List<Object> required, Object... more) {
        return new TestRows()
                .row(
                        table,
                        "plan",
                        "m",
                        Stream.concat(required.stream(), Stream.of(more)).toArray());
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                pair(
                        RowCheck.DATES_IN_ORDER,
                        claim("claim_start_date", "2025-03-01", "claim_end_date", "2025-03-01"),
                        claim("claim_start_date", "2025-03-02", "claim_end_date", "2025-03-01")),
                pair(
                        RowCheck.DATES_IN_ORDER,
                        claim("admission_date", "2025-03-01", "discharge_date", "2025-03-09"),
                        claim("admission_date", "2025-03-10", "discharge_date", "2025-03-09")),
                pair(
                        RowCheck.NOT_AFTER_FILE_DATE,
                        fill("dispensing_date", "2026-01-15"),
                        fill("dispensing_date", "2026-01-16")),
                pair(
                        RowCheck.IN_DELIVERED_PERIOD,
                        claim("claim_line_start_date", "2024-01-01"),
                        claim("claim_line_start_date", "2023-12-31")),
                pair(
                        RowCheck.IN_DELIVERED_PERIOD,
                        covered("2020-01-01", "9999-12-31"),
                        covered("2020-01-01", "2023-12-31")),
                pair(
                        RowCheck.PLAUSIBLE_BIRTH,
                        patient("birth_date", "1905-01-16"),
                        patient("birth_date", "1905-01-15")),
                pair(
                        RowCheck.PLAUSIBLE_BIRTH,
                        covered("2025-01-01", "2025-12-31", "birth_date", "2026-01-15"),
                        covered("2025-01-01", "2025-12-31", "birth_date", "2026-01-16")),
                pair(RowCheck.KNOWN_SEX_CODE, patient("gender", "unknown"), patient("gender", "fem")),
                pair(RowCheck.KNOWN_SEX_CODE, said("sex", "248152002"), said("sex", "3")),
                pair(RowCheck.KNOWN_DEMOGRAPHIC_CODE, said("race", "2106-3"), said("race", "9999-9")),
                pair(RowCheck.KNOWN_DEMOGRAPHIC_CODE, said("ethnicity", "ASKU"), said("ethnicity", "YES")),
                pair(RowCheck.KNOWN_DEMOGRAPHIC_CODE, said("language", "en-US"), said("language", "English")),
                pair(RowCheck.PLAUSIBLE_PLACE, patient("address_zip", "80202"), patient("address_zip", "99999")),
                pair(RowCheck.PLAUSIBLE_PLACE, patient("address_state", "CO"), patient("address_state", "XX")),
                pair(
                        RowCheck.DIAGNOSIS_SHAPE,
                        diagnosis("ICD10CM", "E11.9", "2025-03-01"),
                        diagnosis("ICD10CM", "E119", "2025-03-01")),
                pair(
                        RowCheck.DIAGNOSIS_SHAPE,
                        diagnosis("ICD9CM", "250.00", "2015-09-30"),
                        diagnosis("ICD9CM", "250.00", "2015-10-01")),
                pair(
                        RowCheck.DIAGNOSIS_SHAPE,
                        diagnosis("ICD9CM", "E812.0", "2015-09-30"),
                        diagnosis("ICD10CM", "E81.20", "2015-09-30")),
                pair(RowCheck.SERVICE_CODE_SHAPE, claim("hcpcs_code", "3044F"), claim("hcpcs_code", "304")),
                pair(RowCheck.SERVICE_CODE_SHAPE, claim("hcpcs_code", "G0438"), claim("hcpcs_code", "GG438")),
                pair(
                        RowCheck.SERVICE_CODE_SHAPE,
                        claim("hcpcs_code", "2GGGG", "revenue_center_code", "0023"),
                        claim("hcpcs_code", "2GGGG", "revenue_center_code", "0450")),
                pair(
                        RowCheck.SERVICE_CODE_SHAPE,
                        claim("hcpcs_code", "RUC10", "revenue_center_code", "0022"),
                        claim("hcpcs_code", "RUC1", "revenue_center_code", "0022")),
                pair(
                        RowCheck.SERVICE_CODE_SHAPE,
                        claim("revenue_center_code", "0450"),
                        claim("revenue_center_code", "450")),
                pair(RowCheck.SERVICE_CODE_SHAPE, claim("bill_type_code", "13A"), claim("bill_type_code", "0131")),
                pair(
                        RowCheck.SERVICE_CODE_SHAPE,
                        claim("place_of_service_code", "02"),
                        claim("place_of_service_code", "2")),
                pair(RowCheck.DRUG_CODE_SHAPE, fill("ndc_code", "00093505698"), fill("ndc_code", "99999999999")),
                pair(RowCheck.DRUG_CODE_SHAPE, fill("ndc_code", "00093505698"), fill("ndc_code", "0093505698")),
                // The example of the NPI standard itself: 123456789 takes the check digit 3.
                pair(
                        RowCheck.PROVIDER_NUMBER,
                        claim("rendering_npi", "1234567893"),
                        claim("rendering_npi", "1234567890")),
                pair(
                        RowCheck.PROVIDER_NUMBER,
                        fill("prescribing_npi", "1234567893"),
                        fill("prescribing_npi", "123456789")),
                pair(RowCheck.RESULT_IN_RANGE, result("8480-6", "60", "mm[Hg]"), result("8480-6", "59.9", "mm[Hg]")),
                pair(RowCheck.RESULT_IN_RANGE, result("8462-4", "160", "mm[Hg]"), result("8462-4", "160", "kPa")),
                pair(RowCheck.RESULT_IN_RANGE, result("4548-4", "9.1", "%"), result("4548-4", "91", "%")),
                pair(RowCheck.RESULT_IN_RANGE, result("4548-4", "53", "mmol/mol"), result("4548-4", "53", "")),
                pair(RowCheck.RESULT_IN_RANGE, result("44261-6", "27", ""), result("44261-6", "28", "{score}")),
                pair(RowCheck.RESULT_IN_RANGE, result("44261-6", "0", "{score}"), result("44261-6", "few", "{score}")),
                pair(RowCheck.NOT_DENIED, claim(), claim("line_status", "denied")),
                pair(RowCheck.KNOWN_CODE_SYSTEM, condition("SNOMED"), condition("urn:hospital:codes")));
    }

    private static Arguments pair(RowCheck check, CanonicalRow right, CanonicalRow wrong) {
        return Arguments.of(check, right, wrong);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void rightRowHoldsAndWrongRowDoesNot(RowCheck check, CanonicalRow right, CanonicalRow wrong) {
        assertThat(count(right).of(check)).isEqualTo(new Share(1, 0));
        assertThat(count(wrong).of(check)).isEqualTo(new Share(1, 1));
    }

    @Test
    void everyRowCheckIsProvenByAPair() {
        // The diagnosis of a claim is a question to a whole record.
        assertThat(pairs().map(pair -> (RowCheck) pair.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(RowCheck.PRINCIPAL_DIAGNOSIS)));
    }

    @Test
    void recordOfAClaimWithoutAPrincipalDiagnosisIsCounted() {
        CanonicalRow principal = diagnosis("ICD10CM", "E11.9", "2025-03-01");
        assertThat(countClaim(claim(), principal)).isEqualTo(new Share(1, 0));
        assertThat(countClaim(claim())).isEqualTo(new Share(1, 1));
        assertThat(countClaim(claim("adjustment_type", "CANCELLATION"))).isEqualTo(Share.NONE);
        assertThat(countClaim(claim("claim_type", "dme"))).isEqualTo(Share.NONE);
        assertThat(countClaim(principal)).isEqualTo(Share.NONE);
    }

    private static Share countClaim(CanonicalRow... record) {
        RowTally tally = new RowTally();
        RULES.countClaim(List.of(record), tally);
        return tally.counts().of(RowCheck.PRINCIPAL_DIAGNOSIS);
    }

    @Test
    void rowWithoutWhatACheckNeedsIsNotLookedAt() {
        assertThat(count(patient()).checks()).isEmpty();
        assertThat(count(claim()).checks()).containsOnlyKeys(RowCheck.NOT_DENIED);
        assertThat(count(result("718-7", "900", "g/dL")).checks()).containsOnlyKeys(RowCheck.KNOWN_CODE_SYSTEM);
    }

    @Test
    void recordRejectedForACodeOfSexIsOneThatStatesSexAndForAnyOtherCodeIsNot() {
        for (String field : List.of("gender", "BENE_SEX_CD", "BENE_SEX_IDENT_CD", "CDLME018")) {
            assertThat(countRejected(ProblemCode.FIELD_VALUE, field)).isEqualTo(new Share(1, 1));
        }
        assertThat(countRejected(ProblemCode.FIELD_VALUE, "claim_type")).isEqualTo(Share.NONE);
        assertThat(countRejected(ProblemCode.FIELD_MISSING, "gender")).isEqualTo(Share.NONE);
    }

    private static Share countRejected(ProblemCode code, String field) {
        RowTally tally = new RowTally();
        RULES.countRejected(code, field, tally);
        return tally.counts().of(RowCheck.KNOWN_SEX_CODE);
    }

    @Test
    void zipCodeThatNeverReachedARowIsCounted() {
        RowTally tally = new RowTally();
        RULES.count(patient("address_state", "CO"), true, DAYS, tally);
        RULES.count(patient(), true, DAYS, tally);
        RULES.countRejected(ProblemCode.FIELD_VALUE, "address_zip", tally);
        assertThat(tally.counts().of(RowCheck.PLAUSIBLE_PLACE)).isEqualTo(new Share(3, 3));
    }

    @Test
    void everyFieldThatALayoutReadsSexFromIsKnownAsOne() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/layouts"))) {
            List<String> fields = files.filter(file -> file.toString().endsWith("-rows.csv"))
                    .flatMap(RowRulesTest::lines)
                    .map(line -> line.split(",", -1)[2])
                    .filter(source -> source.contains("_sex."))
                    .map(source -> source.substring(0, source.indexOf(':')))
                    .distinct()
                    .toList();
            assertThat(fields).hasSize(3).allMatch(KnownCodes::isSexField);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.split(",", -1).length > 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofTwoSharesTheOneThatLiesFurtherOffSpeaks() {
        assertThat(new Share(100, 1).worse(new Share(10, 1))).isEqualTo(new Share(10, 1));
        assertThat(new Share(10, 1).worse(new Share(1000, 99))).isEqualTo(new Share(10, 1));
        assertThat(Share.NONE.worse(new Share(389, 1))).isEqualTo(new Share(389, 1));
        assertThat(Share.NONE.worse(new Share(389, 0))).isEqualTo(Share.NONE);
        assertThat(new Share(389, 1).worse(Share.NONE)).isEqualTo(new Share(389, 1));
    }

    @Test
    void resultBelowAMeasurableValueIsNoWrongValue() {
        CanonicalRow below = row(
                Table.OBSERVATION,
                List.of("observation_id", "o", "code_system", "LOINC", "code", "4548-4"),
                "value",
                "3",
                "comparator",
                "<",
                "unit",
                "mg");
        assertThat(count(below).of(RowCheck.RESULT_IN_RANGE)).isEqualTo(Share.NONE);
    }

    @Test
    void aCodeOfAnySystemThatIsKnownStandsForTheRecordWhereverItIsListed() {
        assertThat(count(coded("urn:hospital:codes", "123", List.of("SNOMED|44054006")))
                        .of(RowCheck.KNOWN_CODE_SYSTEM))
                .isEqualTo(new Share(1, 0));
        assertThat(count(coded("urn:hospital:codes", "123", List.of("urn:other|9")))
                        .of(RowCheck.KNOWN_CODE_SYSTEM))
                .isEqualTo(new Share(1, 1));
        assertThat(count(coded(null, null, List.of("LOINC|4548-4"))).of(RowCheck.KNOWN_CODE_SYSTEM))
                .isEqualTo(new Share(1, 0));
    }

    @Test
    void aResultIsMeasuredByTheRangeOfAnyOfItsCodes() {
        assertThat(count(coded("urn:hospital:codes", "a1c", List.of("LOINC|4548-4"), "value", "71", "unit", "%"))
                        .of(RowCheck.RESULT_IN_RANGE))
                .isEqualTo(new Share(1, 1));
        assertThat(count(coded("urn:hospital:codes", "a1c", List.of("LOINC|4548-4"), "value", "7.1", "unit", "%"))
                        .of(RowCheck.RESULT_IN_RANGE))
                .isEqualTo(new Share(1, 0));
    }

    private static CanonicalRow coded(String system, String code, List<String> more, Object... columnsAndValues) {
        List<Object> fixed = new ArrayList<>(List.of("observation_id", "o", "more_codes", more));
        if (code != null) {
            fixed.addAll(List.of("code_system", system, "code", code));
        }
        return row(Table.OBSERVATION, fixed, columnsAndValues);
    }

    @Test
    void coverageNamesTheLinesOfBusinessOfAPayer() {
        RowCounts counts = count(covered("2025-01-01", "2025-12-31"));
        assertThat(counts.lines()).containsExactly(LineOfBusiness.COMMERCIAL);
        assertThat(DropQuality.lines(counts, LineOfBusiness.MEDICAID_MCO))
                .containsExactly(LineOfBusiness.MEDICAID_MCO, LineOfBusiness.COMMERCIAL);
    }

    @Test
    void countsOfSplitsAddUpInAnyOrder() {
        RowCounts one = count(fill("ndc_code", "99999999999"));
        RowCounts other = count(fill("ndc_code", "00093505698"));
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(other).of(RowCheck.DRUG_CODE_SHAPE)).isEqualTo(new Share(2, 1));
    }

    @Test
    void thresholdItselfIsStillWithinTheRule() {
        BigDecimal onePerCent = new BigDecimal("0.01");
        assertThat(new Share(300, 3).exceeds(onePerCent)).isFalse();
        assertThat(new Share(300, 4).exceeds(onePerCent)).isTrue();
        assertThat(new Share(1, 0).exceeds(BigDecimal.ZERO)).isFalse();
        assertThat(Share.NONE.exceeds(BigDecimal.ZERO)).isFalse();
    }

    private static RowCounts count(CanonicalRow row) {
        RowTally tally = new RowTally();
        RULES.count(row, false, DAYS, tally);
        return tally.counts();
    }
}
