package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.PersonVerdicts;
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
                .mapPartitionsToPair(
                        people -> new PersonEvaluation(all, year, choices, measures.value()).over(people), true);
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
            PersonEvaluation evaluation = new PersonEvaluation(all, year, choices, measures.value());
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
}
