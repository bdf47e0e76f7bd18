package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.publish.RunId;

/**
 * What a run stands on once intake is over: with the same options, definitions and drops every later stage comes to the same
 * bytes.
 *
 * @param inputs all of it as digests, of which the id is made
 */
record RunBasis(
        RunOptions options,
        Definitions definitions,
        IngestResult ingested,
        SortedMap<String, String> inputs,
        RunId runId) {
    RunBasis {
        requireNonNull(options, "options");
        requireNonNull(definitions, "definitions");
        requireNonNull(ingested, "ingested");
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        requireNonNull(runId, "runId");
    }

    static RunBasis of(RunOptions options, Definitions definitions, IngestResult ingested) {
        SortedMap<String, String> inputs = RunInputs.of(options, definitions, ingested);
        return new RunBasis(options, definitions, ingested, inputs, RunId.of(inputs));
    }
}
