package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.publish.NumberedRecords;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.Workplace;

/** Writes into the drop ledger what a run found in the landing folder. */
final class LedgerKeeper {
    private static final String NAME = "drop-ledger";
    /** Other runs that add a version at the same time; more in a row would mean that nobody ever succeeds. */
    private static final int RIVALS = 20;

    private final NumberedRecords<DropLedger> versions;
    private final Instant now;

    LedgerKeeper(Publication publication, Instant now) {
        this.versions = publication.records(NAME, DropLedger.class);
        this.now = requireNonNull(now, "now");
    }

    /** The newest ledger of an output folder. */
    static DropLedger read(Publication publication) {
        return publication.records(NAME, DropLedger.class).newest().orElse(DropLedger.EMPTY);
    }

    /**
     * Adds a version where something changed.
     *
     * @param payers the payers that were looked at; empty for all
     * @return what a person must know about drops that counted before
     */
    List<Problem> record(IngestResult ingested, Set<String> payers, Workplace work) {
        for (int i = 0; i < RIVALS; i++) {
            DropLedger before = versions.newest().orElse(DropLedger.EMPTY);
            DropLedger after =
                    before.after(ingested.outcomes(), payers, ingested.withdrawn(), now, CodeVersion.digest());
            if (after.version() == before.version() || versions.add(after.version(), after, work)) {
                return after.problems(before);
            }
        }
        throw new ProblemException(ProblemCode.WRITE_FAILED, Place.of(NAME), "Other runs write it all the time.");
    }
}
