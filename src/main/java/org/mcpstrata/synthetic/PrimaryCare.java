package org.mcpstrata.synthetic;

import java.time.LocalDate;
import java.util.Optional;

/** Plans the visits at the practice, to which the other topics add what was found and done. */
final class PrimaryCare implements CareTopic {
    private enum Habit {
        USUAL,
        NURSE_ONLY,
        TELEPHONE_ONLY
    }

    @Override
    public void write(Chart chart, Draw draw) {
        Timeline timeline = chart.timeline();
        Habit habit = draw.chance(0.02) ? Habit.NURSE_ONLY : draw.chance(0.01) ? Habit.TELEPHONE_ONLY : Habit.USUAL;
        int inPeriod = chart.age() >= 45 ? draw.weighted(6, 24, 34, 24, 12) : draw.weighted(18, 42, 26, 10, 4);
        int before = draw.weighted(12, 50, 38);
        plan(chart, draw, before, timeline.historyStart(), timeline.start().minusDays(4), habit);
        plan(chart, draw, inPeriod, timeline.start(), timeline.end(), habit);
        if (timeline.lastService().isAfter(timeline.end().plusDays(8)) && draw.chance(0.10)) {
            plan(chart, draw, 1, timeline.end().plusDays(4), timeline.lastService(), habit);
        }
        cancelledAppointment(chart, draw, timeline);
    }

    /** An appointment nobody kept, which opens no population. */
    private static void cancelledAppointment(Chart chart, Draw draw, Timeline timeline) {
        if (chart.registered() && draw.chance(0.03)) {
            chart.freeDay(draw, timeline.start(), timeline.end())
                    .ifPresent(day -> chart.record(
                            new ClinicalFact.Visit(chart.nextSequence(), day, day, "AMB", "99214", true, false)));
        }
    }

    private static void plan(Chart chart, Draw draw, int visits, LocalDate first, LocalDate last, Habit habit) {
        for (int i = 0; i < visits; i++) {
            Optional<LocalDate> day = chart.freeDay(draw, first, last);
            if (day.isPresent()) {
                Setting setting = setting(chart, habit, first, draw);
                String code = habit == Habit.NURSE_ONLY ? "99211" : code(chart, setting, i == 0, draw);
                DraftVisit visit = chart.visit(day.get(), code, setting, true);
                if (draw.chance(0.7)) {
                    visit.diagnose(draw.pick(Codes.EVERYDAY));
                }
                if (draw.chance(0.03)) {
                    visit.refusedService("94010", 6_000);
                }
            }
        }
    }

    private static Setting setting(Chart chart, Habit habit, LocalDate first, Draw draw) {
        boolean seenBefore =
                chart.visits().stream().anyMatch(visit -> !visit.day().isBefore(first));
        if (habit == Habit.NURSE_ONLY) {
            return Setting.OFFICE;
        }
        if (habit == Habit.TELEPHONE_ONLY) {
            return Setting.TELEHEALTH;
        }
        return switch (draw.weighted(86, seenBefore ? 14 : 0, chart.age() >= 65 ? 5 : 0)) {
            case 0 -> chart.practice().isHealthCenter() && draw.chance(0.7) ? Setting.HEALTH_CENTER : Setting.OFFICE;
            case 1 -> Setting.TELEHEALTH;
            default -> Setting.HOME;
        };
    }

    private static String code(Chart chart, Setting setting, boolean firstOfYear, Draw draw) {
        if (setting == Setting.TELEHEALTH) {
            return draw.pick("98966", "98967", "99421");
        }
        if (setting == Setting.HOME) {
            return draw.pick("99348", "99349");
        }
        if (firstOfYear && draw.chance(0.5)) {
            return wellness(chart);
        }
        return draw.pick("99213", "99213", "99214", "99214", "99215", "99203", "99212");
    }

    private static String wellness(Chart chart) {
        int age = chart.age();
        if (chart.coverage().hasMedicare()) {
            return "G0439";
        }
        if (age < 18) {
            return age < 12 ? "99393" : "99394";
        }
        return age < 40 ? "99395" : age < 65 ? "99396" : "99397";
    }
}
