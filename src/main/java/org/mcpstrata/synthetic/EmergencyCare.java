package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * ED visits: the counted ones follow the planted disparity; beside them stand visits that end in a hospital bed, visits for
 * behavioural reasons, and visits whose claims were refused or withdrawn, none of which count (measures.md 11).
 */
final class EmergencyCare implements CareTopic {
    private static final String BED_SNOMED = "183452005";
    private static final String EMERGENCY_SNOMED = "4525004";

    private final PlantedDisparities planted;

    EmergencyCare(PlantedDisparities planted) {
        this.planted = requireNonNull(planted, "planted");
    }

    @Override
    public void write(Chart chart, Draw draw) {
        Timeline timeline = chart.timeline();
        if (!chart.coverage().insured()) {
            return;
        }
        int counted = draw.count(planted.emergencyVisits(chart.coverage().dual() == Dual.FULL));
        for (int i = 0; i < counted; i++) {
            chart.freeDay(draw, timeline.start(), timeline.end())
                    .ifPresent(day -> visit(chart, draw, day, draw.pick(Codes.INJURY), Fate.PAID));
        }
        if (draw.chance(0.05)) {
            chart.freeDay(draw, timeline.start(), timeline.end())
                    .ifPresent(day -> visit(chart, draw, day, draw.pick(Codes.BEHAVIORAL), Fate.PAID));
        }
        if (draw.chance(0.04)) {
            Fate fate = draw.chance(0.5) ? Fate.DENIED : Fate.WITHDRAWN;
            chart.freeDay(draw, timeline.start(), timeline.end())
                    .ifPresent(day -> visit(chart, draw, day, draw.pick(Codes.INJURY), fate));
        }
        double admission = chart.age() >= 65 ? 0.10 : 0.04;
        if (draw.chance(admission)) {
            chart.freeDay(draw, timeline.start(), timeline.end().minusDays(12))
                    .ifPresent(day -> admission(chart, draw, day));
        }
    }

    static void visit(Chart chart, Draw draw, LocalDate day, String diagnosis, Fate fate) {
        String code = draw.pick("99283", "99284", "99284", "99285", "99282");
        List<String> diagnoses = List.of(diagnosis);
        int form = draw.weighted(70, 12, 12, 3, 3);
        if (form == 0 || form == 1) {
            ClaimLine line = ClaimLine.service(day, code, 48_000);
            chart.bill(Setting.EMERGENCY_PHYSICIAN, day, day, diagnoses, List.of(line), fate);
        }
        if (form != 1) {
            String revenue = form == 3 ? "0456" : form == 4 ? "0981" : "0450";
            String facilityCode = form == 2 ? "" : form == 4 ? "G0381" : code;
            List<ClaimLine> lines = List.of(
                    ClaimLine.revenue(day, facilityCode, revenue, 132_000),
                    ClaimLine.revenue(day, "80053", "0300", 9_500));
            chart.bill(Setting.OUTPATIENT_HOSPITAL, day, day, diagnoses, lines, fate);
        }
        if (chart.registered() && fate == Fate.PAID) {
            arrive(chart, draw, day, day, "EMER", EMERGENCY_SNOMED);
        }
    }

    /** An ED visit that ends in a bed the same day or the next. */
    private static void admission(Chart chart, Draw draw, LocalDate day) {
        LocalDate bed = day.plusDays(draw.below(2));
        LocalDate home = bed.plusDays(draw.between(2, 6));
        if (!chart.reachable(bed) || !chart.reachable(home) || !chart.timeline().inPeriod(home)) {
            return;
        }
        chart.take(bed, home.plusDays(1));
        String diagnosis = draw.pick(Codes.HOSPITAL);
        visit(chart, draw, day, diagnosis, Fate.PAID);
        stay(chart, draw, bed, home, diagnosis, "0194");
        if (chart.registered()) {
            arrive(chart, draw, bed, home, "IMP", BED_SNOMED);
        }
    }

    static void stay(Chart chart, Draw draw, LocalDate bed, LocalDate home, String diagnosis, String group) {
        Fate fate = draw.chance(0.06) ? Fate.CORRECTED : Fate.PAID;
        List<String> procedures = draw.chance(0.4) ? Codes.HOSPITAL_PROCEDURES : List.of();
        chart.billStay(bed, home, diagnosis, procedures, group, "01", fate);
        chart.bill(
                Setting.HOSPITAL_PHYSICIAN,
                bed,
                home,
                List.of(diagnosis),
                List.of(ClaimLine.service(bed, "99223", 41_000), ClaimLine.service(home, "99238", 16_000)),
                Fate.PAID);
    }

    private static void arrive(Chart chart, Draw draw, LocalDate from, LocalDate thru, String where, String snomed) {
        int visit = chart.nextSequence();
        chart.record(new ClinicalFact.Visit(visit, from, thru, where, snomed, false, true));
        int systolic = draw.between(108, 192);
        int diastolic = draw.between(64, 112);
        chart.record(new ClinicalFact.BloodPressure(
                chart.nextSequence(), visit, from, systolic, diastolic, ClinicalFact.Standing.ACUTE, true));
    }
}
