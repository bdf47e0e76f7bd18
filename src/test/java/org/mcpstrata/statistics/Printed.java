package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;

/** A figure as a table prints it: known to half a unit of its last digit, and never compared more loosely than 1e-9. */
final class Printed {
    private static final double RELATIVE = 1e-9;

    private Printed() {}

    static void assertPrinted(double found, String printed) {
        BigDecimal figure = new BigDecimal(printed);
        double digit = figure.ulp().doubleValue() / 2;
        double expected = figure.doubleValue();
        assertThat(found).isCloseTo(expected, within(Math.max(RELATIVE * Math.abs(expected), Math.min(digit, 1e-9))));
    }
}
