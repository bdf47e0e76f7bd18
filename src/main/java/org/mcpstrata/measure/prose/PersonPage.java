package org.mcpstrata.measure.prose;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PricedLine;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.time.Age;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * One person's result of one measure as a page of text: the populations in the order in which they are asked, what would
 * have closed a gap, and every definition with the lines that made it hold or with what was looked for. Personal data.
 */
public final class PersonPage {
    private final MeasureDefinition measure;
    private final MeasurementPeriod period;
    private final Person person;
    private final Answers answers;
    private final ClauseProse clauses;
    private final Page page = new Page();

    /**
     * What a cost measure adds up of the person; nothing of any other measure.
     *
     * @param lines that the dollars of the months are made of
     */
    public record Costs(List<BeneficiaryMonth> months, List<PricedLine> lines) {
        public static final Costs NONE = new Costs(List.of(), List.of());

        public Costs {
            months = List.copyOf(months);
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param measures the set that the measure belongs to
     * @param answers to every definition the measure rests on, in the order in which they are asked
     */
    public PersonPage(MeasureDefinition measure, MeasureSet measures, Person person, List<DefinitionAnswer> answers) {
        this.measure = requireNonNull(measure, "measure");
        this.period = measures.period();
        this.person = requireNonNull(person, "person");
        this.answers = Answers.of(measure, answers);
        this.clauses = new ClauseProse(SetProse.namesOnly(measures.valueSets()), WindowProse.dated(measures.period()));
    }

    /**
     * The page.
     *
     * @param practice who answers for the person
     * @param verdicts of the rates to be explained, in order
     * @param costs of this measure
     */
    public String text(String runId, String practice, List<Verdict> verdicts, Costs costs) {
        heading(runId, practice);
        RateProse rates = new RateProse(measure, answers, page);
        verdicts.forEach(rates::explain);
        new GapProse(measure, answers, clauses, page).explain(verdicts);
        if (measure.cost() != null) {
            new CostProse(costs.months(), costs.lines(), page).explain();
        }
        definitions();
        return page.text();
    }

    private void heading(String runId, String practice) {
        page.line(0, "RESTRICTED: this page is about one person, for those who may read this person's records.");
        page.blank();
        page.line(0, measure.id() + ", version " + measure.version() + ": " + measure.title());
        page.line(
                0,
                "Measurement period " + period.start() + " to " + period.end() + ", run " + runId + ", person "
                        + person.personId() + ", practice " + practice + ".");
        page.line(
                0,
                "Known as "
                        + String.join(
                                ", ",
                                person.members().stream()
                                        .map(member -> member.payerId() + ":" + member.memberId())
                                        .toList())
                        + ".");
        page.line(0, born() + (person.deathDate() == null ? "" : " Died on " + person.deathDate() + "."));
        if (person.coverage().isEmpty()) {
            page.line(0, "No coverage is known.");
        } else {
            page.line(0, "Covered, with " + person.memberMonths() + " member months in the period:");
            person.coverage().forEach(span -> page.item(1, coverage(span)));
        }
    }

    private String born() {
        if (person.birthDate() == null) {
            return "No birth date is known, so no age holds.";
        }
        return "Born on " + person.birthDate() + ", " + Age.inYears(person.birthDate(), period.end()) + " years old on "
                + period.end() + ".";
    }

    private static String coverage(CoverageSpan span) {
        return span.start() + (span.end().getYear() == 9999 ? " on" : " to " + span.end()) + " by " + span.payerId()
                + ", " + span.lineOfBusiness();
    }

    private void definitions() {
        page.blank().line(0, "Every definition, in the order in which they are asked");
        answers.byName().values().forEach(this::definition);
    }

    private void definition(DefinitionAnswer answer) {
        Clause clause = answers.clause(answer.definition());
        page.item(1, (answer.holds() ? "yes: " : "no: ") + answer.definition());
        if (clause instanceof Combination list) {
            page.line(
                    2,
                    "It asks for " + ClauseProse.listed(list.quantifier()) + ": " + String.join("; ", list.uses())
                            + ".");
            return;
        }
        page.line(2, (clause instanceof EventClause ? "Looked for: " : "It asks for: ") + clauses.question(clause));
        if (answer.day() != null) {
            page.line(2, "Found: " + answer.day());
        }
        answer.events().forEach(seen -> page.item(3, Answers.event(seen)));
        if (clause instanceof EventClause && answer.events().isEmpty()) {
            page.line(2, answer.otherDays().isEmpty() ? "None found." : "None found then; on other days:");
            answer.otherDays().forEach(seen -> page.item(3, Answers.event(seen)));
        }
    }
}
