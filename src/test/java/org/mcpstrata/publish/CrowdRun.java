package org.mcpstrata.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.stratify.CellAggregation;
import org.mcpstrata.stratify.CellCounter;
import org.mcpstrata.stratify.Cells;
import org.mcpstrata.stratify.Costs;
import org.mcpstrata.stratify.Dimensions;
import org.mcpstrata.stratify.MemberResult;
import org.mcpstrata.stratify.MemberStratum;
import org.mcpstrata.stratify.MemberTotals;
import org.mcpstrata.stratify.PartialCells;
import org.mcpstrata.stratify.ResultContext;
import org.mcpstrata.stratify.StoryPeople;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.Stratifiers;
import org.mcpstrata.stratify.StratifyLaws;
import org.mcpstrata.stratify.StratumTotals;
import scala.Tuple2;

/** Everything from verdicts to a published run, for an invented crowd that may arrive in any order and partitioning. */
final class CrowdRun {
    static final String STRATIFIED = "restricted/stratified_result";
    static final String MEMBERS = "restricted/member_result";
    static final String STRATA = "restricted/member_stratum";
    private static final int PEOPLE = 80;
    private static final long ROWS_PER_MEMBER_FILE = 100_000;
    private static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);

    private final RunRecord record = RunRecord.of(Map.of("period", "2025"));

    RunId id() {
        return record.runId();
    }

    /** Publishes the crowd; {@code memberFiles} files of {@code member_result}. */
    Outcome publish(JavaSparkContext spark, int partitions, long shuffle, int memberFiles, Path out)
            throws IOException {
        List<PersonVerdicts> crowd = new ArrayList<>(StoryPeople.crowd(PEOPLE, 42));
        Collections.shuffle(crowd, new Random(shuffle));
        JavaRDD<PersonVerdicts> people = spark.parallelize(crowd, partitions);
        ResultContext context = ResultContext.of(
                id().value(), "MCP", "Program", StoryPeople.PERIOD, List.of("alpha", "beta"), List.of("gamma"));
        CellAggregation aggregation = new CellAggregation(STRATIFIERS, StoryPeople.PERIOD, StoryPeople.MEASURES);
        MemberResult members = new MemberResult(id().value(), StoryPeople.PERIOD, StoryPeople.MEASURES);
        MemberStratum strata = new MemberStratum(id().value(), StoryPeople.PERIOD, StoryPeople.MEASURES, STRATIFIERS);
        long rowCount = memberFiles * ROWS_PER_MEMBER_FILE;
        JavaPairRDD<String, PersonVerdicts> byPerson = people.mapToPair(
                        person -> new Tuple2<>(person.person().personId(), person))
                .repartitionAndSortWithinPartitions(SparkTables.ranges(rowCount));
        Publication publication = SmallRun.at(out);
        try (Staging staging = publication.stage(id(), "p" + partitions)) {
            SparkTables tables = new SparkTables(spark);
            CountedTables<PartialCells> counted = tables.write(
                    staging,
                    List.of(
                            new PersonTable<>(MEMBERS, MemberResult.SCHEMA, members::rows),
                            new PersonTable<>(STRATA, MemberStratum.SCHEMA, person -> strata.rows(person.person()))),
                    byPerson,
                    () -> new PeopleCount(aggregation.counter()),
                    rowCount);
            Cells cells = aggregation
                    .gather(counted.sides(), Costs.NONE, context.programId())
                    .rolledUp();
            WrittenTable stratified = staging.writeTable(
                    STRATIFIED,
                    StratifiedResult.SCHEMA,
                    new StratifiedResult(context, STRATIFIERS, StoryPeople.MEASURES, cells)
                            .rows()
                            .iterator());
            dimensions(staging, context, cells);
            return publication.commit(
                    tables.verify(staging, record, laws(staging, tables, stratified, counted.tables()), List.of()));
        }
    }

    /** Counts the people of one task while their rows are written. */
    private record PeopleCount(CellCounter counter) implements SideCount<PersonVerdicts, PartialCells> {
        @Override
        public void add(PersonVerdicts person) {
            counter.add(person);
        }

        @Override
        public PartialCells counted() {
            return counter.partial();
        }
    }

    private static void dimensions(Staging staging, ResultContext context, Cells cells) {
        staging.writeTable(
                "restricted/dim_measure",
                Dimensions.MEASURE,
                Dimensions.measures(StoryPeople.MEASURES).iterator());
        staging.writeTable(
                "restricted/dim_stratum",
                Dimensions.STRATUM,
                Dimensions.strata(STRATIFIERS, cells).iterator());
        staging.writeTable(
                "restricted/dim_entity",
                Dimensions.ENTITY,
                Dimensions.entities(context, cells).iterator());
    }

    private static Laws laws(
            Staging staging, SparkTables tables, WrittenTable stratified, List<WrittenTable> memberTables) {
        StratifyLaws laws = new StratifyLaws();
        List<TableRow> rows = new ArrayList<>();
        staging.reread(stratified, row -> {
            laws.add(row);
            rows.add(row);
        });
        MemberTotals totals = new MemberTotals();
        staging.reread(memberTables.get(0), totals::add);
        List<TableRow> dimension = new ArrayList<>();
        staging.reread(staging.tables().get("restricted/dim_stratum"), dimension::add);
        StratumTotals followed = tables
                .rereadTogether(
                        staging, memberTables.get(0), memberTables.get(1), (results, memberships) -> new StratumTotals(
                                        StoryPeople.MEASURES)
                                .read(results, memberships, row -> {}))
                .found()
                .stream()
                .reduce(StratumTotals::plus)
                .orElseThrow();
        return new Laws()
                .addAll(laws.laws())
                .addAll(totals.laws(rows, StoryPeople.MEASURES))
                .addAll(followed.laws(rows, dimension));
    }
}
