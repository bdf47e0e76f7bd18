package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.publish.Laws;
import org.mcpstrata.publish.Part;
import org.mcpstrata.publish.Reread;
import org.mcpstrata.publish.RunRecord;
import org.mcpstrata.publish.SparkTables;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.publish.VerifiedRun;
import org.mcpstrata.publish.WrittenTable;
import org.mcpstrata.store.TaskProgress;
import org.mcpstrata.stratify.Costs;
import org.mcpstrata.stratify.Dimensions;
import org.mcpstrata.stratify.IndirectCalibration;
import org.mcpstrata.stratify.ResultContext;
import org.mcpstrata.stratify.ResultSlice;
import org.mcpstrata.stratify.SentResult;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.Stratifiers;
import org.mcpstrata.stratify.compare.ComparedRows;
import org.mcpstrata.stratify.compare.ComparisonRule;
import org.mcpstrata.stratify.compare.ComparisonSides;

/** Writes the result tables of a run, reads them back and holds every conservation law against what was read. */
final class ResultTables {
    private static final String STRATIFIED = "restricted/stratified_result";

    private final Definitions definitions;
    private final ResultContext context;
    private final RunBasis basis;
    private final IngestResult ingested;
    private final QualityFindings quality;
    private final Staging staging;
    private final JavaSparkContext spark;
    private final SparkTables tables;
    private final Progress progress;
    private final ComparisonTables comparisons;
    private final List<TableRow> program = new ArrayList<>();
    private final List<TableRow> compared = new ArrayList<>();
    private final List<TableRow> practices = new ArrayList<>();
    private final Map<String, List<String>> partsByRate = new LinkedHashMap<>();
    private final List<String> withoutBaseline = new ArrayList<>();

    ResultTables(
            RunBasis basis,
            QualityFindings quality,
            Staging staging,
            JavaSparkContext spark,
            SparkTables tables,
            Progress progress) {
        this.basis = requireNonNull(basis, "basis");
        this.definitions = basis.definitions();
        this.ingested = basis.ingested();
        this.quality = requireNonNull(quality, "quality");
        this.staging = requireNonNull(staging, "staging");
        this.spark = requireNonNull(spark, "spark");
        this.tables = requireNonNull(tables, "tables");
        this.comparisons = new ComparisonTables(tables, staging, definitions.comparison());
        this.progress = requireNonNull(progress, "progress");
        List<String> present = ingested.drops().ordered().stream()
                .map(Drops.Drop::payerId)
                .distinct()
                .toList();
        List<String> absent = Stream.concat(
                        definitions.program().payers().stream(),
                        ingested.outcomes().stream().map(DropOutcome::payer))
                .filter(payer -> !present.contains(payer))
                .distinct()
                .toList();
        this.context = new ResultContext(
                basis.runId().value(),
                definitions.program().id(),
                definitions.program().title(),
                basis.options().period(),
                present,
                absent,
                definitions.program().scoring(),
                quality.marks());
    }

    /** Writes stratified_result and its dimensions. */
    WrittenTable write(YearCells years) {
        List<MeasureInfo> measures = definitions.measureInfos();
        StratifiedResult result =
                new StratifiedResult(context, definitions.stratifiers(), measures, years.cells(), years.before());
        withoutBaseline.addAll(result.ratesWithoutBaseline());
        List<ResultSlice> slices = result.slices();
        Broadcast<SentResult> sent = SentResult.send(spark, result);
        WrittenTable written;
        // Comparisons have few, uneven files: begun first, they leave no processor waiting in the end.
        try (Beside<Void> compare = Beside.start("compare", () -> {
            comparisons.write(sent, result.scopes());
            return null;
        })) {
            writeDimensions(years);
            written = writeRows(slices, sent);
            compare.result();
        }
        for (int i = 0; i < slices.size(); i++) {
            partsByRate
                    .computeIfAbsent(slices.get(i).rateName(), rate -> new ArrayList<>())
                    .add(Part.name(i));
        }
        return written;
    }

    private WrittenTable writeRows(List<ResultSlice> slices, Broadcast<SentResult> sent) {
        try (TaskProgress telling = TaskProgress.of(spark, progress, "stratify: files", slices.size())) {
            LongAccumulator begun = telling.finished();
            return tables.write(staging, STRATIFIED, StratifiedResult.SCHEMA, slices, slice -> {
                begun.add(1);
                return sent.value().rows(slice);
            });
        }
    }

    private void writeDimensions(YearCells years) {
        List<MeasureInfo> measures = definitions.measureInfos();
        write("dim_measure", Dimensions.MEASURE, Dimensions.measures(measures));
        write("dim_stratum", Dimensions.STRATUM, Dimensions.strata(definitions.stratifiers(), years.cells()));
        List<TableRow> entities = Dimensions.entities(context, years.cells());
        entities.stream().filter(ProgramRows::isPractice).forEach(practices::add);
        write("dim_entity", Dimensions.ENTITY, entities);
        write("dim_expected_rate", Dimensions.EXPECTED_RATE, Dimensions.expectedRates(years.cells()));
        write("dq_result", QualityFindings.SCHEMA, quality.rows(context.runId()));
        write("dim_payer_cost", Costs.PAYER_COST, years.costs().rows());
        if (definitions.program().wanted().estimates() != null) {
            write(
                    "indirect_calibration",
                    IndirectCalibration.SCHEMA,
                    IndirectCalibration.rows(context, definitions.stratifiers(), measures, years.cells()));
        }
    }

    private void write(String table, TableSchema schema, List<TableRow> rows) {
        staging.writeTable("restricted/" + table, schema, rows.iterator());
    }

    /**
     * Reads everything back; a broken law stops publication.
     *
     * @param sides what the stages counted
     * @param readBack the tables of members, which may be read while the others are made
     */
    VerifiedRun verify(RunSides sides, Beside<Reread<MemberTrail>> readBack) {
        List<MeasureInfo> measures = definitions.measureInfos();
        Reread<MemberTrail> members = readBack.result();
        MemberTrail trail = members.found().stream().reduce(MemberTrail::plus).orElseThrow();
        List<TableRow> dimension = new ArrayList<>();
        staging.reread(staging.tables().get("restricted/dim_stratum"), dimension::add);
        long kept = sides.surveys().kept();
        PassSums sums = sides.sums();
        LinkReport linked = sides.linked();
        Stratifiers stratifiers = definitions.stratifiers();
        ComparisonRule rule = definitions.comparison();
        Reread<RateLaws> stratified;
        ComparisonTables.Found comparing;
        try (Beside<ComparisonTables.Found> compare = Beside.start("read comparisons back", comparisons::reread)) {
            stratified = tables.reread(
                    staging,
                    staging.tables().get(STRATIFIED),
                    List.copyOf(partsByRate.values()),
                    rows -> RateLaws.of(rows, new ComparedRows(stratifiers, rule)));
            comparing = compare.result();
        }
        compared.addAll(comparing.program());
        stratified.found().forEach(rate -> program.addAll(rate.program()));
        ReportFile.write(
                staging,
                context,
                comparing.reported(),
                stratified.found().stream().map(RateLaws::figures).toList());
        SortedMap<String, Object> facts = facts(linked, sums.finalAction());
        facts.put(
                "surveyResponses",
                new TreeMap<>(Map.of(
                        "delivered",
                        sides.surveys().delivered(),
                        "replaced",
                        sides.surveys().delivered() - kept,
                        "anonymous",
                        sides.nobody().responses(),
                        "of members",
                        sums.surveyRows())));
        Laws laws = new Laws()
                .addAll(ingested.laws())
                .addAll(PassLaws.gather(
                        ingested.files(),
                        sums.medicalClaimRows(),
                        basis.options().asOf().isPresent()))
                .addAll(sums.finalAction().laws())
                .add(PassLaws.surveys(kept, sums.surveyRows(), sides.nobody().responses()))
                .addAll(PassLaws.link(linked, sums.coverage()))
                .addAll(sides.linkage().laws(linked, sums.coverage().persons(), sums.medicalClaimRows()))
                .add(PassLaws.evaluate(linked.persons(), definitions.rateCount(), sides.memberRows()))
                .addAll(stratified.found().stream()
                        .flatMap(rate -> rate.laws().stream())
                        .toList())
                .addAll(comparing.laws(stratified.found().stream()
                        .map(RateLaws::compared)
                        .reduce(new ComparisonSides(), ComparisonSides::plus)))
                .addAll(trail.members().plus(sides.nobody().totals()).laws(program, measures))
                .addAll(trail.strata().laws(program, dimension));
        return tables.verify(
                staging,
                new RunRecord(basis.inputs(), facts),
                laws,
                List.of(members, stratified, comparing.comparisons(), comparing.summaries()));
    }

    /** The rows that the printed summary shows, as read back. */
    List<TableRow> program() {
        return List.copyOf(program);
    }

    /** The comparisons that it shows. */
    List<TableRow> comparisons() {
        return List.copyOf(compared);
    }

    /** The practices that have results, as {@code dim_entity} describes them. */
    List<TableRow> practices() {
        return List.copyOf(practices);
    }

    private SortedMap<String, Object> facts(LinkReport linked, FinalActionCounts finalAction) {
        SortedMap<String, Object> facts = new TreeMap<>();
        facts.put("program", definitions.program().id());
        facts.put("period", context.period().year());
        facts.put("payersPresent", context.payersPresent());
        facts.put("payersAbsent", context.payersAbsent());
        facts.put(
                "linkageKey",
                definitions.sampleKey()
                        ? "the published sample key: anybody can repeat these person ids"
                        : "from the file given");
        SortedMap<String, Object> absent = new TreeMap<>();
        withoutBaseline.forEach(rate -> absent.put(
                rate, "nobody has a value in " + context.period().before().year() + " to compare with"));
        facts.put("ratesWithoutRows", absent);
        facts.put("members", linked.members());
        facts.put("persons", linked.persons());
        SortedMap<String, Object> links = new TreeMap<>();
        linked.links().forEach((pass, count) -> links.put(pass.name(), count));
        facts.put("links", links);
        facts.put("linkConflicts", linked.conflictsBroken() + linked.conflictsKept());
        SortedMap<String, Object> fates = new TreeMap<>();
        finalAction.fates().forEach((fate, tally) -> fates.put(fate.name(), tally.versions()));
        facts.put("claimVersions", fates);
        SortedMap<String, Object> drops = new TreeMap<>();
        // Those that the run's id knows of: a refused copy beside them must not change a byte.
        QualityFindings.ofRun(ingested.outcomes())
                .forEach(drop ->
                        drops.put(drop.payer() + "/" + drop.drop(), drop.state().name()));
        facts.put("drops", drops);
        facts.put("dropOrder", PublishedRun.dropOrder(ingested.drops()));
        return facts;
    }
}
