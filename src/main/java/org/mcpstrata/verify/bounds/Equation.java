package org.mcpstrata.verify.bounds;

/**
 * The sum of unknown numbers times their factors is a known total. The arrays belong to the equation and are never changed.
 *
 * @param variables indexes, each once
 * @param factors as many as variables, none 0
 */
record Equation(int[] variables, int[] factors, long total) {
    Equation {
        if (variables.length != factors.length) {
            throw new IllegalArgumentException("every variable needs a factor");
        }
    }

    /** What the equation lacks with these values; 0 when it holds. */
    long lacking(long[] values) {
        long sum = 0;
        for (int i = 0; i < variables.length; i++) {
            sum += factors[i] * values[variables[i]];
        }
        return total - sum;
    }

    boolean hasOnlyUnitFactors() {
        for (int factor : factors) {
            if (Math.abs(factor) != 1) {
                return false;
            }
        }
        return true;
    }
}
