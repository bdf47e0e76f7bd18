package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Quantifier;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/**
 * A definition that nobody of the initial population can satisfy: of an age that the population does not have, or asking for
 * something together with its absence. A library's definition is reported where it is out of reach in every measure that
 * leads to it. Also a list that names one definition twice.
 */
final class UnreachableClauses implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.UNREACHABLE_CLAUSE;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        Map<Place, String> outOfReach = new LinkedHashMap<>();
        Set<Place> reached = new HashSet<>();
        definitions.measures().values().forEach(set -> set.measures().values().forEach(measure -> {
            Clause everybody = measure.populations().initialPopulation();
            for (Clause population : populations(measure.populations())) {
                repeated(population, definitions.place(measure, "populations"), problems);
                population.uses().forEach(name -> visit(measure, name, everybody, outOfReach, reached));
            }
        }));
        MeasureClauses.forEach(
                definitions, (measure, definition) -> repeated(definition.clause(), definition.place(), problems));
        outOfReach.keySet().removeAll(reached);
        outOfReach.forEach((place, detail) -> problems.add(new Problem(code(), place, detail)));
        return problems;
    }

    private static List<Clause> populations(Populations populations) {
        List<Clause> all = new ArrayList<>(List.of(
                populations.initialPopulation(),
                populations.denominatorExclusion(),
                populations.denominatorException()));
        Optional.ofNullable(populations.numerator()).ifPresent(all::add);
        return all;
    }

    private static void visit(
            MeasureDefinition measure,
            String name,
            Clause everybody,
            Map<Place, String> outOfReach,
            Set<Place> reached) {
        Definition definition = measure.definition(name);
        Clause clause = definition.clause();
        Optional<String> contradiction = contradiction(measure, everybody, clause);
        if (contradiction.isPresent()) {
            outOfReach.putIfAbsent(definition.place(), contradiction.get());
        } else {
            reached.add(definition.place());
            if (clause instanceof Combination list && list.quantifier().isForWhatHolds()) {
                clause.uses().forEach(below -> visit(measure, below, everybody, outOfReach, reached));
            }
        }
    }

    /** Why nobody of the initial population satisfies the clause. */
    private static Optional<String> contradiction(MeasureDefinition measure, Clause everybody, Clause clause) {
        List<AgeClause> ofEverybody = Ages.of(measure, everybody);
        List<AgeClause> asked = Ages.of(measure, clause);
        // Ages that exclude one another on either side alone are another rule's.
        if (Ages.contradiction(ofEverybody).isEmpty()
                && Ages.contradiction(asked).isEmpty()) {
            List<AgeClause> both = new ArrayList<>(ofEverybody);
            both.addAll(asked);
            Optional<String> ofAges = Ages.contradiction(both);
            if (ofAges.isPresent()) {
                return Optional.of("No one in the initial population satisfies it: " + ofAges.get());
            }
        }
        Set<String> together = new LinkedHashSet<>(Logic.necessary(measure, everybody));
        together.addAll(Logic.necessary(measure, clause));
        return absent(measure, clause, together).map(name -> "It asks for '" + name + "' and for its absence.");
    }

    private static Optional<String> absent(MeasureDefinition measure, Clause clause, Set<String> together) {
        List<Clause> asked = new ArrayList<>(List.of(clause));
        Logic.necessary(measure, clause)
                .forEach(name -> asked.add(measure.definition(name).clause()));
        return asked.stream()
                .filter(UnreachableClauses::isOfAbsence)
                .flatMap(none -> none.uses().stream())
                .filter(together::contains)
                .findFirst();
    }

    private static boolean isOfAbsence(Clause clause) {
        return clause instanceof Combination list && list.quantifier() == Quantifier.NONE;
    }

    private void repeated(Clause clause, Place place, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        if (clause instanceof Combination) {
            clause.uses().stream()
                    .filter(name -> !seen.add(name))
                    .forEach(name ->
                            problems.add(new Problem(code(), place, "'" + name + "' is named twice in one list.")));
        }
    }
}
