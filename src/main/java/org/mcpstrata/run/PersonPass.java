package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

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
    private final Broadcast<Evaluator> baseline;
    private final Drops drops;
    private final MeasurementPeriod period;
    private final PersonPolicy policy;
    private final RunOut runOut;

    /** @param baseline the measures that compare with the year before, for that year; may have none */
    PersonPass(
            JavaSparkContext spark,
            PersonIndex persons,
            MeasureSet measures,
            MeasureSet baseline,
            Drops drops,
            PersonPolicy policy,
            RunOut runOut) {
        this.persons = spark.broadcast(persons);
        this.evaluator = spark.broadcast(new Evaluator(measures));
        this.baseline = spark.broadcast(new Evaluator(baseline));
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
        Broadcast<Evaluator> earlier = baseline;
        RunOut cutOff = runOut;
        Drops all = drops;
        MeasurementPeriod year = period;
        PersonPolicy choices = policy;
        JavaPairRDD<String, byte[]> byPerson = rows.filter(
                        row -> cutOff.keeps(row) && mayCount(row, all, measures.value()::isRelevant))
                .mapToPair(row -> new Tuple2<>(index.value().personOf(row.member()), RowCodec.encode(row)));
        return PersonShuffle.gather(byPerson, ranges)
                .mapPartitionsToPair(
                        people -> new Evaluation(all, year, choices, measures.value(), earlier.value()).over(people),
                        true);
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
        private final PersonResolver earlierResolver;
        private final Evaluator evaluator;
        private final Evaluator earlier;
        private final Drops drops;
        private final MeasurementPeriod period;

        Evaluation(Drops drops, MeasurementPeriod period, PersonPolicy policy, Evaluator evaluator, Evaluator earlier) {
            this.finalAction = new FinalAction(drops);
            this.resolver = new PersonResolver(period, drops, policy);
            this.earlierResolver = new PersonResolver(period.before(), drops, policy);
            this.evaluator = evaluator;
            this.earlier = earlier;
            this.drops = drops;
            this.period = period;
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
            PersonVerdicts verdicts = evaluator.judge(person, counting.rows());
            long medicalClaimRows = delivered.stream()
                    .filter(row -> row.table() == Table.MEDICAL_CLAIM)
                    .count();
            return new PersonResult(
                    verdicts,
                    earlier.isEmpty() ? null : before(personId, person, counting.rows()),
                    counting.counts(),
                    LinkCounts.of(person, counting.rows(), drops, period),
                    medicalClaimRows);
        }

        /**
         * The same person a year earlier: coverage, practice and age of that year, but who the person says they are
         * today, so that nobody changes strata between the two years.
         */
        private PersonVerdicts before(String personId, Person now, List<CanonicalRow> rows) {
            Person then = earlierResolver.resolve(personId, rows).with(now.attributes());
            return earlier.judge(then, rows);
        }
    }
}
