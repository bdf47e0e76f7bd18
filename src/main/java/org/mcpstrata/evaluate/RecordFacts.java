package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import org.mcpstrata.measure.RecordFilter;

/**
 * What a clinical record says of itself; a claim says none of it.
 *
 * @param status as delivered, of conditions the verification status; empty where there is none
 * @param clinicalStatus of a condition, empty where there is none
 * @param intent of an order, empty where there is none
 * @param categories of an observation or condition
 * @param reasons why it was ordered, changed or not done
 * @param recorded when it was written down: an order signed, a result issued, a refusal noted
 */
record RecordFacts(
        String status, String clinicalStatus, String intent, List<String> categories, Codes reasons, Moment recorded) {
    static final RecordFacts NONE = new RecordFacts("", "", "", List.of(), Codes.NONE, Moment.UNKNOWN);

    RecordFacts {
        requireNonNull(status, "status");
        requireNonNull(clinicalStatus, "clinicalStatus");
        requireNonNull(intent, "intent");
        categories = List.copyOf(categories);
        requireNonNull(reasons, "reasons");
        requireNonNull(recorded, "recorded");
    }

    /**
     * Whether the filter lets the record pass.
     *
     * @param condition of a condition that states no verification status, none is asked
     */
    boolean pass(RecordFilter filter, boolean condition) {
        boolean unstated = condition && status.isEmpty();
        return (filter.statuses().isEmpty() || unstated || filter.statuses().contains(status))
                && !filter.notStatuses().contains(status)
                && (filter.clinicalStatuses().isEmpty()
                        || filter.clinicalStatuses().contains(clinicalStatus))
                && (filter.intents().isEmpty() || filter.intents().contains(intent))
                && (filter.categories().isEmpty()
                        || categories.isEmpty()
                        || !Collections.disjoint(filter.categories(), categories));
    }
}
