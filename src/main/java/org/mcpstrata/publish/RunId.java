package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.SortedMap;

/** The name of a run: a digest of everything its results depend on (founding decision 21). Same inputs, same name. */
public record RunId(String value) {
    private static final int DIGITS = 20;

    public RunId {
        requireNonNull(value, "value");
        if (!value.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new IllegalArgumentException("a run id has " + DIGITS + " hexadecimal digits");
        }
    }

    /** The id of a run with these inputs: what it is, by name, to its digest or value. */
    public static RunId of(SortedMap<String, String> inputs) {
        Sha256 digest = new Sha256();
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            // Lengths keep "a" + "bc" apart from "ab" + "c".
            digest.add(input.getKey().length() + ":" + input.getKey() + "=");
            digest.add(input.getValue().length() + ":" + input.getValue() + "\n");
        }
        return new RunId(digest.hex().substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
