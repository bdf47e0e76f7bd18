package org.mcpstrata.synthetic;

import java.util.List;
import java.util.Optional;

/**
 * What payers take back: corrected claims whose first version carried a colonoscopy by mistake, and refused or withdrawn
 * claims with visits, diagnoses and results that must not count.
 */
final class Corrections implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        for (DraftVisit visit : chart.visits()) {
            if (draw.chance(0.03)) {
                visit.correctLater("45378");
            }
        }
        if (!chart.coverage().insured() || !draw.chance(0.05)) {
            return;
        }
        Timeline timeline = chart.timeline();
        Optional<DraftVisit> phantom = chart.freeDay(draw, timeline.start(), timeline.end())
                .map(day -> chart.visit(day, "99214", Setting.OFFICE, false));
        phantom.ifPresent(visit -> {
            List.of(Codes.HYPERTENSION, "E11.9").forEach(visit::diagnose);
            boolean withdrawn = draw.chance(0.6);
            if (withdrawn) {
                List.of("G8752", "G8754", Codes.SCREENED, "M1371").forEach(visit::quality);
            }
            visit.end(withdrawn ? Fate.WITHDRAWN : Fate.DENIED);
        });
    }
}
