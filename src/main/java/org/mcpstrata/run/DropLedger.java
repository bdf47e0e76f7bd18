package org.mcpstrata.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
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

    private record Key(String payer, String drop, String digest) {}

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
        SortedMap<String, DropOutcome> byName = new TreeMap<>();
        outcomes.forEach(outcome -> byName.put(outcome.payer() + '/' + outcome.drop(), outcome));
        List<DropEntry> after = new ArrayList<>();
        Set<Key> known = new HashSet<>();
        for (DropEntry entry : entries) {
            boolean seen = payers.isEmpty() || payers.contains(entry.payer());
            DropOutcome outcome = byName.get(entry.name());
            if (!seen) {
                after.add(entry);
            } else if (outcome != null && isOf(entry, outcome)) {
                after.add(entry.like(DropEntry.of(outcome, now, codeVersion)));
                known.add(new Key(outcome.payer(), outcome.drop(), outcome.digest()));
            } else {
                boolean replaced =
                        outcome != null && outcome.state() == DropState.ACCEPTED || withdrawn.contains(entry.name());
                after.add(entry.gone(replaced, now));
            }
        }
        for (DropOutcome outcome : outcomes) {
            if (!known.contains(new Key(outcome.payer(), outcome.drop(), outcome.digest()))) {
                after.add(DropEntry.of(outcome, now, codeVersion));
            }
        }
        after.sort(DropEntry.ORDER);
        return after.equals(entries) ? this : new DropLedger(version + 1, after);
    }

    /** Bytes make a drop; one without a manifest has none yet and becomes whatever its manifest then says. */
    private static boolean isOf(DropEntry entry, DropOutcome outcome) {
        return entry.digest().equals(outcome.digest()) || entry.state() == DropState.PENDING;
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
