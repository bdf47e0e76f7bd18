package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the caller knows about a run and {@code run.json} says beside tables, files and laws. No clock value, host or user
 * belongs here: equal runs have equal records.
 *
 * @param inputs what the run id was made of
 * @param facts anything else worth reading: code version, value-set release, payers, outcome; values are text, numbers,
 *     flags, lists and maps of these
 */
public record RunRecord(SortedMap<String, String> inputs, SortedMap<String, Object> facts) {
    public RunRecord {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(inputs, "inputs")));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(facts, "facts")));
    }

    /** A record without further facts. */
    public static RunRecord of(Map<String, String> inputs) {
        return new RunRecord(new TreeMap<>(inputs), new TreeMap<>());
    }

    RunId runId() {
        return RunId.of(inputs);
    }
}
