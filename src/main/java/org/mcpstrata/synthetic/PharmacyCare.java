package org.mcpstrata.synthetic;

import java.time.LocalDate;

/** Prescriptions filled; the drug codes have an invented labeler, so no drug list can match them. */
final class PharmacyCare implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        int drugs = chart.age() >= 65 ? draw.weighted(30, 40, 30) : draw.weighted(65, 28, 7);
        if (!chart.coverage().insured()) {
            return;
        }
        for (int drug = 0; drug < drugs; drug++) {
            String code = "99" + Identifiers.digits(draw.below(400) * 2_250_017L % 1_000_000_000L, 9);
            LocalDate day = draw.day(
                    chart.timeline().historyStart().plusMonths(6),
                    chart.timeline().start().plusMonths(6));
            long price = draw.between(4, 400) * 100L + 35;
            for (int refill = 0; refill < 3; refill++) {
                if (chart.reachable(day) && !day.isAfter(chart.timeline().lastService())) {
                    Fate fate = draw.chance(0.04) ? draw.pick(Fate.DENIED, Fate.WITHDRAWN, Fate.CORRECTED) : Fate.PAID;
                    chart.fill(day, code, draw.pick(30, 90), refill, price, fate);
                }
                day = day.plusDays(draw.between(85, 100));
            }
        }
    }
}
