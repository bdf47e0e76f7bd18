package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which clinical rows count, by what the record says of itself. Claim rows have no status and are never tested. Orders
 * marked "do not perform" never count.
 *
 * @param statuses accepted row statuses; empty accepts all, and a row without a status only then
 * @param notStatuses refused statuses. For conditions both lists are about the verification status, and a missing one is
 *     accepted
 * @param clinicalStatuses accepted clinical statuses of conditions, for example {@code active}; empty accepts all, and a
 *     condition without one only then
 * @param intents accepted intents of orders; empty accepts all
 * @param categories a category the row must have, where it states any; empty accepts all
 * @param unverified what of the rule was not checked against its source, or empty
 */
public record RecordFilter(
        SortedSet<String> statuses,
        SortedSet<String> notStatuses,
        SortedSet<String> clinicalStatuses,
        SortedSet<String> intents,
        SortedSet<String> categories,
        String unverified)
        implements Serializable {
    public static final RecordFilter ANY =
            new RecordFilter(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), "");

    public RecordFilter {
        statuses = Collections.unmodifiableSortedSet(new TreeSet<>(statuses));
        notStatuses = Collections.unmodifiableSortedSet(new TreeSet<>(notStatuses));
        clinicalStatuses = Collections.unmodifiableSortedSet(new TreeSet<>(clinicalStatuses));
        intents = Collections.unmodifiableSortedSet(new TreeSet<>(intents));
        categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
        requireNonNull(unverified, "unverified");
    }
}
