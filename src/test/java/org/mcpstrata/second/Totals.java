package org.mcpstrata.second;

/**
 * What the second implementation counted for one rate.
 *
 * @param visits zero where the measure counts none
 * @param months zero where the measure counts none
 */
record Totals(
        String measure,
        String rate,
        long persons,
        long initialPopulation,
        long exclusions,
        long exceptions,
        long numerator,
        long visits,
        long months) {}
