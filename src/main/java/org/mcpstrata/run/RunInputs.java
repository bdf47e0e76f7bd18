package org.mcpstrata.run;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.IngestResult;

/** What a run's id is made of (founding decision 21): everything its results depend on and nothing else. */
final class RunInputs {
    /** Raised whenever the meaning or the bytes of a result table change for the same inputs. */
    static final String RESULT_FORMAT = "10";

    /** The cut-off of a run without one. */
    static final String EVERYTHING = "everything delivered";

    /** Names the payers whose cancellations are settled by the latest word of a key. */
    static final String LATEST_WINS = "final action by latest-wins";

    /** Cancellations of all payers pair off; no payer's id has a blank. */
    static final String NO_PAYER = "no payer";

    private RunInputs() {}

    /** Name to digest or value, for {@code RunId} and {@code run.json}. */
    static SortedMap<String, String> of(RunOptions options, Definitions definitions, IngestResult ingested) {
        SortedMap<String, String> inputs = new TreeMap<>();
        inputs.put("result format", RESULT_FORMAT);
        inputs.put("period", Integer.toString(options.period().year()));
        inputs.put("as of", options.asOf().map(Object::toString).orElse(EVERYTHING));
        inputs.putAll(definitions.digests().inputs());
        SortedSet<String> latestWins = definitions.rules().latestWins();
        inputs.put(LATEST_WINS, latestWins.isEmpty() ? NO_PAYER : String.join(",", latestWins));
        inputs.put("linkage key", definitions.linkageKey().fingerprint());
        List<DropOutcome> accepted = ingested.outcomes().stream()
                .filter(drop -> drop.state() == DropState.ACCEPTED)
                .toList();
        for (DropOutcome drop : ingested.outcomes()) {
            // Results name payers that are absent, and dq_result says why.
            if (QualityFindings.isAbsent(drop.payer(), accepted)) {
                inputs.put(
                        "absent payer's drop " + drop.payer() + "/" + drop.drop(),
                        Digests.text(drop.state() + "\n" + drop.digest() + "\n" + drop.problems()));
            }
        }
        for (DropOutcome drop : ingested.outcomes()) {
            if (drop.state() == DropState.ACCEPTED) {
                inputs.put("drop " + drop.payer() + "/" + drop.drop(), drop.digest());
            }
        }
        // Rows of resources rest on older drops too, which need not count themselves (decision 98).
        ingested.olderDescriptions()
                .forEach((drop, older) -> inputs.put("drop " + drop + " rests on", Digests.text(lines(older))));
        return inputs;
    }

    private static String lines(SortedMap<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (drop, digest) -> lines.append(drop).append(' ').append(digest).append('\n'));
        return lines.toString();
    }
}
