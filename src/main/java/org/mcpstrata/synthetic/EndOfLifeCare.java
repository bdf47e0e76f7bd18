package org.mcpstrata.synthetic;

import java.time.LocalDate;
import java.util.List;

/** Hospice and palliative care in the period, and hospice that ended on the last day before it, which does not exclude. */
final class EndOfLifeCare implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        int age = chart.age();
        boolean hospice = age >= 50 && draw.chance(age >= 75 ? 0.035 : 0.008);
        if (hospice) {
            hospice(chart, draw);
        }
        if (age >= 66 && draw.chance(0.01)) {
            chart.lastExamination().ifPresent(visit -> Codes.HOSPICE_REPORTED.forEach(visit::quality));
        }
        if (age >= 66 && draw.chance(0.006)) {
            dischargeToHospice(chart, draw);
        }
        if (age >= 40 && draw.chance(0.018)) {
            boolean before = draw.chance(0.2);
            chart.visits().stream()
                    .filter(visit ->
                            before == visit.day().isBefore(chart.timeline().start()))
                    .filter(visit -> !visit.day().isAfter(chart.timeline().end()))
                    .findFirst()
                    .ifPresent(visit -> visit.diagnose(Codes.PALLIATIVE));
        }
    }

    private static void dischargeToHospice(Chart chart, Draw draw) {
        chart.freeDay(draw, chart.timeline().start(), chart.timeline().end().minusDays(9))
                .filter(day -> chart.reachable(day.plusDays(5)))
                .ifPresent(day -> {
                    chart.take(day.minusDays(1), day.plusDays(5));
                    chart.billStay(day, day.plusDays(5), "J96.01", List.of(), "0189", draw.pick("50", "51"), Fate.PAID);
                });
    }

    private static void hospice(Chart chart, Draw draw) {
        Timeline timeline = chart.timeline();
        boolean before = draw.chance(0.2);
        LocalDate start =
                before ? timeline.start().minusMonths(2) : LocalDate.of(timeline.year(), draw.between(1, 10), 1);
        LocalDate planned = start.plusMonths(2).minusDays(1);
        LocalDate end =
                chart.person().death().filter(day -> day.isBefore(planned)).orElse(planned);
        if (end.isBefore(start) || !chart.reachable(start) || !chart.reachable(end)) {
            return;
        }
        if (chart.registered() && draw.chance(0.5)) {
            chart.record(new ClinicalFact.Order(chart.nextSequence(), start, false, Codes.HOSPICE_ORDER_SNOMED));
        }
        chart.hospice(start, end);
        for (LocalDate month = start; !month.isAfter(end); month = month.plusMonths(1)) {
            LocalDate last = month.plusMonths(1).minusDays(1).isAfter(end)
                    ? end
                    : month.plusMonths(1).minusDays(1);
            chart.bill(
                    Setting.HOSPICE,
                    month,
                    last,
                    List.of("C80.1"),
                    List.of(new ClaimLine(month, last, Codes.HOSPICE_VISIT, "0651", 480_000, ClaimLine.Kind.PAID)),
                    Fate.PAID);
        }
    }
}
