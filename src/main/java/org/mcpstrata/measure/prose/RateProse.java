package org.mcpstrata.measure.prose;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.model.Verdict;

/** The populations of one rate for one person, in the order in which they are asked, and what they come to. */
final class RateProse {
    private final MeasureDefinition measure;
    private final Answers answers;
    private final Page page;

    RateProse(MeasureDefinition measure, Answers answers, Page page) {
        this.measure = requireNonNull(measure, "measure");
        this.answers = requireNonNull(answers, "answers");
        this.page = requireNonNull(page, "page");
    }

    void explain(Verdict verdict) {
        Rate rate = measure.rates().stream()
                .filter(each -> each.id().equals(verdict.rateId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a verdict on another rate"));
        Populations populations = measure.populations();
        page.blank().line(0, "Rate: " + rate.id());
        population("Initial population", populations.initialPopulation(), verdict.initialPopulation(), true);
        if (!rate.only().isEmpty()) {
            page.line(2, "and, for this rate alone, this too:");
            definition(rate.only());
        }
        if (populations.denominator().equals(populations.initialPopulation())) {
            page.item(1, "Denominator: " + yes(verdict.denominator()) + ", as the initial population.");
        } else {
            population("Denominator", populations.denominator(), verdict.denominator(), verdict.initialPopulation());
        }
        exclusions(rate, verdict);
        boolean counts = verdict.denominator() && !verdict.denominatorExclusion();
        if (populations.numerator() != null) {
            population("Numerator", populations.numerator(), verdict.numerator(), counts);
        }
        if (!populations.denominatorException().uses().isEmpty()) {
            population(
                    "Denominator exceptions",
                    populations.denominatorException(),
                    verdict.denominatorException(),
                    counts && !verdict.numerator());
        }
        page.item(1, "Result: " + result(verdict));
    }

    private void exclusions(Rate rate, Verdict verdict) {
        Combination clause = measure.populations().denominatorExclusion();
        if (clause.uses().isEmpty() && rate.without().isEmpty()) {
            page.item(1, "Denominator exclusions: the measure has none.");
            return;
        }
        population("Denominator exclusions", clause, verdict.denominatorExclusion(), verdict.denominator());
        if (verdict.denominator() && !rate.without().isEmpty()) {
            page.line(2, "and, for this rate alone, this too:");
            definition(rate.without());
        }
    }

    private void population(String title, Combination clause, boolean holds, boolean asked) {
        if (!asked) {
            page.item(1, title + ": not asked, as the answer above decides.");
            return;
        }
        page.item(
                1,
                title + ": " + yes(holds)
                        + (clause.uses().isEmpty()
                                ? "."
                                : ". It asks for " + ClauseProse.listed(clause.quantifier()) + " these:"));
        clause.uses().forEach(this::definition);
    }

    private void definition(String name) {
        page.item(3, yes(answers.holds(name)) + ": " + name);
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    private String result(Verdict verdict) {
        if (!verdict.initialPopulation() || !verdict.denominator()) {
            return "the person does not count in this rate.";
        }
        if (verdict.denominatorExclusion()) {
            return "the person is taken out by " + String.join(" and by ", takenOutBy(verdict)) + ".";
        }
        if (verdict.denominatorException()) {
            return "the person is taken out by an exception.";
        }
        if (verdict.response() != null) {
            long answered = verdict.response().answers().stream()
                    .filter(answer -> answer != SurveyResponse.UNANSWERED)
                    .count();
            return "the response counts for practice "
                    + verdict.response().practice().id() + ", with " + plain(verdict.observation()) + " points in "
                    + answered + " answered items of "
                    + measure.itemMeans().score().items() + ".";
        }
        if (measure.cost() != null) {
            return "the person counts, with " + plain(verdict.observation()) + " dollars in "
                    + plain(verdict.exposure()) + " beneficiary months that have a price.";
        }
        if (verdict.observation() != null) {
            return "the person counts, with " + plain(verdict.observation()) + " of '"
                    + measure.observed().count() + "' in " + plain(verdict.exposure())
                    + " member months.";
        }
        boolean wanted = verdict.numerator() == isNumeratorWanted(measure);
        String numerator = verdict.numerator() ? "is in the numerator" : "is not in the numerator";
        return "the person counts and " + numerator + ", which here is "
                + (wanted ? "the wanted result." : "an open gap.") + sufficiency(verdict);
    }

    private static String sufficiency(Verdict verdict) {
        return switch (verdict.sufficiency()) {
            case SUFFICIENT -> "";
            case PARTIAL -> " The data could have shown only part of what the numerator asks for.";
            case NONE -> " The data could not have shown what the numerator asks for.";
        };
    }

    private List<String> takenOutBy(Verdict verdict) {
        Combination clause = measure.populations().denominatorExclusion();
        List<String> names = new ArrayList<>();
        if (clause.quantifier().isForWhatHolds()) {
            clause.uses().stream().filter(answers::holds).forEach(names::add);
        } else {
            names.add("none of " + String.join(", ", clause.uses()));
        }
        measure.rates().stream()
                .filter(rate -> rate.id().equals(verdict.rateId()))
                .map(Rate::without)
                .filter(name -> !name.isEmpty() && answers.holds(name))
                .forEach(names::add);
        return names;
    }

    /** Whether a person in the numerator is what everybody hopes for. */
    static boolean isNumeratorWanted(MeasureDefinition measure) {
        return switch (measure.improvement()) {
            case INCREASE -> true;
            case DECREASE -> false;
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
