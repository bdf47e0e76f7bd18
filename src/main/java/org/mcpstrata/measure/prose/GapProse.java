package org.mcpstrata.measure.prose;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.ClauseCases;
import org.mcpstrata.measure.CodedResult;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MonthsClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.Quantifier;
import org.mcpstrata.measure.SexClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.TotalClause;
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

    private void numerator(Combination list, boolean holds) {
        page.line(0, heading(list, holds) + ":");
        children(1, list, holds);
    }

    /** What must be so that a list of names holds, or that it does not. */
    private static String heading(Combination list, boolean holds) {
        return switch (list.quantifier()) {
            case ALL ->
                holds ? "All of these would have had to hold, and did not" : "One of these would have had to fail";
            case ANY -> holds ? "One of these would have been enough" : "None of these should have held, but they did";
            case NONE -> holds ? "None of these should have held, but they did" : "One of these would have been enough";
        };
    }

    /** Those of the names that stand in the way, or of which one would do. */
    private void children(int depth, Combination list, boolean holds) {
        boolean need = list.quantifier().isForWhatHolds() == holds;
        for (String name : list.uses()) {
            if (answers.holds(name) != need) {
                require(depth, name, need);
            }
        }
        if (list.quantifier() != Quantifier.ALL && !need) {
            stayAway(depth, list);
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
        answers.clause(name).in(new Requirement(depth, name, holds));
    }

    /** What one definition would have had to say, by its kind of clause. */
    private final class Requirement implements ClauseCases<Void> {
        private final int depth;
        private final String name;
        private final boolean holds;
        private final DefinitionAnswer answer;

        private Requirement(int depth, String name, boolean holds) {
            this.depth = depth;
            this.name = name;
            this.holds = holds;
            this.answer = answers.of(name);
        }

        @Override
        public Void combination(Combination clause) {
            page.item(depth, name + ": " + lowerFirst(heading(clause, holds)));
            children(depth + 1, clause, holds);
            return null;
        }

        @Override
        public Void age(AgeClause clause) {
            return unchangeable(clause);
        }

        @Override
        public Void sex(SexClause clause) {
            return unchangeable(clause);
        }

        private Void unchangeable(Clause clause) {
            page.item(depth, name + ": " + clauses.question(clause) + "; nothing done for a person changes this");
            return null;
        }

        @Override
        public Void event(EventClause clause) {
            page.item(
                    depth,
                    name + ": " + (holds ? "" : "no ") + clauses.question(clause)
                            + (holds ? codes(clause, coded -> true) : ""));
            List<DefinitionAnswer.Seen> seen = holds ? answer.otherDays() : answer.events();
            seen.forEach(each -> page.item(
                    depth + 1, (holds ? "there was one on other days, " : "there was ") + Answers.brief(each)));
            return null;
        }

        @Override
        public Void value(ValueClause clause) {
            String test = clauses.test(clause.is());
            page.item(
                    depth,
                    name + ": a result of '" + clause.of() + "' that " + (holds ? test : negated(test))
                            + (answer.events().isEmpty() ? "" : ", later than the deciding one or in its place"));
            answer.events().forEach(each -> page.item(depth + 1, "the deciding one was " + Answers.brief(each)));
            Map<String, EventClause> leaves = new LinkedHashMap<>();
            leaves(clause.of(), leaves);
            leaves.forEach((leaf, event) -> page.item(
                    depth + 1,
                    "'" + leaf + "' counts " + clauses.question(event)
                            + codes(event, coded -> says(coded, clause.is(), holds))));
            if (clause.onDay() != null && !answers.holds(clause.onDay())) {
                require(depth + 1, clause.onDay(), true);
            }
            return null;
        }

        @Override
        public Void mostRecent(MostRecent clause) {
            return holds ? each(clause, "one of these") : chosen(clause);
        }

        @Override
        public Void mostRecentDay(MostRecentDay clause) {
            return holds
                    ? each(clause, clause.together() ? "all of these on one day" : "one of these")
                    : chosen(clause);
        }

        private Void each(Clause clause, String needed) {
            page.item(depth, name + ": " + needed);
            clause.uses().forEach(used -> require(depth + 1, used, true));
            return null;
        }

        @Override
        public Void count(CountClause clause) {
            return told(clause);
        }

        @Override
        public Void stay(StayClause clause) {
            return told(clause);
        }

        @Override
        public Void visits(VisitsClause clause) {
            return told(clause);
        }

        /** With the events there were. */
        private Void told(Clause clause) {
            page.item(depth, name + ": " + (holds ? "" : "not that ") + clauses.question(clause));
            answer.events().forEach(each -> page.item(depth + 1, "there was " + Answers.brief(each)));
            return null;
        }

        @Override
        public Void coverage(CoverageClause clause) {
            page.item(depth, name + ": " + (holds ? "" : "not ") + clauses.question(clause));
            page.line(depth + 1, "The coverage that is known stands at the head of this page.");
            return null;
        }

        @Override
        public Void first(FirstClause clause) {
            return chosen(clause);
        }

        @Override
        public Void among(AmongClause clause) {
            return chosen(clause);
        }

        @Override
        public Void atAge(AtAge clause) {
            return chosen(clause);
        }

        @Override
        public Void total(TotalClause clause) {
            return chosen(clause);
        }

        @Override
        public Void death(DeathClause clause) {
            return chosen(clause);
        }

        @Override
        public Void months(MonthsClause clause) {
            return chosen(clause);
        }

        /** Clauses that choose among events: without those events nothing can be chosen. */
        private Void chosen(Clause clause) {
            page.item(depth, name + ": " + (holds ? "" : "not ") + clauses.question(clause));
            clause.uses().stream()
                    .filter(used -> holds && !answers.holds(used))
                    .forEach(used -> require(depth + 1, used, true));
            return null;
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
