package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Diabetes and its laboratory results; the last result of the period follows the planted disparity. */
final class DiabetesCare implements CareTopic {
    private static final String PERCENT = "%";
    private static final String MILLIMOL = "mmol/mol";

    private final PlantedDisparities planted;

    DiabetesCare(PlantedDisparities planted) {
        this.planted = requireNonNull(planted, "planted");
    }

    @Override
    public void write(Chart chart, Draw draw) {
        int age = chart.age();
        double prevalence = age < 18 ? 0.01 : age < 45 ? 0.08 : age < 65 ? 0.22 : 0.28;
        if (!draw.chance(prevalence)) {
            return;
        }
        diagnose(chart, draw);
        supplies(chart, draw);
        boolean poor = draw.chance(planted.poorGlycemicControl(chart.person().raceGroup()));
        boolean untested = poor && draw.chance(0.25);
        Optional<DraftVisit> last = chart.lastExamination();
        for (DraftVisit visit : chart.visits()) {
            boolean inPeriod = chart.timeline().inPeriod(visit.day());
            boolean decides = last.isPresent() && last.get() == visit;
            boolean possible = visit.inPerson() && (!inPeriod || visit.qualifies() && !untested);
            if (possible && (decides || draw.chance(0.6))) {
                test(chart, draw, visit, decides ? poor : draw.chance(0.4), decides);
            }
        }
        if (untested && !chart.registered() && draw.chance(0.5)) {
            last.ifPresent(visit -> visit.quality("M1212"));
        }
    }

    private static void diagnose(Chart chart, Draw draw) {
        String code = draw.pick(Codes.DIABETES);
        boolean listOnly = chart.registered() && draw.chance(0.05);
        for (DraftVisit visit : chart.visits()) {
            if (!listOnly && draw.chance(0.9)) {
                visit.diagnose(code);
            }
        }
        if (chart.registered() && (listOnly || draw.chance(0.8))) {
            chart.record(new ClinicalFact.Problem(
                    chart.nextSequence(),
                    draw.day(
                            chart.timeline().historyStart().minusYears(9),
                            chart.timeline().historyStart()),
                    Codes.DIABETES_SNOMED,
                    code));
        }
    }

    private static void supplies(Chart chart, Draw draw) {
        if (draw.chance(0.35)) {
            chart.freeDay(draw, chart.timeline().start(), chart.timeline().end())
                    .ifPresent(day -> chart.bill(
                            Setting.EQUIPMENT,
                            day,
                            day,
                            List.of(supplyDiagnosis(chart, day)),
                            List.of(ClaimLine.service(day, "A4253", 7_400), ClaimLine.service(day, "E0607", 9_900)),
                            draw.chance(0.05) ? Fate.WITHDRAWN : Fate.PAID));
        }
    }

    /** Only Medicare marks equipment claims as such; elsewhere a diabetes code on one would establish the condition. */
    private static String supplyDiagnosis(Chart chart, LocalDate day) {
        boolean marked = chart.coverage().pays(Payer.MEDICARE_FFS, day)
                && !chart.coverage().has(Payer.MEDICAID);
        return marked ? "E11.9" : "Z46.89";
    }

    private static void test(Chart chart, Draw draw, DraftVisit visit, boolean poor, boolean decides) {
        int tenths = poor ? draw.between(91, 132) : draw.between(54, 90);
        visit.service("83036", 3_100);
        if (chart.registered()) {
            record(chart, draw, visit, poor, tenths, decides);
        }
        if (decides && !chart.registered() || chart.registered() && tenths != 90 && draw.chance(0.25)) {
            visit.quality(chart.registered() && draw.chance(0.4) ? categoryTwo(tenths) : band(tenths));
        }
    }

    private static void record(Chart chart, Draw draw, DraftVisit visit, boolean poor, int tenths, boolean decides) {
        String loinc = draw.pick(Codes.HBA1C_LOINC);
        switch (draw.weighted(68, 14, 6, 6, poor && decides ? 6 : 0)) {
            case 0 -> result(chart, visit, loinc, tenths / 10 + "." + tenths % 10, PERCENT);
            case 1 -> result(chart, visit, loinc, Integer.toString(millimol(tenths, poor)), MILLIMOL);
            case 2 -> result(chart, visit, Codes.GLUCOSE_INDICATOR_LOINC, tenths / 10 + "." + tenths % 10, PERCENT);
            case 3 -> {
                result(chart, visit, loinc, tenths / 10 + "." + tenths % 10, PERCENT);
                result(chart, visit, loinc, (tenths + 3) / 10 + "." + (tenths + 3) % 10, PERCENT);
            }
            default -> result(chart, visit, loinc, "", PERCENT);
        }
    }

    private static void result(Chart chart, DraftVisit visit, String loinc, String value, String unit) {
        chart.record(new ClinicalFact.Laboratory(
                chart.nextSequence(), visit.registryVisit(), visit.day(), loinc, value, unit));
    }

    /** IFCC units, kept on the same side of 9 percent: 75 mmol/mol is 9.013 percent (measures.md 17, 13). */
    private static int millimol(int tenths, boolean poor) {
        int value = (int) Math.round((tenths / 10.0 - 2.152) / 0.09148);
        return poor ? Math.max(value, 75) : Math.min(value, 74);
    }

    private static String band(int tenths) {
        return tenths > 90 ? "M1211" : tenths >= 80 ? "M1373" : tenths >= 70 ? "M1372" : "M1371";
    }

    private static String categoryTwo(int tenths) {
        return tenths > 90 ? "3046F" : tenths >= 80 ? "3052F" : tenths >= 70 ? "3051F" : "3044F";
    }
}
