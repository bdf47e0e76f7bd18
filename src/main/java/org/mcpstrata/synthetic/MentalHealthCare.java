package org.mcpstrata.synthetic;

/** Depression: diagnoses, screening codes on claims and PHQ-9 totals in the registry. */
final class MentalHealthCare implements CareTopic {
    @Override
    public void write(Chart chart, Draw draw) {
        if (chart.age() < 12) {
            return;
        }
        boolean depressed = draw.chance(0.12);
        String code = draw.pick(Codes.DEPRESSION);
        boolean screens = draw.chance(0.55);
        boolean chosen = false;
        for (DraftVisit visit : chart.visits()) {
            if (depressed && visit.inPerson()) {
                visit.diagnose(code);
            }
            boolean screen = screens && !chosen && chart.timeline().inPeriod(visit.day()) && visit.inPerson();
            if (screen) {
                visit.quality(depressed ? draw.pick("G8431", "G8431", "G8511") : draw.pick("G8510", "G8510", "G8432"));
                chosen = true;
            }
            if (chart.registered() && visit.inPerson() && (depressed || screen)) {
                int score = depressed ? draw.between(3, 22) : draw.between(0, 8);
                chart.record(new ClinicalFact.Laboratory(
                        chart.nextSequence(),
                        visit.registryVisit(),
                        visit.day(),
                        "44261-6",
                        Integer.toString(score),
                        "{score}"));
            }
        }
    }
}
