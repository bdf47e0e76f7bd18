package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** A code of a code system, in its normal form ({@link CodeForm}). */
public record Coding(CodeSystem system, String code) implements Serializable, Comparable<Coding> {
    public Coding {
        requireNonNull(system, "system");
        requireNonNull(code, "code");
    }

    /** The coding in normal form. */
    public static Coding of(CodeSystem system, String code) {
        return new Coding(system, CodeForm.normal(system, code));
    }

    @Override
    public int compareTo(Coding other) {
        int bySystem = system.compareTo(other.system);
        return bySystem != 0 ? bySystem : code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return system + "|" + code;
    }
}
