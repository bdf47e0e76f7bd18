package org.mcpstrata.synthetic;

import java.time.LocalDate;
import java.util.List;

/** Nursing home stays on both sides of ninety days: monthly physician lines in the facility, and short skilled stays. */
final class NursingHomeCare implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        int age = chart.age();
        double risk = age >= 81 ? 0.10 : age >= 66 ? 0.03 : 0;
        if (!draw.chance(risk)) {
            return;
        }
        boolean permanent = draw.chance(0.6);
        int months = permanent ? draw.between(5, 12) : draw.between(1, 2);
        LocalDate first = LocalDate.of(chart.timeline().year(), draw.between(1, 13 - months), 1);
        LocalDate arrival = permanent && draw.chance(0.3) ? first.minusMonths(2) : first;
        for (LocalDate month = arrival; month.isBefore(first.plusMonths(months)); month = month.plusMonths(1)) {
            LocalDate last = month.plusMonths(1).minusDays(1);
            if (chart.reachable(month) && chart.reachable(last)) {
                chart.bill(
                        Setting.NURSING_FACILITY,
                        month,
                        last,
                        List.of("I69.354"),
                        List.of(new ClaimLine(month, last, "99309", "", 24_000, ClaimLine.Kind.PAID)),
                        Fate.PAID);
            }
        }
        if (!permanent && chart.reachable(first) && chart.reachable(first.plusDays(18))) {
            List<ClaimLine> lines = List.of(ClaimLine.revenue(first, "", "0120", 540_000));
            chart.take(first.minusDays(1), first.plusDays(18));
            chart.bill(Setting.SKILLED_NURSING, first, first.plusDays(18), List.of("Z48.00"), lines, Fate.PAID);
        }
        if (chart.registered()) {
            housing(chart, arrival, permanent ? Codes.NURSING_HOME_SNOMED : "");
            if (!permanent) {
                housing(chart, first.minusDays(30), Codes.NURSING_HOME_SNOMED);
            }
        }
    }

    /** A housing answer: the nursing home, or a steady place to live, which takes an earlier answer back. */
    private static void housing(Chart chart, LocalDate day, String nursingHome) {
        boolean home = nursingHome.isEmpty();
        chart.record(new ClinicalFact.Answer(
                chart.nextSequence(),
                0,
                day,
                "survey",
                Codes.HOUSING_LOINC,
                home ? "http://loinc.org" : "http://snomed.info/sct",
                home ? "LA31993-1" : nursingHome));
    }
}
