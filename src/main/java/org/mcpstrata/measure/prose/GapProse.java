package org.mcpstrata.measure.prose;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AllOf;
import org.mcpstrata.measure.AnyOf;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.CodedResult;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.NoneOf;
import org.mcpstrata.measure.SexClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.measure.VisitsClause;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.model.Verdict;

/**
 * What would have closed an open gap: the numerator's unmet requirements, read from its clauses. Where being in the
 * numerator is the gap, what would have kept the person out of it.
 */
final class GapProse {
    private final MeasureDefinition measure;
    private final Answers answers;
    private final ClauseProse clauses;
    private final Page page;

    GapProse(MeasureDefinition measure, Answers answers, ClauseProse clauses, Page page) {
        this.measure = requireNonNull(measure, "measure");
        this.answers = requireNonNull(answers, "answers");
        this.clauses = requireNonNull(clauses, "clauses");
        this.page = requireNonNull(page, "page");
    }

    void explain(List<Verdict> verdicts) {
        page.blank().line(0, "What would have closed the gap");
        boolean wanted = RateProse.isNumeratorWanted(measure);
        boolean open = measure.populations().numerator() != null
                && verdicts.stream()
                        .anyMatch(verdict -> verdict.performanceDenominator() && verdict.numerator() != wanted);
        if (!open) {
            page.line(0, "There is no open gap.");
            return;
        }
        numerator(measure.populations().numerator(), wanted);
    }

    private void numerator(Clause clause, boolean holds) {
        page.line(0, heading(clause, holds) + ":");
        children(1, clause, holds);
    }

    /** What must be so that a list of names holds, or that it does not. */
    private static String heading(Clause clause, boolean holds) {
        if (clause instanceof AllOf) {
            return holds ? "All of these would have had to hold, and did not" : "One of these would have had to fail";
        } else if (clause instanceof AnyOf) {
            return holds ? "One of these would have been enough" : "None of these should have held, but they did";
        }
        return holds ? "None of these should have held, but they did" : "One of these would have been enough";
    }

    /** Those of the names that stand in the way, or of which one would do. */
    private void children(int depth, Clause clause, boolean holds) {
        boolean need = clause instanceof NoneOf ? !holds : holds;
        for (String name : clause.uses()) {
            if (answers.holds(name) != need) {
                require(depth, name, need);
            }
        }
        if (clause instanceof AnyOf && !holds || clause instanceof NoneOf && holds) {
            stayAway(depth, clause);
        }
    }

    /** Closing one way in must not open another. */
    private void stayAway(int depth, Clause clause) {
        List<String> others = clause.uses().stream()
                .filter(name -> !answers.holds(name))
                .map(name -> answers.clause(name) instanceof ValueClause value
                        ? name + " (" + clauses.question(value) + ")"
                        : name)
                .toList();
        if (!others.isEmpty()) {
            page.item(depth, "and these must stay as they are, not holding: " + String.join("; ", others));
        }
    }

    private void require(int depth, String name, boolean holds) {
        Clause clause = answers.clause(name);
        DefinitionAnswer answer = answers.of(name);
        // Java 17 has no switch over sealed types; the last branch takes the kinds that say enough in one sentence.
        if (clause instanceof AllOf || clause instanceof AnyOf || clause instanceof NoneOf) {
            page.item(depth, name + ": " + lowerFirst(heading(clause, holds)));
            children(depth + 1, clause, holds);
        } else if (clause instanceof AgeClause || clause instanceof SexClause) {
            page.item(depth, name + ": " + clauses.question(clause) + "; nothing done for a person changes this");
        } else if (clause instanceof EventClause event) {
            page.item(
                    depth,
                    name + ": " + (holds ? "" : "no ") + clauses.question(event)
                            + (holds ? codes(event, coded -> true) : ""));
            List<DefinitionAnswer.Seen> seen = holds ? answer.otherDays() : answer.events();
            seen.forEach(each -> page.item(
                    depth + 1, (holds ? "there was one on other days, " : "there was ") + Answers.brief(each)));
        } else if (clause instanceof ValueClause value) {
            value(depth, name, value, answer, holds);
        } else if (clause instanceof MostRecent && holds) {
            page.item(depth, name + ": one of these");
            clause.uses().forEach(used -> require(depth + 1, used, true));
        } else if (clause instanceof MostRecentDay day && holds) {
            page.item(depth, name + ": " + (day.together() ? "all of these on one day" : "one of these"));
            day.uses().forEach(used -> require(depth + 1, used, true));
        } else if (clause instanceof CountClause || clause instanceof StayClause || clause instanceof VisitsClause) {
            page.item(depth, name + ": " + (holds ? "" : "not that ") + clauses.question(clause));
            answer.events().forEach(each -> page.item(depth + 1, "there was " + Answers.brief(each)));
        } else if (clause instanceof CoverageClause coverage) {
            page.item(depth, name + ": " + (holds ? "" : "not ") + clauses.question(coverage));
            page.line(depth + 1, "The coverage that is known stands at the head of this page.");
        } else {
            page.item(depth, name + ": " + (holds ? "" : "not ") + clauses.question(clause));
            // Clauses that choose among events: without those events nothing can be chosen.
            clause.uses().stream()
                    .filter(used -> holds && !answers.holds(used))
                    .forEach(used -> require(depth + 1, used, true));
        }
    }

    private void value(int depth, String name, ValueClause value, DefinitionAnswer answer, boolean holds) {
        String test = clauses.test(value.is());
        page.item(
                depth,
                name + ": a result of '" + value.of() + "' that " + (holds ? test : negated(test))
                        + (answer.events().isEmpty() ? "" : ", later than the deciding one or in its place"));
        answer.events().forEach(each -> page.item(depth + 1, "the deciding one was " + Answers.brief(each)));
        Map<String, EventClause> leaves = new LinkedHashMap<>();
        leaves(value.of(), leaves);
        leaves.forEach((leaf, event) -> page.item(
                depth + 1,
                "'" + leaf + "' counts " + clauses.question(event)
                        + codes(event, coded -> says(coded, value.is(), holds))));
        if (value.onDay() != null && !answers.holds(value.onDay())) {
            require(depth + 1, value.onDay(), true);
        }
    }

    private static String negated(String test) {
        return test.startsWith("is ") ? "is not " + test.substring("is ".length()) : "not: " + test;
    }

    /** The event clauses a definition is in the end made of. */
    private void leaves(String name, Map<String, EventClause> found) {
        if (answers.clause(name) instanceof EventClause event) {
            found.putIfAbsent(name, event);
        } else {
            answers.clause(name).uses().forEach(used -> leaves(used, found));
        }
    }

    /** Whether a code on a claim says that the test holds, or that it does not. */
    private static boolean says(CodedResult coded, ValueTest test, boolean holds) {
        if (!(test instanceof ValueTest.Compared compared)) {
            return !holds && test instanceof ValueTest.Missing;
        }
        return holds
                ? coded.band().whollySatisfies(compared.threshold())
                : coded.band().whollyFails(compared.threshold());
    }

    /** Codes on a claim that count as such a result. */
    private static String codes(EventClause event, Predicate<CodedResult> says) {
        if (event.result() == null) {
            return "";
        }
        List<String> codes = event.result().coded().values().stream()
                .filter(CodedResult::documented)
                .filter(says)
                .map(coded -> coded.code() + " (" + coded.band() + ")")
                .toList();
        return codes.isEmpty() ? "" : "; or on a claim one of the codes " + String.join(", ", codes);
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
