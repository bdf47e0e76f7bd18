package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.problem.Place;

/**
 * A named definition. The name is what reasons, evidence and prose show.
 *
 * @param library the library it comes from, or the measure id
 * @param remark why the rule is as it is, or empty
 * @param unverified what about the rule rests on memory only, or empty
 * @param place where it is written
 */
public record Definition(String name, Clause clause, String library, String remark, String unverified, Place place)
        implements Serializable {
    public Definition {
        requireNonNull(name, "name");
        requireNonNull(clause, "clause");
        requireNonNull(library, "library");
        requireNonNull(remark, "remark");
        requireNonNull(unverified, "unverified");
        requireNonNull(place, "place");
    }

    /** The same definition with another clause. */
    Definition with(Clause other) {
        return new Definition(name, other, library, remark, unverified, place);
    }
}
