package org.mcpstrata.run;

import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.IngestResult;

/** What a run's id is made of (decisions.md 21): everything its results depend on and nothing else. */
final class RunInputs {
    /** Raised whenever the meaning or the bytes of a result table change for the same inputs. */
    static final String RESULT_FORMAT = "3";

    /** The cut-off of a run without one. */
    static final String EVERYTHING = "everything delivered";

    private RunInputs() {}

    /** Name to digest or value, for {@code RunId} and {@code run.json}. */
    static SortedMap<String, String> of(RunOptions options, Definitions definitions, IngestResult ingested) {
        SortedMap<String, String> inputs = new TreeMap<>();
        inputs.put("result format", RESULT_FORMAT);
        inputs.put("period", Integer.toString(options.period().year()));
        inputs.put("as of", options.asOf().map(Object::toString).orElse(EVERYTHING));
        inputs.putAll(options.definitions().digests(options.period().year()));
        inputs.put("linkage key", definitions.linkageKey().fingerprint());
        for (DropOutcome drop : ingested.outcomes()) {
            if (drop.state() == DropState.ACCEPTED) {
                inputs.put("drop " + drop.payer() + "/" + drop.drop(), drop.digest());
            }
        }
        return inputs;
    }
}
