package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Hypertension and blood pressure readings; the last reading of the period follows the planted disparity. */
final class BloodPressureCare implements CareTopic {
    private final PlantedDisparities planted;

    BloodPressureCare(PlantedDisparities planted) {
        this.planted = requireNonNull(planted, "planted");
    }

    @Override
    public void write(Chart chart, Draw draw) {
        int age = chart.age();
        double prevalence = age < 18 ? 0 : age < 45 ? 0.14 : age < 65 ? 0.42 : 0.62;
        boolean hypertensive = draw.chance(prevalence);
        if (hypertensive) {
            diagnose(chart, draw);
        }
        Profile person = chart.person();
        double chance = planted.controlledBloodPressure(person.raceGroup(), person.english());
        boolean controlled = draw.chance(chance);
        boolean unread = !controlled && draw.chance(0.15);
        Optional<DraftVisit> last = chart.lastExamination();
        for (DraftVisit visit : chart.visits()) {
            boolean inPeriod = chart.timeline().inPeriod(visit.day());
            if (visit.inPerson() && (!inPeriod || visit.qualifies() && !unread)) {
                boolean decides = last.isPresent() && last.get() == visit;
                measure(chart, draw, visit, decides ? controlled : draw.chance(0.6), decides && hypertensive);
            }
        }
        if (last.isPresent() && chart.registered() && draw.chance(0.03)) {
            mistake(chart, last.get(), controlled);
        }
        if (unread && hypertensive && !chart.registered()) {
            last.ifPresent(visit -> visit.quality("G8756"));
        }
    }

    private static void diagnose(Chart chart, Draw draw) {
        int course = draw.weighted(92, 4, 4);
        for (DraftVisit visit : chart.visits()) {
            boolean late = visit.day().isAfter(chart.timeline().midYear());
            boolean written = course == 0 || course == 1 && late || course == 2 && !chart.registered();
            if (written && draw.chance(0.9)) {
                visit.diagnose(Codes.HYPERTENSION);
            }
        }
        if (chart.registered() && course != 1) {
            chart.record(new ClinicalFact.Problem(
                    chart.nextSequence(),
                    draw.day(
                            chart.timeline().historyStart().minusYears(6),
                            chart.timeline().historyStart()),
                    Codes.HYPERTENSION_SNOMED,
                    Codes.HYPERTENSION));
        }
    }

    private static void measure(Chart chart, Draw draw, DraftVisit visit, boolean controlled, boolean codeNeeded) {
        int systolic = controlled ? draw.between(104, 139) : draw.between(140, 188);
        int diastolic = controlled ? draw.between(62, 89) : draw.between(70, 108);
        boolean coded = codeNeeded && (!chart.registered() || draw.chance(0.4));
        if (chart.registered()) {
            boolean split = controlled && draw.chance(0.08);
            reading(chart, visit, split ? 152 : systolic, diastolic, draw);
            if (split) {
                reading(chart, visit, systolic, 97, draw);
            }
        }
        if (coded) {
            List<String> codes = chart.registered() && draw.chance(0.5)
                    ? categoryTwo(systolic, diastolic)
                    : List.of(systolic < 140 ? "G8752" : "G8753", diastolic < 90 ? "G8754" : "G8755");
            codes.forEach(visit::quality);
        }
    }

    private static void reading(Chart chart, DraftVisit visit, int systolic, int diastolic, Draw draw) {
        chart.record(new ClinicalFact.BloodPressure(
                chart.nextSequence(),
                draw.chance(0.9) ? visit.registryVisit() : 0,
                visit.day(),
                systolic,
                diastolic,
                ClinicalFact.Standing.COUNTS,
                draw.chance(0.85)));
    }

    /** A reading of the opposite kind the day after the deciding one, entered in error. */
    private static void mistake(Chart chart, DraftVisit visit, boolean controlled) {
        chart.record(new ClinicalFact.BloodPressure(
                chart.nextSequence(),
                visit.registryVisit(),
                visit.day().plusDays(1),
                controlled ? 190 : 110,
                controlled ? 110 : 70,
                ClinicalFact.Standing.MISTAKEN,
                true));
    }

    private static List<String> categoryTwo(int systolic, int diastolic) {
        return List.of(
                systolic < 130 ? "3074F" : systolic < 140 ? "3075F" : "3077F",
                diastolic < 80 ? "3078F" : diastolic < 90 ? "3079F" : "3080F");
    }
}
