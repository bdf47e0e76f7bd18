package org.mcpstrata.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/**
 * Every drop that an output folder has ever seen, each in exactly one state. A drop is its content: the same name with
 * other bytes is another entry. Kept as {@code state/drop-ledger/NNNNNN.json}, beside the results and outside every
 * digest, because it says when a drop was first seen.
 *
 * @param version from 1; 0 for the ledger of a folder that has seen nothing
 * @param entries in order of payer, drop and arrival
 */
@JsonPropertyOrder({"version", "entries"})
public record DropLedger(int version, List<DropEntry> entries) {
    static final DropLedger EMPTY = new DropLedger(0, List.of());

    public DropLedger {
        entries = List.copyOf(entries);
    }

    /**
     * The ledger after a look at the landing folder.
     *
     * @param payers the payers that were looked at; empty for all
     * @param withdrawn {@code payer/drop} of every drop that an accepted drop withdraws
     * @param now when the look began
     * @param codeVersion which build looked
     */
    DropLedger after(
            List<DropOutcome> outcomes, Set<String> payers, Set<String> withdrawn, Instant now, String codeVersion) {
        SortedMap<String, DropEntry> found = new TreeMap<>();
        outcomes.stream()
                .map(outcome -> DropEntry.of(outcome, now, codeVersion))
                .forEach(entry -> found.put(entry.name(), entry));
        List<DropEntry> after = new ArrayList<>();
        for (DropEntry entry : entries) {
            DropEntry seen = found.get(entry.name());
            if (!payers.isEmpty() && !payers.contains(entry.payer())) {
                after.add(entry);
            } else if (seen != null && entry.isSameDrop(seen)) {
                after.add(entry.like(seen));
            } else if (seen != null && entry.digest().isEmpty()) {
                // Without a manifest that could be read it had no bytes yet; it becomes what its manifest now says,
                // unless that is known.
                if (entries.stream().noneMatch(seen::isSameDrop)) {
                    after.add(entry.like(seen));
                }
            } else {
                boolean replaced =
                        seen != null && seen.state() == DropState.ACCEPTED || withdrawn.contains(entry.name());
                after.add(entry.gone(replaced, now));
            }
        }
        for (DropEntry seen : found.values()) {
            if (after.stream().noneMatch(seen::isSameDrop)) {
                after.add(seen);
            }
        }
        after.sort(DropEntry.ORDER);
        return after.equals(entries) ? this : new DropLedger(version + 1, after);
    }

    /** Drops that a manifest withdraws and nobody ever saw: likely a slip of the pen, which withdraws nothing. */
    List<Problem> neverSeen(IngestResult ingested) {
        SortedSet<String> unknown = new TreeSet<>(ingested.withdrawn());
        ingested.outcomes().forEach(outcome -> unknown.remove(outcome.payer() + '/' + outcome.drop()));
        entries.forEach(entry -> unknown.remove(entry.name()));
        return unknown.stream()
                .map(drop -> new Problem(ProblemCode.SUPERSEDES_UNKNOWN, Place.of(drop), ""))
                .toList();
    }

    /** What a person must know of drops that counted before and are not there any more, in order. */
    List<Problem> problems(DropLedger before) {
        List<Problem> problems = new ArrayList<>();
        for (DropEntry entry : entries) {
            Place place = Place.of(entry.name());
            boolean counted = before.entries.stream()
                    .anyMatch(earlier -> earlier.isSameDrop(entry) && earlier.state() == DropState.ACCEPTED);
            boolean renewed = entries.stream()
                    .anyMatch(other -> other.name().equals(entry.name())
                            && other.inLanding()
                            && other.state() == DropState.ACCEPTED);
            if (entry.inLanding() || !counted) {
                continue;
            }
            if (renewed) {
                problems.add(new Problem(ProblemCode.DROP_CHANGED, place, ""));
            } else if (entry.state() == DropState.ACCEPTED) {
                problems.add(new Problem(ProblemCode.DROP_VANISHED, place, ""));
            }
        }
        return problems;
    }
}
