package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.mcpstrata.model.TableRow;

/**
 * Which rows of {@code stratified_result} and {@code stratum_comparison} the report of a run carries: the program by
 * every payer scope and stratifier; states by line of business, and crossings of all payers together; of practices the
 * total of everybody. All others stay in the tables.
 */
public final class Shown {
    static final String ALL = "ALL";
    static final String TOTAL = "TOTAL";
    static final String PROGRAM = "PROGRAM";
    static final String STATE = "STATE";
    static final String PRACTICE = "PRACTICE";
    static final String PAYER = "payer:";

    /** Stands between the stratifiers of a crossing. */
    private static final String CROSSED = "_x_";

    private static final Set<String> COMPARATORS = Set.of("FIXED_REF", "REST");

    private Shown() {}

    /** Whether the report carries a result; strata in which nobody was measured are left out. */
    public static boolean result(TableRow row) {
        requireNonNull(row, "row");
        return carries(row) && (row.text("stratifier_id").equals(TOTAL) || isHidden(row) || people(row) > 0);
    }

    /**
     * Whether the report carries a comparison: with the reference group or with everyone else, of the program, and of
     * states for all payers together; of crossings for all payers together only.
     */
    public static boolean comparison(TableRow row) {
        boolean everybody = row.text("payer_scope").equals(ALL);
        return COMPARATORS.contains(row.text("comparator"))
                && switch (row.text("entity_type")) {
                    case PROGRAM -> everybody || !isCrossing(row);
                    case STATE -> everybody && !isCrossing(row);
                    default -> false;
                };
    }

    private static boolean carries(TableRow row) {
        String scope = row.text("payer_scope");
        return switch (row.text("entity_type")) {
            case PROGRAM -> true;
            case STATE ->
                scope.equals(ALL)
                        || !scope.startsWith(PAYER)
                                && !row.text("stratifier_id").contains(CROSSED);
            case PRACTICE -> scope.equals(ALL) && row.text("stratifier_id").equals(TOTAL);
            default -> false;
        };
    }

    /** Whether the groups of a row are those of two stratifiers crossed. */
    static boolean isCrossing(TableRow row) {
        return row.text("stratifier_id").contains(CROSSED);
    }

    /** Whether a release hides what the row counts. */
    static boolean isHidden(TableRow row) {
        return row.schema().find("suppression").isPresent() && "HIDDEN".equals(row.text("suppression"));
    }

    /** People behind the value; 0 where the count is hidden. */
    static long people(TableRow row) {
        Long people = row.count("performance_denominator");
        return people == null ? 0 : people;
    }

    /** Whether an entity stands in for people whom no payer attributed to a practice. */
    static boolean isStandIn(String entityId) {
        return entityId.startsWith("UNATTRIBUTED-");
    }
}
