package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.PersonResolver;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.store.RowCodec;
import org.mcpstrata.time.MeasurementPeriod;
import scala.Tuple2;

/**
 * From all canonical rows to one evaluated person after the other: one shuffle, then final action, coverage and
 * demographics, and every measure at once, in plain Java.
 */
final class PersonPass {
    private final Broadcast<PersonIndex> persons;
    private final Broadcast<Evaluator> evaluator;
    private final Drops drops;
    private final MeasurementPeriod period;
    private final PersonPolicy policy;
    private final RunOut runOut;

    PersonPass(
            JavaSparkContext spark,
            PersonIndex persons,
            MeasureSet measures,
            Drops drops,
            PersonPolicy policy,
            RunOut runOut) {
        this.persons = spark.broadcast(persons);
        this.evaluator = spark.broadcast(new Evaluator(measures));
        this.drops = requireNonNull(drops, "drops");
        this.period = measures.period();
        this.policy = requireNonNull(policy, "policy");
        this.runOut = requireNonNull(runOut, "runOut");
    }

    /**
     * Evaluates everybody.
     *
     * @param ranges ranges of person ids, one for each partition of the result
     */
    JavaPairRDD<String, PersonResult> evaluate(JavaRDD<CanonicalRow> rows, Partitioner ranges) {
        // Fields are copied so that tasks carry these alone and not this class with its driver-side parts.
        Broadcast<PersonIndex> index = persons;
        Broadcast<Evaluator> measures = evaluator;
        RunOut cutOff = runOut;
        Drops all = drops;
        MeasurementPeriod year = period;
        PersonPolicy choices = policy;
        JavaPairRDD<String, byte[]> byPerson = rows.filter(
                        row -> cutOff.keeps(row) && mayCount(row, all, measures.value()::isRelevant))
                .mapToPair(row -> new Tuple2<>(index.value().personOf(row.member()), RowCodec.encode(row)));
        return PersonShuffle.gather(byPerson, ranges)
                .mapPartitionsToPair(people -> new Evaluation(all, year, choices, measures.value()).over(people), true);
    }

    /**
     * Judges survey responses that name nobody, each on its own.
     *
     * @return one element a response, with the verdicts of the measures it counts in
     */
    JavaRDD<PersonVerdicts> anonymous(JavaRDD<CanonicalRow> responses) {
        Broadcast<Evaluator> measures = evaluator;
        Drops all = drops;
        MeasurementPeriod year = period;
        PersonPolicy choices = policy;
        return responses.mapPartitions(rows -> {
            Evaluation evaluation = new Evaluation(all, year, choices, measures.value());
            List<PersonVerdicts> judged = new ArrayList<>();
            rows.forEachRemaining(row -> judged.add(evaluation.nobody(row)));
            return judged.iterator();
        });
    }

    /**
     * Whether a row can change a result: by what it says, or by what it replaces. A correction that no measure asks for
     * may still take the place of an older row that one does.
     */
    static boolean mayCount(CanonicalRow row, Drops drops, Predicate<CanonicalRow> relevant) {
        return relevant.test(row) || drops.hasOlder(row.payerId(), row.dropId());
    }

    /** What one task holds while it goes from person to person. */
    private static final class Evaluation {
        private final FinalAction finalAction;
        private final PersonResolver resolver;
        private final Evaluator evaluator;
        private final Drops drops;
        private final MeasurementPeriod period;
        private final PersonPolicy policy;

        Evaluation(Drops drops, MeasurementPeriod period, PersonPolicy policy, Evaluator evaluator) {
            this.finalAction = new FinalAction(drops);
            this.resolver = new PersonResolver(period, drops, policy);
            this.evaluator = evaluator;
            this.drops = drops;
            this.period = period;
            this.policy = policy;
        }

        Iterator<Tuple2<String, PersonResult>> over(Iterator<Tuple2<String, List<CanonicalRow>>> people) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return people.hasNext();
                }

                @Override
                public Tuple2<String, PersonResult> next() {
                    Tuple2<String, List<CanonicalRow>> person = people.next();
                    return new Tuple2<>(person._1(), evaluate(person._1(), person._2()));
                }
            };
        }

        private PersonResult evaluate(String personId, List<CanonicalRow> delivered) {
            FinalAction.Result counting = finalAction.of(delivered);
            Person person = resolver.resolve(personId, counting.rows());
            List<Verdict> verdicts = evaluator.evaluate(person, counting.rows()).stream()
                    .map(verdict -> verdict.describedBy(policy::described))
                    .toList();
            return new PersonResult(
                    new PersonVerdicts(person, verdicts),
                    counting.counts(),
                    LinkCounts.of(person, counting.rows(), drops, period),
                    rows(delivered, Table.MEDICAL_CLAIM),
                    rows(delivered, Table.SURVEY));
        }

        private static long rows(List<CanonicalRow> delivered, Table table) {
            return delivered.stream().filter(row -> row.table() == table).count();
        }

        /** A response that names nobody, judged as if it were all that is known of a person. */
        private PersonVerdicts nobody(CanonicalRow response) {
            PersonVerdicts judged = evaluate("", List.of(response)).verdicts();
            return new PersonVerdicts(
                    judged.person(),
                    judged.verdicts().stream()
                            .filter(Verdict::initialPopulation)
                            .toList());
        }
    }
}
