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
import org.apache.spark.util.SerializableConfiguration;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.link.WantedFacts;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.PersonVerdicts;

/**
 * From all canonical rows to one evaluated person after the other: one shuffle, then final action, coverage and
 * demographics, and every measure at once, in plain Java.
 */
final class PersonPass {
    private final JavaSparkContext spark;
    private final Broadcast<PersonIndex> persons;
    private final Broadcast<PersonSet> undescribed;
    private final Broadcast<Evaluator> evaluator;
    private final Broadcast<Evaluator> baseline;
    private final EvaluationRules rules;

    /** @param baseline the measures that compare with the year before, for that year; may have none */
    PersonPass(
            JavaSparkContext spark,
            LinkedPeople linked,
            MeasureSet measures,
            MeasureSet baseline,
            EvaluationRules rules) {
        this.spark = requireNonNull(spark, "spark");
        this.persons = spark.broadcast(linked.persons());
        this.undescribed = spark.broadcast(linked.undescribed());
        this.evaluator = spark.broadcast(new Evaluator(measures));
        this.baseline = spark.broadcast(new Evaluator(baseline));
        this.rules = requireNonNull(rules, "rules");
    }

    /**
     * Evaluates everybody but those that an earlier run evaluated with the same outcome, who join them in their place.
     *
     * @param ranges ranges of person ids, one for each partition of the result
     */
    JavaPairRDD<String, EvaluatedPerson> evaluate(
            JavaRDD<CanonicalRow> rows, Partitioner ranges, EarlierPeople earlierPeople) {
        // Fields are copied so that tasks carry these alone and not this class with its driver-side parts.
        Broadcast<PersonIndex> index = persons;
        Broadcast<PersonSet> namedByCare = undescribed;
        Broadcast<Evaluator> measures = evaluator;
        Broadcast<Evaluator> earlier = baseline;
        EvaluationRules choices = rules;
        Broadcast<EarlierPeople> before = spark.broadcast(earlierPeople);
        Broadcast<SerializableConfiguration> conf =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        WantedFacts wanted = choices.policy().wanted();
        JavaPairRDD<String, byte[]> byPerson = rows.mapPartitionsToPair(each -> new RowsOfPersons(
                each,
                row -> mayCount(row, choices.drops(), measures.value()::isRelevant) || wanted.isRelevant(row),
                choices::isMention,
                index.value(),
                namedByCare.value(),
                before.value().untouched()));
        return PersonShuffle.gather(byPerson, ranges)
                .mapPartitionsToPair(
                        people -> new MergedPeople(
                                new PersonEvaluation(choices, measures.value(), earlier.value()).over(people),
                                before.value(),
                                ranges,
                                conf.value().value()),
                        true);
    }

    /**
     * Judges survey responses that name nobody, each on its own.
     *
     * @return one element a response, with the verdicts of the measures it counts in
     */
    JavaRDD<PersonVerdicts> anonymous(JavaRDD<CanonicalRow> responses) {
        Broadcast<Evaluator> measures = evaluator;
        Broadcast<Evaluator> earlier = baseline;
        EvaluationRules choices = rules;
        return responses.mapPartitions(rows -> {
            PersonEvaluation evaluation = new PersonEvaluation(choices, measures.value(), earlier.value());
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
