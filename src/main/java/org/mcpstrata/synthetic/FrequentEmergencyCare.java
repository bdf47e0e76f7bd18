package org.mcpstrata.synthetic;

/**
 * A few insured adults come to the emergency room so often that the measure calls them outliers (founding decision 13),
 * the same share in every group. Without them the rates with and without outliers would be one number.
 *
 * <p>This topic comes last and adds to what {@link EmergencyCare} gave: nobody's other care depends on it.
 */
final class FrequentEmergencyCare implements CareTopic {
    /** The share of insured adults. */
    static final double SHARE = 0.008;

    /** The fewest visits that make an outlier of a person with commercial coverage alone, and of anybody else. */
    private static final int COMMERCIAL_FEWEST = 4;

    private static final int FEWEST = 6;
    private static final int MORE_AT_MOST = 2;

    @Override
    public void write(Chart chart, Draw draw) {
        if (!chart.coverage().insured() || chart.age() < 18 || !draw.chance(SHARE)) {
            return;
        }
        boolean commercialAlone =
                chart.coverage().enrollments().stream().allMatch(span -> span.payer() == Payer.BLUESTONE);
        int fewest = commercialAlone ? COMMERCIAL_FEWEST : FEWEST;
        int visits = draw.between(fewest, fewest + MORE_AT_MOST);
        for (int i = 0; i < visits; i++) {
            chart.freeDay(draw, chart.timeline().start(), chart.timeline().end())
                    .ifPresent(day -> EmergencyCare.visit(chart, draw, day, draw.pick(Codes.INJURY), Fate.PAID));
        }
    }
}
