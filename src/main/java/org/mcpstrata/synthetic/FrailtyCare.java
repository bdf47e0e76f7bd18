package org.mcpstrata.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Frailty, advanced illness and dementia drugs in the combinations that exclude people and in those that do not. */
final class FrailtyCare implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        int age = chart.age();
        if (age < 55) {
            return;
        }
        boolean frail = draw.chance(age >= 81 ? 0.30 : 0.13);
        if (frail) {
            frailty(chart, draw);
        }
        if (draw.chance(frail ? 0.45 : 0.05)) {
            advancedIllness(chart, draw);
        }
        if (chart.registered() && draw.chance(frail ? 0.20 : 0.02)) {
            LocalDate first = chart.timeline().historyStart().minusDays(120);
            chart.record(new ClinicalFact.Prescription(
                    chart.nextSequence(),
                    draw.day(first, chart.timeline().start().plusDays(5)),
                    draw.pick(Codes.DEMENTIA_RXNORM),
                    30,
                    draw.between(0, 5)));
        }
    }

    private static void frailty(Chart chart, Draw draw) {
        Timeline timeline = chart.timeline();
        switch (draw.weighted(45, 20, 15, chart.registered() ? 20 : 0)) {
            case 0 -> onVisit(chart, draw, timeline, draw.pick(Codes.FRAILTY_DIAGNOSIS));
            case 1 -> onVisit(chart, draw, timeline, draw.pick(Codes.FRAILTY_SYMPTOM));
            case 2 ->
                chart.freeDay(draw, timeline.start(), timeline.end())
                        .ifPresent(day -> chart.bill(
                                Setting.HOME_HEALTH,
                                day,
                                day,
                                List.of("Z48.00"),
                                List.of(ClaimLine.revenue(day, Codes.FRAILTY_VISIT, "0551", 21_000)),
                                Fate.PAID));
            default -> {
                boolean tooEarly = draw.chance(0.2);
                LocalDate day = tooEarly
                        ? timeline.start().minusDays(draw.between(1, 200))
                        : draw.day(timeline.start(), chart.person().death().orElse(timeline.end()));
                chart.record(new ClinicalFact.Order(
                        chart.nextSequence(), day, true, draw.pick(Codes.FRAILTY_DEVICE_SNOMED)));
            }
        }
    }

    private static void onVisit(Chart chart, Draw draw, Timeline timeline, String code) {
        boolean tooEarly = draw.chance(0.15);
        Optional<DraftVisit> visit = chart.visits().stream()
                .filter(draft -> tooEarly ? draft.day().isBefore(timeline.start()) : timeline.inPeriod(draft.day()))
                .findFirst();
        visit.ifPresent(draft -> draft.diagnose(code));
    }

    private static void advancedIllness(Chart chart, Draw draw) {
        List<DraftVisit> visits = chart.visits().stream()
                .filter(visit -> !visit.day().isAfter(chart.timeline().end()))
                .toList();
        if (!visits.isEmpty()) {
            draw.pick(visits).diagnose(draw.pick(Codes.ADVANCED_ILLNESS));
        }
    }
}
