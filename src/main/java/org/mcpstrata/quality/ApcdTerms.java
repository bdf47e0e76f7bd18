package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a payer's APCD-CDL files differ from the common data layout (drop-contract.md, details).
 *
 * @param payerCode what HD and TR name as the payer; empty where any code will do
 * @param extraColumns names of the columns behind the last element, by file type; they are counted and not read
 */
public record ApcdTerms(String payerCode, SortedMap<String, List<String>> extraColumns) {
    /** The common data layout. */
    public static final ApcdTerms COMMON = new ApcdTerms("", Collections.emptySortedMap());

    public ApcdTerms {
        requireNonNull(payerCode, "payerCode");
        SortedMap<String, List<String>> copy = new TreeMap<>();
        extraColumns.forEach((type, columns) -> copy.put(type, List.copyOf(columns)));
        extraColumns = Collections.unmodifiableSortedMap(copy);
    }

    /** Those of a file type. */
    public List<String> extraColumns(String fileType) {
        return extraColumns.getOrDefault(fileType, List.of());
    }
}
