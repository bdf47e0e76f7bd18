package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A second, deliberately plain reading of the 2025 measures (measures.md 4, 5, 6, 11) over what this generator writes and
 * nothing else. It knows only the codes of {@link Codes}; it is no substitute for the measure engine, but its judge.
 */
final class TruthOracle {
    private static final BigDecimal NINE_PERCENT = new BigDecimal("9");
    private static final Set<String> GOOD_QUALITY = Set.of("M1371", "M1372", "M1373", "3044F", "3051F", "3052F");
    private static final Set<String> GLYCEMIC_QUALITY =
            Set.of("M1371", "M1372", "M1373", "3044F", "3051F", "3052F", "M1211", "3046F");
    private static final Set<String> SYSTOLIC_QUALITY = Set.of("G8752", "G8753", "3074F", "3075F", "3077F");
    private static final Set<String> CONTROLLED_SYSTOLIC = Set.of("G8752", "3074F", "3075F");
    private static final Set<String> CONTROLLED_DIASTOLIC = Set.of("G8754", "3078F", "3079F");

    private final Timeline timeline;

    TruthOracle(Timeline timeline) {
        this.timeline = requireNonNull(timeline, "timeline");
    }

    Truth judge(SyntheticPerson person) {
        Evidence evidence = new Evidence(person, timeline);
        boolean end = SharedExclusions.hospice(evidence) || SharedExclusions.palliative(evidence);
        boolean reported = evidence.qualityCodes().anyMatch(line -> Codes.HOSPICE_REPORTED.contains(line.hcpcs()));
        boolean late = SharedExclusions.frailWithAdvancedIllness(evidence) || SharedExclusions.nursingHome(evidence);
        boolean shared = end || reported || late;
        boolean seen = evidence.qualifyingVisit();
        EmergencyTruth emergency = new EmergencyTruth(evidence);
        return new Truth(
                bloodPressure(evidence, seen, shared),
                glycemicStatus(evidence, seen, shared),
                colorectal(evidence, seen, shared),
                evidence.age() >= 18 && emergency.continuouslyCovered(),
                SharedExclusions.hospice(evidence),
                emergency.visits().size(),
                emergency.outlier());
    }

    private Truth.Populations bloodPressure(Evidence evidence, boolean seen, boolean shared) {
        int age = evidence.age();
        boolean hypertensive =
                evidence.established(Set.of(Codes.HYPERTENSION), timeline.historyStart(), timeline.midYear())
                        || evidence.problem(Codes.HYPERTENSION_SNOMED, timeline.midYear());
        boolean excluded = shared
                || age >= 81 && SharedExclusions.frail(evidence)
                || evidence.diagnosed(Codes.PREGNANCY_SET, timeline.start(), timeline.end())
                || evidence.diagnosed(Set.of(Codes.RENAL_FAILURE), timeline.historyStart(), timeline.end())
                || evidence.service(Codes.DIALYSIS_SET, timeline.historyStart(), timeline.end());
        boolean initial = age >= 18 && age <= 85 && seen && hypertensive;
        return new Truth.Populations(initial, excluded, controlled(evidence));
    }

    private boolean controlled(Evidence evidence) {
        List<ClinicalFact.BloodPressure> readings = evidence.facts(ClinicalFact.BloodPressure.class)
                .filter(reading ->
                        reading.standing() == ClinicalFact.Standing.COUNTS && timeline.inPeriod(reading.day()))
                .toList();
        List<ClaimLine> codes = evidence.qualityCodes()
                .filter(line -> SYSTOLIC_QUALITY.contains(line.hcpcs()))
                .toList();
        LocalDate reading = readings.stream()
                .map(ClinicalFact.BloodPressure::day)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        LocalDate coded = codes.stream()
                .map(ClaimLine::from)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        if (reading.equals(LocalDate.MIN) && coded.equals(LocalDate.MIN)) {
            return false;
        }
        if (coded.isAfter(reading)) {
            return evidence.qualityCodes()
                            .anyMatch(line -> line.from().equals(coded) && CONTROLLED_SYSTOLIC.contains(line.hcpcs()))
                    && evidence.qualityCodes()
                            .anyMatch(line -> line.from().equals(coded) && CONTROLLED_DIASTOLIC.contains(line.hcpcs()));
        }
        List<ClinicalFact.BloodPressure> last =
                readings.stream().filter(each -> each.day().equals(reading)).toList();
        return last.stream().anyMatch(each -> each.systolic() < 140)
                && last.stream().anyMatch(each -> each.diastolic() < 90);
    }

    private Truth.Populations glycemicStatus(Evidence evidence, boolean seen, boolean shared) {
        int age = evidence.age();
        boolean diabetic = evidence.established(Codes.DIABETES_SET, timeline.historyStart(), timeline.end())
                || evidence.problem(Codes.DIABETES_SNOMED, timeline.end());
        return new Truth.Populations(age >= 18 && age <= 75 && seen && diabetic, shared, poorControl(evidence));
    }

    private boolean poorControl(Evidence evidence) {
        List<ClinicalFact.Laboratory> tests = evidence.facts(ClinicalFact.Laboratory.class)
                .filter(test ->
                        Codes.HBA1C_LOINC.contains(test.loinc()) || test.loinc().equals(Codes.GLUCOSE_INDICATOR_LOINC))
                .filter(test -> timeline.inPeriod(test.day()))
                .toList();
        List<ClaimLine> codes = evidence.qualityCodes()
                .filter(line -> GLYCEMIC_QUALITY.contains(line.hcpcs()))
                .toList();
        LocalDate tested = tests.stream()
                .map(ClinicalFact.Laboratory::day)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        LocalDate coded = codes.stream()
                .map(ClaimLine::from)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        if (coded.isAfter(tested)) {
            return codes.stream().noneMatch(line -> line.from().equals(coded) && GOOD_QUALITY.contains(line.hcpcs()));
        }
        return tests.stream()
                .filter(test -> test.day().equals(tested) && !test.value().isEmpty())
                .map(TruthOracle::percent)
                .min(Comparator.naturalOrder())
                .map(lowest -> lowest.compareTo(NINE_PERCENT) > 0)
                .orElse(true);
    }

    private static BigDecimal percent(ClinicalFact.Laboratory test) {
        BigDecimal value = new BigDecimal(test.value());
        return test.unit().equals("%")
                ? value
                : value.multiply(new BigDecimal("0.09148")).add(new BigDecimal("2.152"));
    }

    private Truth.Populations colorectal(Evidence evidence, boolean seen, boolean shared) {
        int age = evidence.age();
        LocalDate ever = LocalDate.MIN;
        boolean excluded = shared
                || evidence.diagnosed(Set.copyOf(Codes.COLON_CANCER), timeline.historyStart(), timeline.end())
                || evidence.service(Set.of(Codes.COLECTOMY), ever, timeline.end())
                || evidence.performed(Codes.COLECTOMY::equals, ever, timeline.end());
        return new Truth.Populations(age >= 46 && age <= 75 && seen, excluded, screened(evidence));
    }

    private boolean screened(Evidence evidence) {
        LocalDate nine = timeline.start().minusYears(9);
        LocalDate four = timeline.start().minusYears(4);
        LocalDate end = timeline.end();
        return evidence.service(Codes.COLONOSCOPY_SET, nine, end)
                || evidence.service(Set.of(Codes.SIGMOIDOSCOPY), four, end)
                || evidence.performed(Codes.COLONOSCOPY_SET::contains, nine, end)
                || evidence.performed(Codes.SIGMOIDOSCOPY::equals, four, end)
                || evidence.qualityCodes().anyMatch(line -> line.hcpcs().equals(Codes.SCREENED))
                || result(evidence, Codes.FECAL_LOINC, timeline.start())
                || result(
                        evidence,
                        List.of(Codes.STOOL_DNA_LOINC),
                        timeline.start().minusYears(2))
                || evidence.facts(ClinicalFact.Answer.class)
                        .anyMatch(image -> image.loinc().equals(Codes.COLONOGRAPHY_LOINC)
                                && !image.day().isBefore(four)
                                && !image.day().isAfter(end));
    }

    private boolean result(Evidence evidence, List<String> loinc, LocalDate first) {
        return evidence.facts(ClinicalFact.Laboratory.class)
                .anyMatch(test -> loinc.contains(test.loinc())
                        && !test.value().isEmpty()
                        && !test.day().isBefore(first)
                        && !test.day().isAfter(timeline.end()));
    }
}
