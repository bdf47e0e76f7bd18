package org.mcpstrata.statistics;

import java.util.List;

/**
 * The gap between two groups, split into what happens within practices and what comes of the groups' going to different
 * practices (Kitagawa; stratification.md 4.5). Within and between sum to the gap.
 *
 * <p>A practice that has nobody of one group cannot treat the two differently: what it adds to the gap is between.
 *
 * @param within sum over the practices of the mean of both groups' shares in it times the difference of their rates in it
 * @param between sum over the practices of the mean of both rates times the difference of the shares
 */
public record WithinBetween(double within, double between) {
    /** One practice's people of both groups. */
    public record Place(Proportion one, Proportion other) {
        boolean isEmpty() {
            return one.denominator() == 0 && other.denominator() == 0;
        }
    }

    /** The split over all places; both groups have people somewhere. */
    public static WithinBetween of(List<Place> places) {
        double all1 =
                places.stream().mapToLong(place -> place.one().denominator()).sum();
        double all0 =
                places.stream().mapToLong(place -> place.other().denominator()).sum();
        if (all1 == 0 || all0 == 0) {
            throw new IllegalArgumentException("a group without anybody has no gap");
        }
        double within = 0;
        double between = 0;
        for (Place place : places) {
            if (place.isEmpty()) {
                continue;
            }
            double share1 = place.one().denominator() / all1;
            double share0 = place.other().denominator() / all0;
            double rate1 = place.one().denominator() == 0
                    ? place.other().value()
                    : place.one().value();
            double rate0 = place.other().denominator() == 0
                    ? place.one().value()
                    : place.other().value();
            within += (share1 + share0) / 2 * (rate1 - rate0);
            between += (rate1 + rate0) / 2 * (share1 - share0);
        }
        return new WithinBetween(within, between);
    }
}
