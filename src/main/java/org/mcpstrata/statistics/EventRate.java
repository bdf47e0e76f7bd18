package org.mcpstrata.statistics;

import java.math.BigDecimal;
import java.util.Optional;

/** Events per 1000 units of exposure (stratification.md 4.1). */
public final class EventRate {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private EventRate() {}

    /**
     * The rate with Byar's interval of its events; empty where nothing was exposed.
     *
     * @param exposure member or beneficiary months
     */
    public static Optional<Measured> of(BigDecimal events, BigDecimal exposure) {
        if (exposure.signum() <= 0) {
            return Optional.empty();
        }
        double months = exposure.doubleValue();
        Interval counted = Byar.of(events.doubleValue());
        return Optional.of(new Measured(
                events.multiply(THOUSAND).doubleValue() / months,
                new Interval(counted.lo() * 1000 / months, counted.hi() * 1000 / months, counted.method())));
    }
}
