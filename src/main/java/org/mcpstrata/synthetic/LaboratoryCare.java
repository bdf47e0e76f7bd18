package org.mcpstrata.synthetic;

import java.util.List;

/** Laboratory claims whose diagnosis is what was looked for, not what was found: they establish no condition. */
final class LaboratoryCare implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        if (chart.age() < 18 || !draw.chance(0.07)) {
            return;
        }
        String soughtFor = draw.pick("E11.9", Codes.HYPERTENSION);
        chart.freeDay(draw, chart.timeline().historyStart(), chart.timeline().end())
                .ifPresent(day -> chart.bill(
                        Setting.LABORATORY,
                        day,
                        day,
                        List.of(soughtFor),
                        List.of(ClaimLine.service(day, "83036", 3_100), ClaimLine.service(day, "80053", 4_400)),
                        Fate.PAID));
    }
}
