package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.PricedLine;
import org.mcpstrata.model.Verdict;

/**
 * Evaluates every measure of a set on one person after the other. Compiled once; immutable, so that threads may share
 * it; it travels as its measure set and is compiled again where it arrives.
 */
public final class Evaluator implements Serializable {
    private final MeasureSet measures;
    private final transient Interest interest;
    private final transient Values values;
    private final transient List<CompiledMeasure> compiled;
    private final transient Node[] nodes;

    public Evaluator(MeasureSet measures) {
        this.measures = requireNonNull(measures, "measures");
        this.interest = new Interest(measures);
        this.values = new Values(measures.valueSets());
        this.compiled = new ArrayList<>();
        Nodes all = new Nodes(measures);
        for (MeasureDefinition measure : measures.measures().values()) {
            compiled.add(new CompiledMeasure(measure, measures.period(), all));
        }
        this.nodes = all.toArray();
    }

    /** Whether there is nothing to evaluate. */
    public boolean isEmpty() {
        return compiled.isEmpty();
    }

    private Object readResolve() {
        return new Evaluator(measures);
    }

    /**
     * Whether a row may matter to any verdict, for leaving rows behind before they are brought together by person. Rows
     * of the tables that describe people and payers are never the evaluator's to drop.
     *
     * <p>Every medical claim line stays: whether a claim was denied, withdrawn or adjusted, made of laboratory work alone
     * or an emergency visit is known only from all of its lines. Of the other tables a row stays when some value set
     * knows one of its codes, and a pharmacy claim also when it replaces, withdraws or restates another one.
     *
     * <p>Clinical rows: where a newer resource replaces an older one of the same identity, drop the older one before
     * asking, or a replacement with another code would leave its predecessor standing.
     */
    public boolean isRelevant(CanonicalRow row) {
        return Relevance.of(row, interest);
    }

    /**
     * Whether a measure may ask for the drug of a pharmacy claim. Of other fills rows may have been left behind, so that
     * what is kept of them tells of no defect.
     */
    public boolean asksForDrug(CanonicalRow fill) {
        return Relevance.isFillAskedFor(fill, interest);
    }

    /**
     * What every definition that a measure rests on says of a person, each once, in the order in which they are asked:
     * those of the initial population first, and each before those it is built on.
     *
     * @param finalActionRows as for {@link #evaluate}
     * @param measureId one of the measures
     */
    public List<DefinitionAnswer> answers(Person person, List<CanonicalRow> finalActionRows, String measureId) {
        CompiledMeasure measure = measure(measureId);
        Events events = new Events(finalActionRows, interest);
        PersonAnswers answers = new PersonAnswers(nodes, measures.period(), values, person, events);
        return new Trace(answers, events, measures.valueSets()).of(measure.places());
    }

    private CompiledMeasure measure(String id) {
        return compiled.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such measure"));
    }

    /**
     * The claim lines behind the dollars of a cost measure; none of any other.
     *
     * @param finalActionRows as for {@link #evaluate}
     * @param measureId one of the measures
     */
    public List<PricedLine> pricedLines(Person person, List<CanonicalRow> finalActionRows, String measureId) {
        return measure(measureId).pricedLines(person, finalActionRows);
    }

    /**
     * One verdict for every measure and rate, in order of measure id, then of the measure's rates.
     *
     * @param finalActionRows the person's rows of all payers, in any order; claim rows after final action
     */
    public List<Verdict> evaluate(Person person, List<CanonicalRow> finalActionRows) {
        return judge(person, finalActionRows).verdicts();
    }

    /** The same with the beneficiary months of cost measures. */
    public PersonVerdicts judge(Person person, List<CanonicalRow> finalActionRows) {
        Events events = new Events(finalActionRows, interest);
        PersonAnswers answers = new PersonAnswers(nodes, measures.period(), values, person, events);
        List<Verdict> verdicts = new ArrayList<>();
        List<BeneficiaryMonth> months = new ArrayList<>();
        SortedMap<String, Boolean> numeratorCodes = new TreeMap<>();
        for (CompiledMeasure measure : compiled) {
            List<BeneficiaryMonth> own = measure.months(person, finalActionRows);
            measure.judge(person, answers, own, verdicts);
            measure.findsNumeratorCodes(answers).ifPresent(found -> numeratorCodes.put(measure.id(), found));
            months.addAll(own);
        }
        return new PersonVerdicts(person, verdicts, months, numeratorCodes);
    }
}
