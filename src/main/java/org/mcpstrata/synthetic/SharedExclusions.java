package org.mcpstrata.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The exclusions that three measures share, measures.md section 3, for 2025. */
final class SharedExclusions {
    /** Days between first and last day of a stay that must be exceeded. */
    private static final int LONG_STAY_DAYS = 90;

    private SharedExclusions() {}

    static boolean hospice(Evidence evidence) {
        Timeline timeline = evidence.timeline();
        return evidence.service(Set.of(Codes.HOSPICE_VISIT), timeline.start(), timeline.end())
                || evidence.facts(ClinicalFact.Order.class)
                        .anyMatch(order -> !order.device() && timeline.inPeriod(order.day()))
                || dischargedToHospice(evidence);
    }

    /** An inpatient stay that ends in the period with a discharge to hospice. */
    private static boolean dischargedToHospice(Evidence evidence) {
        return evidence.claims()
                .filter(claim -> claim.setting() == Setting.INPATIENT)
                .filter(claim -> evidence.timeline().inPeriod(claim.thru()))
                .anyMatch(claim -> claim.dischargeStatus().equals("50")
                        || claim.dischargeStatus().equals("51"));
    }

    static boolean palliative(Evidence evidence) {
        Timeline timeline = evidence.timeline();
        return evidence.diagnosed(Set.of(Codes.PALLIATIVE), timeline.start(), timeline.end());
    }

    static boolean frail(Evidence evidence) {
        Timeline timeline = evidence.timeline();
        return evidence.diagnosed(Codes.FRAILTY_SET, timeline.start(), timeline.end())
                || evidence.service(Set.of(Codes.FRAILTY_VISIT), timeline.start(), timeline.end())
                || evidence.facts(ClinicalFact.Order.class)
                        .anyMatch(order -> order.device() && timeline.inPeriod(order.day()));
    }

    static boolean advancedIllness(Evidence evidence) {
        Timeline timeline = evidence.timeline();
        return evidence.diagnosed(Codes.ADVANCED_ILLNESS_SET, timeline.historyStart(), timeline.end())
                || evidence.facts(ClinicalFact.Prescription.class).anyMatch(drug -> {
                    LocalDate last = drug.day().plusDays((long) drug.daysSupply() * (1 + drug.refills()) - 1);
                    return !last.isBefore(timeline.historyStart())
                            && !drug.day().isAfter(timeline.end());
                });
    }

    /** Frailty with advanced illness from 66, at any rate for blood pressure frailty alone from 81. */
    static boolean frailWithAdvancedIllness(Evidence evidence) {
        return evidence.age() >= 66 && frail(evidence) && advancedIllness(evidence);
    }

    static boolean nursingHome(Evidence evidence) {
        return evidence.age() >= 66 && (answeredNursingHome(evidence) || longStay(evidence));
    }

    private static boolean answeredNursingHome(Evidence evidence) {
        Optional<ClinicalFact.Answer> latest = evidence.facts(ClinicalFact.Answer.class)
                .filter(answer -> answer.loinc().equals(Codes.HOUSING_LOINC))
                .filter(answer -> !answer.day().isAfter(evidence.timeline().end()))
                .max(Comparator.comparing(ClinicalFact.Answer::day));
        return latest.isPresent() && latest.get().code().equals(Codes.NURSING_HOME_SNOMED);
    }

    private static boolean longStay(Evidence evidence) {
        Timeline timeline = evidence.timeline();
        List<ClaimLine> lines = new ArrayList<>(evidence.claims()
                .filter(claim -> claim.setting() == Setting.NURSING_FACILITY)
                .flatMap(claim -> claim.lines().stream())
                .filter(line -> timeline.inPeriod(line.from()) || timeline.inPeriod(line.thru()))
                .sorted(Comparator.comparing(ClaimLine::from))
                .toList());
        LocalDate start = null;
        LocalDate end = null;
        for (ClaimLine line : lines) {
            LocalDate from = line.from().isBefore(timeline.start()) ? timeline.start() : line.from();
            boolean continues = end != null && !from.isAfter(end.plusDays(1));
            start = continues ? start : from;
            end = line.thru();
            if (end.toEpochDay() - start.toEpochDay() > LONG_STAY_DAYS) {
                return true;
            }
        }
        return false;
    }
}
