package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a program wants of estimates by race and ethnicity that people did not give themselves (stratification.md 3).
 *
 * @param model the one model of probabilities that counts, as {@code prob_model} names it
 * @param version its version, as {@code prob_version} names it
 * @param methods at least one
 * @param weakGroups whether groups are shown that such models are weak for
 */
public record IndirectEstimates(String model, String version, SortedSet<Method> methods, boolean weakGroups)
        implements Serializable {
    public IndirectEstimates {
        requireNonNull(model, "model");
        requireNonNull(version, "version");
        methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("estimates are made by a method");
        }
    }

    /** Where the weight of a person in a group comes from. */
    public enum Method {
        /** A self-reported group counts in full, only others by their probabilities. */
        DIRECT_PLUS_INDIRECT,
        /** Everybody by their probabilities, whatever they said of themselves. */
        INDIRECT
    }
}
