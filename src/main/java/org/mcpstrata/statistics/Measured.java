package org.mcpstrata.statistics;

/**
 * A value and how sure it is.
 *
 * @param interval null where none can be given
 */
public record Measured(double value, Interval interval) {}
