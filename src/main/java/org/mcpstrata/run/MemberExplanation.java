package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.PracticeDirectory;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.Program;
import org.mcpstrata.measure.prose.PersonPage;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.stratify.MemberResult;

/**
 * Explains what a published run says of one person: reads the person's accepted rows, evaluates them again exactly as the
 * run did, and makes sure that the answer is the published one before a word of it is shown. Starts no Spark.
 */
public final class MemberExplanation {
    /** Described by the practice directory of all payers' rows; nothing here reads or shows more than the stored ones. */
    private static final Set<String> OF_PRACTICE = Set.of("practice_id", "state");

    private final Question question;
    private final Configuration conf;

    /**
     * What is asked.
     *
     * @param out folder with the results
     * @param runId a committed run, or empty for the newest
     * @param files the definition files; those that the run was made with
     * @param rateId one rate, or empty for all
     */
    public record Question(
            String measureId,
            Member member,
            String out,
            Optional<String> runId,
            DefinitionFiles files,
            Optional<String> rateId) {
        public Question {
            requireNonNull(measureId, "measureId");
            requireNonNull(member, "member");
            requireNonNull(out, "out");
            requireNonNull(runId, "runId");
            requireNonNull(files, "files");
            requireNonNull(rateId, "rateId");
        }
    }

    private MemberExplanation(Question question, Configuration conf) {
        this.question = requireNonNull(question, "question");
        this.conf = requireNonNull(conf, "conf");
    }

    /**
     * The page about one person; personal data, for whoever asked and for no log.
     *
     * @throws ProblemException when the run, the member or the definitions are not there, or the result differs
     */
    public static String of(Question question, Configuration conf) {
        return new MemberExplanation(question, conf).page();
    }

    private String page() {
        PublishedRun run = PublishedRun.open(question.out(), question.runId(), conf);
        run.requireSame(question.files());
        int year = run.period().year();
        Program program = question.files().program(year);
        MeasureSet measures = question.files().measures(program, year);
        MeasureDefinition measure = measure(measures);
        StoredVerdicts stored = StoredVerdicts.of(run, measure.id(), question.member(), conf);

        Evaluator evaluator = new Evaluator(measures);
        AcceptedRows accepted = new AcceptedRows(question.out(), conf);
        PersonPolicy policy = PersonPolicy.standard().withPayerOrder(program.payerOrder());
        if (measure.cost() != null) {
            // Whom nobody attributes is looked for among all practices.
            PracticeDirectory.Gathering practices = new PracticeDirectory(run.drops(), policy).gathering();
            accepted.namingPractices(run.drops(), practices::add);
            policy = policy.withCandidates(Definitions.candidates(measures)).withPractices(practices.practices());
        }
        EvaluationRules rules =
                new EvaluationRules(run.drops(), run.period(), policy, run.cancellations(), run.runOut());
        PersonRows reached = accepted.of(
                stored.members(),
                run.drops(),
                row -> PersonPass.mayCount(row, run.drops(), evaluator::isRelevant),
                rules::isMention);
        List<CanonicalRow> rows = reached.rows();
        PersonEvaluation evaluation = new PersonEvaluation(rules, evaluator, new Evaluator(measures.none()));
        PersonVerdicts again = evaluation.evaluate(stored.personId(), reached).verdicts();
        List<Verdict> verdicts = again.verdicts().stream()
                .filter(verdict -> verdict.measureId().equals(measure.id()))
                .toList();
        requireSame(run, measures, stored, new PersonVerdicts(again.person(), verdicts));

        List<DefinitionAnswer> answers = evaluation.answers(again.person(), rows, measure.id());
        List<BeneficiaryMonth> months = again.months().stream()
                .filter(month -> month.measureId().equals(measure.id()))
                .toList();
        return new PersonPage(measure, measures, again.person(), answers)
                .text(
                        run.runId(),
                        stored.practice(),
                        chosen(verdicts),
                        new PersonPage.Costs(months, evaluation.pricedLines(again.person(), rows, measure.id())));
    }

    private MeasureDefinition measure(MeasureSet measures) {
        MeasureDefinition measure = measures.measures().get(question.measureId());
        if (measure == null) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of("MEASURE"),
                    "The run has " + String.join(", ", measures.measures().keySet()) + ".");
        }
        return measure;
    }

    private List<Verdict> chosen(List<Verdict> verdicts) {
        List<Verdict> chosen = verdicts.stream()
                .filter(verdict ->
                        question.rateId().map(verdict.rateId()::equals).orElse(true))
                .toList();
        if (chosen.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of("--rate"),
                    "The measure has "
                            + String.join(
                                    ", ", verdicts.stream().map(Verdict::rateId).toList())
                            + ".");
        }
        return chosen;
    }

    private static void requireSame(
            PublishedRun run, MeasureSet measures, StoredVerdicts stored, PersonVerdicts again) {
        List<TableRow> rows = new MemberResult(run.runId(), run.period(), Definitions.infos(measures)).rows(again);
        boolean same = rows.size() == stored.rows().size();
        Set<String> compared = new HashSet<>();
        for (Column column : MemberResult.SCHEMA.columns()) {
            if (!OF_PRACTICE.contains(column.name())) {
                compared.add(column.name());
            }
        }
        for (int i = 0; same && i < rows.size(); i++) {
            TableRow mine = rows.get(i);
            TableRow theirs = stored.rows().get(i);
            same = compared.stream().allMatch(name -> equal(mine.value(name), theirs.value(name)));
        }
        if (!same) {
            throw new ProblemException(
                    ProblemCode.VERDICT_DIFFERS, Place.of("runs/" + run.runId()).atField("member_result"), "");
        }
    }

    private static boolean equal(Object mine, Object theirs) {
        boolean nothing = theirs == null && mine instanceof List<?> list && list.isEmpty();
        return nothing || Objects.equals(mine, theirs) || Arrays.deepEquals(wrapped(mine), wrapped(theirs));
    }

    /** Lists of small rows hold arrays, which only a deep comparison compares by what is in them. */
    private static Object[] wrapped(Object value) {
        return value instanceof List<?> list ? list.toArray() : new Object[] {value};
    }
}
