package org.mcpstrata.stratify.compare;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.stratify.ComparedStrata;
import org.mcpstrata.stratify.Stratifier;
import org.mcpstrata.stratify.Stratifiers;
import org.mcpstrata.stratify.Stratum;

/**
 * What a program says about comparisons.
 *
 * @param references the stratum that others are compared with, by stratifier
 * @param leastAnswered percent of people whose answer must be known (stratification.md 2.4)
 */
public record ComparisonRule(SortedMap<String, String> references, int leastAnswered) implements Serializable {
    public ComparisonRule {
        references = Collections.unmodifiableSortedMap(new TreeMap<>(references));
    }

    /**
     * The rule of a program file.
     *
     * @param placeOf where the file names the reference group of a stratifier
     * @throws ProblemException where a reference group is no known value of its stratifier, for all of them at once
     */
    public static ComparisonRule of(
            Map<String, String> references,
            int leastAnswered,
            Stratifiers stratifiers,
            Function<String, Place> placeOf) {
        Problems problems = new Problems();
        references.forEach((id, stratum) -> {
            Optional<Stratifier> stratifier = stratifiers.find(id);
            if (stratifier.isEmpty()) {
                problems.add(ProblemCode.DEFINITION_INVALID, placeOf.apply(id), "There is no stratifier '" + id + "'.");
            } else if (stratifier.get().strata().stream()
                    .noneMatch(
                            known -> known.id().equals(stratum) && !known.kind().isMissing())) {
                problems.add(
                        ProblemCode.DEFINITION_INVALID,
                        placeOf.apply(id),
                        "Stratifier '" + id + "' has no stratum '" + stratum + "' of a known value.");
            }
        });
        problems.throwIfAny();
        return new ComparisonRule(new TreeMap<>(references), leastAnswered);
    }

    /**
     * The reference group of a stratifier: the one configured, or of a crossing the stratum of both its sides' own; empty
     * where none is.
     */
    Optional<String> reference(Stratifier stratifier) {
        if (references.containsKey(stratifier.id())) {
            return Optional.of(references.get(stratifier.id()));
        }
        return stratifier.strata().stream()
                .filter(stratum -> !stratum.components().isEmpty() && isOfReferences(stratum))
                .map(Stratum::id)
                .findFirst();
    }

    private boolean isOfReferences(Stratum crossing) {
        return crossing.components().entrySet().stream()
                .allMatch(side -> side.getValue().equals(references.get(side.getKey())));
    }

    /**
     * What the completeness of a stratifier is: its own, or of a crossing the smaller one of its two sides.
     *
     * @param all strata of the same rate by stratifier
     */
    static Double answered(ComparedStrata strata, Map<String, ComparedStrata> all) {
        Double least = strata.answeredPercent();
        for (Stratum stratum : strata.stratifier().strata()) {
            if (!stratum.components().isEmpty()) {
                least = null;
                for (String side : stratum.components().keySet()) {
                    Double answered = all.get(side).answeredPercent();
                    least = least == null || answered != null && answered < least ? answered : least;
                }
                return least;
            }
        }
        return least;
    }

    boolean isComplete(Double answered) {
        return answered != null && answered >= leastAnswered;
    }
}
