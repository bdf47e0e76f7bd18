package org.mcpstrata.measure.prose;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Program;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.Window;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.valueset.ValueSets;

/** The measure as a page of text. Every rule is explained once, where it is first needed. */
public final class Prose {
    private final MeasureDefinition measure;
    private final ClauseProse clauses;
    private final Page page = new Page();
    private final Set<String> explained = new HashSet<>();

    private Prose(MeasureDefinition measure, ValueSets valueSets) {
        this.measure = requireNonNull(measure, "measure");
        this.clauses = new ClauseProse(SetProse.withSizes(valueSets), WindowProse.NAMES_ONLY);
    }

    /**
     * Explains a measure.
     *
     * @param valueSets those of the measure's {@link org.mcpstrata.measure.MeasureSet}
     */
    public static String of(MeasureDefinition measure, ValueSets valueSets) {
        return of(measure, valueSets, Optional.empty());
    }

    /** The same, with what a program that reports the measure rests on. */
    public static String of(MeasureDefinition measure, ValueSets valueSets, Optional<Program> program) {
        Prose prose = new Prose(measure, valueSets);
        prose.heading();
        prose.populations();
        prose.itemMeans();
        prose.cost();
        prose.expected();
        prose.rates();
        prose.sufficiency();
        prose.windows();
        prose.shared(valueSets);
        program.filter(named -> named.measureIds().contains(measure.id())).ifPresent(prose::program);
        return prose.page.text();
    }

    private void heading() {
        page.line(0, measure.title());
        page.line(
                0,
                measure.id() + ", version " + measure.version() + ", steward " + measure.steward()
                        + ", measurement years " + measure.years() + ".");
        page.line(0, "Source: " + measure.source() + ".");
        page.line(
                0,
                measure.improvement() == MeasureDefinition.Improvement.DECREASE
                        ? "A lower rate is better."
                        : "A higher rate is better.");
        measure.unverified().forEach(note -> unverified(0, note));
    }

    private void populations() {
        Populations populations = measure.populations();
        section("Initial population", "A person is in it", populations.initialPopulation());
        if (populations.denominator().equals(populations.initialPopulation())) {
            page.blank().line(0, "Denominator").line(0, "Everyone in the initial population.");
        } else {
            section("Denominator", "A person is in it", populations.denominator());
        }
        section("Denominator exclusions", "A person is taken out", populations.denominatorExclusion());
        if (populations.numerator() != null) {
            section("Numerator", "A person who was not taken out is in it", populations.numerator());
        }
        if (!populations.denominatorException().uses().isEmpty()) {
            section(
                    "Denominator exceptions",
                    "A person outside the numerator is taken out",
                    populations.denominatorException());
        }
        if (measure.observed() != null) {
            page.blank().line(0, "What is counted");
            page.line(
                    0,
                    "The rate is " + measure.observed().times()
                            + " times the number of these events, divided by the member months of the people counted:");
            explain(1, measure.observed().count());
        }
    }

    private void itemMeans() {
        if (measure.itemMeans() != null) {
            page.blank().line(0, "What is scored");
            ItemMeansProse.sentences(measure.itemMeans()).forEach(sentence -> page.line(0, sentence));
            explain(1, measure.itemMeans().scored());
        }
    }

    private void cost() {
        CostRule cost = measure.cost();
        if (cost == null) {
            return;
        }
        page.blank().line(0, "What is averaged").line(0, "Dollars of a beneficiary month, in this order:");
        RiskProse.steps(cost, measure.risk()).forEach(step -> page.item(1, step));
        unverified(0, cost.unverified());
        unverified(0, cost.candidates() == null ? "" : cost.candidates().unverified());
        unverified(0, measure.risk().unverified());
    }

    private void expected() {
        RiskModel risk = measure.risk();
        if (risk == null || measure.cost() != null) {
            return;
        }
        page.blank().line(0, "What is expected").line(0, RiskProse.sentence(risk));
        risk.supplied().forEach(rate -> page.item(1, RiskProse.supplied(rate)));
        unverified(0, risk.unverified());
    }

    private void section(String title, String sentence, Combination clause) {
        page.blank().line(0, title);
        if (clause.uses().isEmpty()) {
            page.line(0, "None.");
            return;
        }
        page.line(0, sentence + " when " + clauses.sentence(clause) + ":");
        clause.uses().forEach(name -> explain(1, name));
    }

    private void explain(int depth, String name) {
        Definition definition = measure.definition(name);
        Clause clause = definition.clause();
        if (!explained.add(name)) {
            page.item(depth, name + " (see above)");
            return;
        }
        page.item(depth, name + ": " + clauses.sentence(clause));
        if (!definition.remark().isEmpty()) {
            page.line(depth + 1, definition.remark());
        }
        unverified(depth + 1, definition.unverified());
        if (clause instanceof CountClause count) {
            unverified(depth + 1, count.limit().unverified());
        }
        clause.uses().forEach(used -> explain(depth + 1, used));
    }

    private void unverified(int depth, String note) {
        if (!note.isEmpty()) {
            page.line(depth, "UNVERIFIED: " + note);
        }
    }

    private void rates() {
        if (measure.rates().equals(List.of(Rate.OVERALL)) && measure.derived().isEmpty()) {
            return;
        }
        page.blank().line(0, "Reported rates");
        for (Rate rate : measure.rates()) {
            page.item(
                    1,
                    rate.id()
                            + (rate.only().isEmpty() ? "" : ": only people who are " + rate.only())
                            + (rate.without().isEmpty()
                                    ? ""
                                    : ": without people for whom this holds: " + rate.without())
                            + (rate.only().isEmpty() && rate.without().isEmpty() ? ": everyone" : ""));
        }
        for (DerivedRate rate : measure.derived()) {
            page.item(1, rate.id() + ": " + RiskProse.made(rate));
            unverified(2, rate.unverified());
        }
        for (Rate rate : measure.rates()) {
            for (String name : List.of(rate.only(), rate.without())) {
                if (!name.isEmpty() && !explained.contains(name)) {
                    explain(1, name);
                }
            }
        }
    }

    private void sufficiency() {
        if (measure.sufficientWhen().isEmpty()) {
            return;
        }
        page.blank().line(0, "Could the data have shown it");
        page.line(0, "A person's data are sufficient when this holds:");
        explain(1, measure.sufficientWhen());
        if (!measure.partialWhen().isEmpty()) {
            page.line(0, "They are partly sufficient when this holds:");
            explain(1, measure.partialWhen());
        }
    }

    /** The days behind the names of windows, where some of them lie at an event of the person. */
    private void windows() {
        Map<String, Window> named = new TreeMap<>();
        explained.forEach(name -> timing(measure.definition(name).clause())
                .filter(timing -> WindowProse.isNamed(timing.windowName(), timing.window()))
                .ifPresent(timing -> named.put(timing.windowName(), timing.window())));
        if (named.values().stream().allMatch(window -> window.event().isEmpty())) {
            return;
        }
        page.blank().line(0, "Stretches of days");
        named.forEach((name, window) -> page.item(1, name + ": " + WindowProse.days(window)));
    }

    private void shared(ValueSets valueSets) {
        Set<String> notes = measure.unverifiedShared(valueSets);
        if (!notes.isEmpty()) {
            page.blank().line(0, "Not checked of what measures share");
            notes.forEach(note -> unverified(1, note));
        }
    }

    private void program(Program program) {
        page.blank().line(0, "Program").line(0, program.title() + ". Source: " + program.source() + ".");
        program.unverified().forEach(note -> unverified(0, note));
    }

    private static Optional<Timing> timing(Clause clause) {
        if (clause instanceof EventClause event) {
            return Optional.ofNullable(event.timing());
        } else if (clause instanceof AmongClause among) {
            return Optional.ofNullable(among.timing());
        } else if (clause instanceof DeathClause death) {
            return Optional.of(new Timing(Timing.Relation.DURING, death.during(), death.windowName()));
        }
        return Optional.empty();
    }
}
