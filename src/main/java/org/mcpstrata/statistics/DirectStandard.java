package org.mcpstrata.statistics;

import java.util.List;
import java.util.Optional;

/**
 * Direct standardisation (stratification.md 4.6): the value a group would have if it were made up of bands as the
 * standard population is. A band without anybody leaves nothing to say ({@code STD_EMPTY_BAND}): weights are never shared
 * out again silently.
 */
public final class DirectStandard {
    private DirectStandard() {}

    /**
     * One band of a proportion.
     *
     * @param weight of the band in the standard population; the weights of all bands sum to 1
     */
    public record Band(double weight, Proportion people) {}

    /**
     * One band of an event rate.
     *
     * @param exposure people or time, above 0 where there is anybody
     */
    public record EventBand(double weight, double events, double exposure) {}

    /**
     * A standardised value.
     *
     * @param effective people that would give the same variance without standardising; infinite where there is none
     */
    public record Standardised(double value, double variance, double effective, Interval interval) {
        public Measured measured() {
            return new Measured(value, interval);
        }
    }

    /** A standardised proportion with Wilson limits on the effective number; empty where a band is. */
    public static Optional<Standardised> proportion(List<Band> bands) {
        requireWhole(bands.stream().mapToDouble(Band::weight).sum());
        double value = 0;
        double variance = 0;
        long people = 0;
        boolean all = true;
        for (Band band : bands) {
            if (band.people().denominator() == 0) {
                return Optional.empty();
            }
            double rate = band.people().value();
            value += band.weight() * rate;
            variance += band.weight()
                    * band.weight()
                    * rate
                    * (1 - rate)
                    / band.people().denominator();
            people += band.people().denominator();
            all &= band.people().isAll();
        }
        // Weights are not whole numbers: their sum may miss 1 by its last digit.
        value = all ? 1 : Math.min(1, value);
        // Nothing varies where every band is none or all: then the people there are must do.
        double effective = variance > 0 ? value * (1 - value) / variance : people;
        return Optional.of(new Standardised(value, variance, effective, Wilson.of(value, effective)));
    }

    /** A standardised event rate per unit of exposure with Dobson's limits on Byar's; empty where a band is. */
    public static Optional<Standardised> events(List<EventBand> bands) {
        requireWhole(bands.stream().mapToDouble(EventBand::weight).sum());
        double value = 0;
        double variance = 0;
        double events = 0;
        for (EventBand band : bands) {
            if (!(band.exposure() > 0)) {
                return Optional.empty();
            }
            value += band.weight() * band.events() / band.exposure();
            variance += band.weight() * band.weight() * band.events() / (band.exposure() * band.exposure());
            events += band.events();
        }
        if (events == 0) {
            return Optional.of(new Standardised(0, 0, Double.POSITIVE_INFINITY, null));
        }
        Interval count = Byar.of(events);
        double stretch = Math.sqrt(variance / events);
        Interval limits = new Interval(
                value + stretch * (count.lo() - events), value + stretch * (count.hi() - events), "DOBSON_BYAR");
        return Optional.of(new Standardised(value, variance, value * value / variance, limits));
    }

    private static void requireWhole(double weights) {
        if (Math.abs(weights - 1) > 1e-9) {
            throw new IllegalArgumentException("the weights of the bands sum to 1");
        }
    }
}
