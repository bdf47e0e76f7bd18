package org.mcpstrata.second;

/**
 * Persons about whom pipeline and second implementation say different things.
 *
 * @param population the column of {@code member_result}
 * @param pipeline what the pipeline says
 * @param second what the second implementation says
 * @param persons how many
 * @param example the smallest of their ids
 */
record Disagreement(
        String measure, String rate, String population, String pipeline, String second, long persons, String example) {}
