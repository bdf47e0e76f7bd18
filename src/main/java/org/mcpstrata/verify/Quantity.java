package org.mcpstrata.verify;

/**
 * One count as an outsider sees it.
 *
 * @param variable the index of an unknown number, or -1 where the value is known
 * @param value the known value
 */
record Quantity(int variable, long value) {
    static final Quantity ZERO = known(0);

    static Quantity known(long value) {
        return new Quantity(-1, value);
    }

    static Quantity unknown(int variable) {
        return new Quantity(variable, 0);
    }

    boolean isKnown() {
        return variable < 0;
    }
}
