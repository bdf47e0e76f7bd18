package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.Evidence;

/**
 * A billing code that reports a result.
 *
 * @param code CPT or HCPCS
 * @param band where the value lies, or null for "not documented": such a code is never a result and never overrides one
 * @param path CPT2 or QDC
 * @param notModifiers a line with one of these does not report the result
 */
public record CodedResult(String code, Band band, Evidence.Path path, SortedSet<String> notModifiers)
        implements Serializable {
    public CodedResult {
        requireNonNull(code, "code");
        requireNonNull(path, "path");
        if (path != Evidence.Path.CPT2 && path != Evidence.Path.QDC) {
            throw new IllegalArgumentException("a coded result comes by CPT2 or QDC");
        }
        notModifiers = Collections.unmodifiableSortedSet(new TreeSet<>(notModifiers));
    }

    public boolean documented() {
        return band != null;
    }
}
