package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.link.DemographicCompleteness;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.Mention;
import org.mcpstrata.link.PersonFindings;
import org.mcpstrata.link.PersonResolver;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.PricedLine;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.quality.PersonRules;
import org.mcpstrata.time.MeasurementPeriod;
import scala.Tuple2;

/**
 * From the delivered rows of one person to verdicts: final action, coverage and demographics, all measures. The one way to
 * evaluate somebody, whether a run does it for everybody or an explanation for one.
 */
final class PersonEvaluation {
    private final FinalAction finalAction;
    private final PersonResolver resolver;
    private final PersonResolver earlierResolver;
    private final Evaluator evaluator;
    private final Evaluator earlier;
    private final EvaluationRules choices;
    private final PersonFindings findings;
    private final PersonRules rules;

    /** @param earlier the measures that compare with the year before, for that year; may have none */
    PersonEvaluation(EvaluationRules choices, Evaluator evaluator, Evaluator earlier) {
        this.choices = requireNonNull(choices, "choices");
        MeasurementPeriod period = choices.period();
        this.finalAction = new FinalAction(choices.drops(), choices.cancellations(), evaluator::asksForDrug);
        this.resolver = new PersonResolver(period, choices.drops(), choices.policy());
        this.earlierResolver = new PersonResolver(period.before(), choices.drops(), choices.policy());
        this.evaluator = requireNonNull(evaluator, "evaluator");
        this.earlier = requireNonNull(earlier, "earlier");
        this.findings = new PersonFindings(period, choices.drops());
        this.rules = new PersonRules(period);
    }

    Iterator<Tuple2<String, PersonResult>> over(Iterator<Tuple2<String, PersonRows>> people) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return people.hasNext();
            }

            @Override
            public Tuple2<String, PersonResult> next() {
                Tuple2<String, PersonRows> person = people.next();
                return new Tuple2<>(person._1(), evaluate(person._1(), person._2()));
            }
        };
    }

    PersonResult evaluate(String personId, PersonRows reached) {
        List<CanonicalRow> delivered = reached.rows();
        List<CanonicalRow> known = choices.runOut().known(delivered);
        FinalAction.Result counting = finalAction.of(known);
        SortedSet<Mention> mentions = Mention.of(known);
        SortedSet<String> sources = sources(reached, mentions);
        mentions.addAll(reached.leftBehind());
        PersonResolver.Settled settled = resolver.settle(personId, reached.members(), counting.rows(), mentions);
        Person person = settled.person();
        return new PersonResult(
                judge(evaluator, person, counting.rows()),
                earlier.isEmpty() ? null : before(person, counting.rows(), mentions),
                counting.counts(),
                LinkCounts.of(person, counting.rows(), choices.drops(), choices.period()),
                findings.of(person, known, counting.rows()),
                DemographicCompleteness.of(person, settled.evidence()),
                rules.count(person, counting.rows()).plus(counting.quality()),
                rules.months(person, counting.rows()),
                rows(known, Table.MEDICAL_CLAIM),
                rows(known, Table.SURVEY),
                sources);
    }

    /** @param told by rows that reached the person: of their drops nothing that was left behind tells more */
    private static SortedSet<String> sources(PersonRows reached, SortedSet<Mention> told) {
        // What the cut-off left out decides too: a header of later takes its lines along.
        SortedSet<String> sources = RowSources.of(reached.rows());
        reached.leftBehind().stream()
                .filter(mention -> told.stream().noneMatch(mention::isOfSameDrop))
                .map(RowSources::of)
                .forEach(sources::add);
        return sources;
    }

    private PersonVerdicts judge(Evaluator measures, Person person, List<CanonicalRow> rows) {
        PersonVerdicts judged = measures.judge(person, rows);
        return new PersonVerdicts(
                person,
                judged.verdicts().stream()
                        .map(verdict -> verdict.describedBy(choices.policy()::described))
                        .toList(),
                judged.months(),
                judged.numeratorCodes());
    }

    /**
     * The same person a year earlier: coverage, practice and age of that year, but who the person says they are today, so
     * that nobody changes strata between the two years.
     */
    private PersonVerdicts before(Person now, List<CanonicalRow> rows, SortedSet<Mention> mentions) {
        return judge(earlier, earlierResolver.resolveLike(now, rows, mentions), rows);
    }

    private static long rows(List<CanonicalRow> known, Table table) {
        return known.stream().filter(row -> row.table() == table).count();
    }

    /** A survey response that names nobody, judged as if it were all that is known of a person. */
    PersonVerdicts nobody(CanonicalRow response) {
        List<CanonicalRow> rows = finalAction.of(List.of(response)).rows();
        PersonVerdicts judged = judge(evaluator, resolver.resolve("", rows), rows);
        return new PersonVerdicts(
                judged.person(),
                judged.verdicts().stream().filter(Verdict::initialPopulation).toList());
    }

    /** The claim lines behind the dollars of a cost measure; none of any other. */
    List<PricedLine> pricedLines(Person person, List<CanonicalRow> delivered, String measureId) {
        return evaluator.pricedLines(
                person, finalAction.of(choices.runOut().known(delivered)).rows(), measureId);
    }

    /** What every definition of a measure says of the person, in the order in which they are asked. */
    List<DefinitionAnswer> answers(Person person, List<CanonicalRow> delivered, String measureId) {
        return evaluator.answers(
                person, finalAction.of(choices.runOut().known(delivered)).rows(), measureId);
    }
}
