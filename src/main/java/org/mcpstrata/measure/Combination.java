package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** {@code all}, {@code any} or {@code none} of a list of named definitions; all and none of nothing hold, any does not. */
public record Combination(Quantifier quantifier, List<String> uses) implements Clause {
    public Combination {
        requireNonNull(quantifier, "quantifier");
        uses = List.copyOf(uses);
    }

    public static Combination all(List<String> uses) {
        return new Combination(Quantifier.ALL, uses);
    }

    public static Combination any(List<String> uses) {
        return new Combination(Quantifier.ANY, uses);
    }

    public static Combination none(List<String> uses) {
        return new Combination(Quantifier.NONE, uses);
    }

    /** Whether all that are named hold wherever it holds. */
    public boolean needsEach() {
        return quantifier == Quantifier.ALL || quantifier == Quantifier.ANY && uses.size() == 1;
    }

    /** Whether each of those that are named makes it hold alone. */
    public boolean isMetByEach() {
        return quantifier == Quantifier.ANY || quantifier == Quantifier.ALL && uses.size() == 1;
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.combination(this);
    }
}
