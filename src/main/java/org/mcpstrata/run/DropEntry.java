package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Comparator;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.FileOutcome;

/**
 * One drop in the ledger.
 *
 * @param digest SHA-256 of the manifest, which names the digest of every file; empty where there is no manifest
 * @param inLanding whether the landing folder still has it
 * @param arrived when a run first saw it, as an instant in UTC
 * @param changed when its state or counts last changed
 * @param delivered records
 * @param problems how many its report names
 * @param codeVersion the build that gave it this state
 */
@JsonPropertyOrder({
    "payer",
    "drop",
    "digest",
    "state",
    "inLanding",
    "arrived",
    "changed",
    "delivered",
    "accepted",
    "rejected",
    "problems",
    "codeVersion"
})
public record DropEntry(
        String payer,
        String drop,
        String digest,
        DropState state,
        boolean inLanding,
        String arrived,
        String changed,
        long delivered,
        long accepted,
        long rejected,
        int problems,
        String codeVersion) {
    static final Comparator<DropEntry> ORDER = Comparator.comparing(DropEntry::payer)
            .thenComparing(DropEntry::drop)
            .thenComparing(DropEntry::arrived)
            .thenComparing(DropEntry::digest);

    public DropEntry {
        requireNonNull(payer, "payer");
        requireNonNull(drop, "drop");
        requireNonNull(digest, "digest");
        requireNonNull(state, "state");
        requireNonNull(arrived, "arrived");
        requireNonNull(changed, "changed");
        requireNonNull(codeVersion, "codeVersion");
    }

    static DropEntry of(DropOutcome outcome, Instant now, String codeVersion) {
        return new DropEntry(
                outcome.payer(),
                outcome.drop(),
                outcome.digest(),
                outcome.state(),
                true,
                now.toString(),
                now.toString(),
                outcome.files().stream().mapToLong(FileOutcome::delivered).sum(),
                outcome.files().stream().mapToLong(FileOutcome::accepted).sum(),
                outcome.files().stream().mapToLong(FileOutcome::rejectedRecords).sum(),
                outcome.problems().size(),
                codeVersion);
    }

    /** The name of its folder below {@code landing/}; no identity. */
    String name() {
        return payer + '/' + drop;
    }

    boolean isSameDrop(DropEntry other) {
        return name().equals(other.name()) && digest.equals(other.digest);
    }

    /** This drop as it was just seen; the same entry where nothing changed but the build that looked. */
    DropEntry like(DropEntry seen) {
        boolean same = digest.equals(seen.digest)
                && state == seen.state
                && inLanding
                && delivered == seen.delivered
                && accepted == seen.accepted
                && rejected == seen.rejected
                && problems == seen.problems;
        return same ? this : seen.arrivedAt(arrived);
    }

    private DropEntry arrivedAt(String first) {
        return new DropEntry(
                payer,
                drop,
                digest,
                state,
                inLanding,
                first,
                changed,
                delivered,
                accepted,
                rejected,
                problems,
                codeVersion);
    }

    /** This drop after it has left the landing folder. */
    DropEntry gone(boolean replaced, Instant now) {
        DropState then = replaced && state == DropState.ACCEPTED ? DropState.SUPERSEDED : state;
        if (!inLanding && then == state) {
            return this;
        }
        return new DropEntry(
                payer,
                drop,
                digest,
                then,
                false,
                arrived,
                now.toString(),
                delivered,
                accepted,
                rejected,
                problems,
                codeVersion);
    }
}
