package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Missing;

/**
 * One group of people of a stratifier.
 *
 * @param order display order inside the stratifier, missing kinds from 900
 * @param components stratifier to stratum for crossings, empty otherwise
 */
public record Stratum(String id, String label, int order, StratumKind kind, SortedMap<String, String> components)
        implements Serializable {
    private static final int FIRST_MISSING = 900;

    public Stratum {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(kind, "kind");
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
    }

    public static Stratum of(String id, String label, int order, StratumKind kind) {
        return new Stratum(id, label, order, kind, new TreeMap<>());
    }

    /** The stratum of people whom nobody screened, after all missing kinds. */
    static Stratum notScreened(String id, String label) {
        return of(id, label, FIRST_MISSING + Missing.values().length, StratumKind.NOT_SCREENED);
    }

    /** The stratum of people without a value for this reason. */
    public static Stratum missing(Missing missing) {
        StratumKind kind = StratumKind.of(missing);
        return of(missing.name(), kind.label(), FIRST_MISSING + missing.ordinal(), kind);
    }
}
