package org.mcpstrata.synthetic;

import java.util.List;

/** Renal failure with dialysis, which excludes people from blood pressure control. */
final class KidneyCare implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        if (!chart.person().renalFailure()) {
            return;
        }
        Timeline timeline = chart.timeline();
        chart.visits().forEach(visit -> visit.diagnose(Codes.RENAL_FAILURE));
        for (int session = 0; session < 4; session++) {
            chart.freeDay(draw, timeline.historyStart(), timeline.end()).ifPresent(day -> {
                chart.bill(
                        Setting.DIALYSIS_CENTER,
                        day,
                        day,
                        List.of(Codes.RENAL_FAILURE),
                        List.of(ClaimLine.revenue(day, "90999", "0821", 52_000)),
                        Fate.PAID);
                chart.bill(
                        Setting.OFFICE,
                        day,
                        day,
                        List.of(Codes.RENAL_FAILURE),
                        List.of(ClaimLine.service(day, "90960", 39_000)),
                        Fate.PAID);
            });
        }
    }
}
