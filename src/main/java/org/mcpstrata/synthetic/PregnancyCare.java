package org.mcpstrata.synthetic;

import java.time.LocalDate;

/** Pregnancies with visits and a birth in hospital. */
final class PregnancyCare implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        int age = chart.age();
        if (!chart.person().female() || age < 18 || age > 45 || !draw.chance(0.09)) {
            return;
        }
        String code = draw.chance(0.08) ? Codes.DIABETES_IN_PREGNANCY : draw.pick(Codes.PREGNANCY);
        chart.visitsInPeriod().forEach(visit -> visit.diagnose(code));
        LocalDate start = chart.timeline().start();
        chart.freeDay(draw, start.plusDays(30), chart.timeline().end().minusDays(20))
                .filter(day -> chart.reachable(day.plusDays(3)))
                .ifPresent(day -> {
                    chart.take(day, day.plusDays(4));
                    EmergencyCare.stay(chart, draw, day, day.plusDays(2), Codes.DELIVERY, "0807");
                });
    }
}
