package org.mcpstrata.run.release;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that was ever released, oldest first. Kept as {@code state/release-ledger/NNNNNN.json}; what a release shows is
 * in its own folder, which the digest here holds to the byte. A release is entered before anybody can see it.
 *
 * @param version from 1; 0 for the ledger of a folder that has released nothing
 */
@JsonPropertyOrder({"version", "entries"})
public record ReleaseLedger(int version, List<Entry> entries) {
    static final ReleaseLedger EMPTY = new ReleaseLedger(0, List.of());

    public ReleaseLedger {
        entries = List.copyOf(entries);
    }

    /**
     * One release.
     *
     * @param key digest of what was asked for: the same run, policy and salt
     * @param recordDigest SHA-256 of its {@code release.json}
     * @param carriedFrom measure to the release in which its figures were first shown, where they are older
     */
    @JsonPropertyOrder({"releaseId", "runId", "key", "program", "period", "recordDigest", "carriedFrom"})
    public record Entry(
            String releaseId,
            String runId,
            String key,
            String program,
            int period,
            String recordDigest,
            SortedMap<String, String> carriedFrom) {
        public Entry {
            requireNonNull(releaseId, "releaseId");
            requireNonNull(runId, "runId");
            requireNonNull(key, "key");
            requireNonNull(program, "program");
            requireNonNull(recordDigest, "recordDigest");
            carriedFrom = Collections.unmodifiableSortedMap(new TreeMap<>(carriedFrom));
        }
    }

    /** The release made for the same question, if there is one. */
    Optional<Entry> answering(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** What had been released before an entry; everything where it is not there yet. */
    List<Entry> before(Optional<Entry> entry) {
        return entry.map(found -> entries.subList(0, entries.indexOf(found))).orElse(entries);
    }

    ReleaseLedger with(Entry entry) {
        List<Entry> after = new ArrayList<>(entries);
        after.add(entry);
        return new ReleaseLedger(version + 1, after);
    }
}
