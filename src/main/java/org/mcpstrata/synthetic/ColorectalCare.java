package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Colorectal screening by every test the measure knows, near misses of each, and what excludes people from it. */
final class ColorectalCare implements CareTopic {
    private final PlantedDisparities planted;

    ColorectalCare(PlantedDisparities planted) {
        this.planted = requireNonNull(planted, "planted");
    }

    @Override
    public void write(Chart chart, Draw draw) {
        int age = chart.age();
        if (age < 40 || age > 80) {
            return;
        }
        boolean fullDual = chart.coverage().dual() == Dual.FULL;
        boolean screened =
                draw.chance(planted.colorectalScreening(chart.person().english(), fullDual));
        if (screened && chart.registered() && draw.chance(0.7)) {
            recordScreening(chart, draw);
        } else if (screened) {
            billScreening(chart, draw);
        } else if (chart.registered() && draw.chance(0.4)) {
            recordNearMiss(chart, draw);
        }
        exclusions(chart, draw);
    }

    private static void recordScreening(Chart chart, Draw draw) {
        LocalDate end = lastDay(chart);
        LocalDate start = chart.timeline().start();
        switch (draw.weighted(45, 25, 10, 12, 8)) {
            case 0 -> performed(chart, draw.day(start.minusYears(9), end), draw.pick(Codes.COLONOSCOPY));
            case 1 -> {
                LocalDate day = draw.day(start, end);
                fecal(chart, draw, day, "negative");
                List<ClaimLine> lines = List.of(ClaimLine.service(day, Codes.FECAL_CLAIM, 2_900));
                chart.bill(Setting.LABORATORY, day, day, List.of("Z12.11"), lines, Fate.PAID);
            }
            case 2 -> laboratory(chart, draw.day(start.minusYears(2), end), Codes.STOOL_DNA_LOINC, "negative");
            case 3 -> performed(chart, draw.day(start.minusYears(4), end), Codes.SIGMOIDOSCOPY);
            default -> imaging(chart, draw.day(start.minusYears(4), end));
        }
    }

    /** Tests just outside their windows, and one inside without a result. */
    private static void recordNearMiss(Chart chart, Draw draw) {
        LocalDate start = chart.timeline().start();
        switch (draw.weighted(4, 3, 2, 2, 1)) {
            case 0 -> performed(chart, start.minusYears(9).minusDays(draw.between(1, 400)), "45378");
            case 1 -> fecal(chart, draw, start.minusDays(draw.between(1, 300)), "negative");
            case 2 ->
                laboratory(
                        chart, start.minusYears(2).minusDays(draw.between(1, 200)), Codes.STOOL_DNA_LOINC, "negative");
            case 3 -> performed(chart, start.minusYears(4).minusDays(draw.between(1, 300)), Codes.SIGMOIDOSCOPY);
            default -> fecal(chart, draw, draw.day(start, lastDay(chart)), "");
        }
    }

    private static LocalDate lastDay(Chart chart) {
        return chart.person().death().orElse(chart.timeline().end());
    }

    private static void billScreening(Chart chart, Draw draw) {
        Timeline timeline = chart.timeline();
        Optional<DraftVisit> visit = chart.lastExamination();
        if (visit.isPresent() && draw.chance(0.3)) {
            visit.get().quality(Codes.SCREENED);
            return;
        }
        Optional<LocalDate> day = chart.freeDay(draw, timeline.historyStart(), timeline.end());
        if (day.isEmpty() || !chart.coverage().insured()) {
            visit.ifPresent(draft -> draft.quality(Codes.SCREENED));
            if (visit.isPresent() && chart.registered() && !chart.coverage().insured()) {
                fecal(chart, draw, visit.get().day(), "negative");
            }
            return;
        }
        String code = draw.chance(0.9) ? draw.pick(Codes.COLONOSCOPY) : Codes.SIGMOIDOSCOPY;
        chart.bill(
                Setting.AMBULATORY_SURGERY,
                day.get(),
                day.get(),
                List.of("Z12.11"),
                List.of(ClaimLine.service(day.get(), code, 120_000)),
                Fate.PAID);
    }

    private static void exclusions(Chart chart, Draw draw) {
        if (draw.chance(0.012)) {
            String code = draw.pick(Codes.COLON_CANCER);
            chart.visits().forEach(visit -> visit.diagnose(code));
        }
        if (draw.chance(0.008)) {
            LocalDate start = chart.timeline().historyStart();
            if (chart.registered()) {
                performed(chart, start.minusDays(draw.between(200, 4_000)), Codes.COLECTOMY);
            } else {
                chart.freeDay(draw, start, chart.timeline().start().minusDays(10))
                        .ifPresent(day -> colectomy(chart, day));
            }
        }
    }

    private static void colectomy(Chart chart, LocalDate day) {
        chart.take(day, day.plusDays(4));
        chart.billStay(day, day.plusDays(4), "K57.32", List.of(Codes.COLECTOMY_PCS), "0329", "01", Fate.PAID);
        chart.bill(
                Setting.HOSPITAL_PHYSICIAN,
                day,
                day,
                List.of("K57.32"),
                List.of(ClaimLine.service(day, Codes.COLECTOMY, 310_000)),
                Fate.PAID);
    }

    private static void performed(Chart chart, LocalDate day, String cpt) {
        chart.record(new ClinicalFact.Performed(chart.nextSequence(), day, cpt));
    }

    private static void fecal(Chart chart, Draw draw, LocalDate day, String value) {
        laboratory(chart, day, draw.pick(Codes.FECAL_LOINC), value);
    }

    private static void laboratory(Chart chart, LocalDate day, String loinc, String value) {
        chart.record(new ClinicalFact.Laboratory(chart.nextSequence(), 0, day, loinc, value, ""));
    }

    private static void imaging(Chart chart, LocalDate day) {
        chart.record(new ClinicalFact.Answer(
                chart.nextSequence(),
                0,
                day,
                "imaging",
                Codes.COLONOGRAPHY_LOINC,
                "http://snomed.info/sct",
                "260385009"));
    }
}
