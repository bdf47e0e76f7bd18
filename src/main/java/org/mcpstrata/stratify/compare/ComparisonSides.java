package org.mcpstrata.stratify.compare;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.mcpstrata.model.ComparedWith;
import org.mcpstrata.model.TableRow;

/**
 * One side of the laws of comparisons, added up: over {@code stratified_result} what must be there, over the tables of
 * comparisons what is. Prints are sums of one number a row that changes with its key and values, so that rows that are
 * wrong in different ways do not cancel one another.
 */
public final class ComparisonSides implements Serializable {
    private static final List<String> KEY =
            List.of("entity_type", "entity_id", "payer_scope", "stratifier_id", "measure_id", "rate_id");

    private final long[] rows = new long[ComparedWith.values().length];
    private final long[] people = new long[rows.length];
    private final long[] prints = new long[rows.length];
    private long known;
    private long summaries;
    private long summaryPeople;
    private long summaryPrints;

    /** A stratum that is compared in this way. */
    void compared(ComparedWith with, TableRow row, long ofPeople, double value) {
        int at = with.ordinal();
        rows[at]++;
        people[at] += ofPeople;
        prints[at] += print(row, row.text("stratum_id"), ofPeople, value);
    }

    /** People of known value, once for every stratum of them. */
    void known(long ofPeople) {
        known += ofPeople;
    }

    /** A stratifier that is summarised over so many strata. */
    void summarised(TableRow row, int strata, long ofPeople) {
        summaries++;
        summaryPeople += ofPeople;
        summaryPrints += print(row, Integer.toString(strata), ofPeople, 0);
    }

    private static long print(TableRow row, String stratum, long people, double value) {
        int key = 1;
        for (String column : KEY) {
            key = 31 * key + row.text(column).hashCode();
        }
        long mixed = Objects.hash(key, stratum) * 0x9E3779B97F4A7C15L
                ^ people * 0xC2B2AE3D27D4EB4FL
                ^ Double.doubleToLongBits(value);
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }

    /** Both together. */
    public ComparisonSides plus(ComparisonSides other) {
        ComparisonSides both = new ComparisonSides();
        for (int i = 0; i < rows.length; i++) {
            both.rows[i] = rows[i] + other.rows[i];
            both.people[i] = people[i] + other.people[i];
            both.prints[i] = prints[i] + other.prints[i];
        }
        both.known = known + other.known;
        both.summaries = summaries + other.summaries;
        both.summaryPeople = summaryPeople + other.summaryPeople;
        both.summaryPrints = summaryPrints + other.summaryPrints;
        return both;
    }

    long rows(ComparedWith with) {
        return rows[with.ordinal()];
    }

    long people(ComparedWith with) {
        return people[with.ordinal()];
    }

    long prints(ComparedWith with) {
        return prints[with.ordinal()];
    }

    long known() {
        return known;
    }

    long summaries() {
        return summaries;
    }

    long summaryPeople() {
        return summaryPeople;
    }

    long summaryPrints() {
        return summaryPrints;
    }
}
