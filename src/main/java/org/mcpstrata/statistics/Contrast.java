package org.mcpstrata.statistics;

/**
 * How two values differ, or their ratio.
 *
 * @param value null where it is undefined, as a ratio to 0 is
 * @param interval null where none can be given
 */
public record Contrast(Double value, Interval interval) {}
