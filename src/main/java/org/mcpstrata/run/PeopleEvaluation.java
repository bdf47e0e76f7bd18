package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.Progress;
import org.mcpstrata.publish.CountedTables;
import org.mcpstrata.publish.PersonTable;
import org.mcpstrata.publish.SparkTables;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.store.TaskProgress;
import org.mcpstrata.stratify.CellAggregation;
import org.mcpstrata.stratify.MemberResult;
import org.mcpstrata.stratify.MemberStratum;

/** Evaluates the people of a run, writes their rows and counts them into cells on the way. */
final class PeopleEvaluation {
    private final JavaSparkContext spark;
    private final RunBasis basis;
    private final AcceptedTables accepted;
    private final LinkedPeople linked;
    private final PersonPass pass;
    private final CellAggregation cells;
    private final CellAggregation cellsBefore;

    PeopleEvaluation(JavaSparkContext spark, RunBasis basis, AcceptedTables accepted, LinkedPeople linked) {
        this.spark = requireNonNull(spark, "spark");
        this.basis = requireNonNull(basis, "basis");
        this.accepted = requireNonNull(accepted, "accepted");
        this.linked = requireNonNull(linked, "linked");
        Definitions definitions = basis.definitions();
        this.pass = new PersonPass(
                spark,
                linked,
                definitions.measures(),
                definitions.measures().yearBefore(),
                EvaluationRules.of(basis, linked.policy()));
        List<MeasureInfo> measures = definitions.measureInfos();
        this.cells =
                new CellAggregation(definitions.stratifiers(), basis.options().period(), measures);
        this.cellsBefore = new CellAggregation(
                definitions.stratifiers(), basis.options().period().before(), measures);
    }

    /**
     * Writes {@code member_result} and {@code member_stratum}, in this order.
     *
     * @param work receives the people for the next night
     * @param earlier people who are taken over as they were evaluated then
     */
    CountedTables<PassCounts> write(
            EarlierPeople earlier, SparkTables tables, Staging staging, PeopleWork work, Progress progress) {
        long people = linked.report().persons();
        long verdicts = people * basis.definitions().rateCount();
        Partitioner ranges = SparkTables.ranges(verdicts);
        try (TaskProgress gathered = TaskProgress.of(spark, progress, "evaluate: rows", accepted.rowsOfMembers());
                TaskProgress judged = TaskProgress.of(spark, progress, "evaluate: people", people)) {
            return tables.write(
                    staging,
                    personTables(),
                    judged.counting(pass.evaluate(gathered.counting(accepted.rows()), ranges, earlier)),
                    PassCounts.counting(cells, cellsBefore, work.folder(), linked.members(), spark),
                    verdicts);
        }
    }

    private List<PersonTable<EvaluatedPerson>> personTables() {
        String runId = basis.runId().value();
        List<MeasureInfo> measures = basis.definitions().measureInfos();
        MemberResult results = new MemberResult(runId, basis.options().period(), measures);
        MemberStratum strata = new MemberStratum(
                runId, basis.options().period(), measures, basis.definitions().stratifiers());
        return List.of(
                new PersonTable<>(
                        "restricted/member_result",
                        MemberResult.SCHEMA,
                        person -> results.rows(person.result().verdicts())),
                new PersonTable<>(
                        "restricted/member_stratum",
                        MemberStratum.SCHEMA,
                        person -> strata.rows(person.result().verdicts().person())));
    }

    /** Counts the survey responses that name nobody. */
    AnonymousCounts anonymous() {
        return AnonymousCounts.of(pass.anonymous(surveys().anonymous()), cells);
    }

    LinkedPeople linked() {
        return linked;
    }

    Surveys surveys() {
        return accepted.surveys();
    }

    /** The cells of everybody, rolled up. */
    YearCells rolledUp(CountedTables<PassCounts> evaluated, AnonymousCounts nobody) {
        return YearCells.of(
                evaluated, spark.parallelize(List.of(nobody.cells()), 1), cells, cellsBefore, basis.definitions());
    }
}
