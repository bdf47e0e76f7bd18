package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;

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
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            // Lengths keep "a" + "bc" apart from "ab" + "c".
            text.append(input.getKey().length())
                    .append(':')
                    .append(input.getKey())
                    .append('=');
            text.append(input.getValue().length())
                    .append(':')
                    .append(input.getValue())
                    .append('\n');
        }
        return new RunId(DigestUtils.sha256Hex(text.toString()).substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
