package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.publish.CountedTable;
import org.mcpstrata.publish.Laws;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.publish.RunRecord;
import org.mcpstrata.publish.SparkTables;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.publish.VerifiedRun;
import org.mcpstrata.publish.WrittenTable;
import org.mcpstrata.stratify.Cells;
import org.mcpstrata.stratify.Dimensions;
import org.mcpstrata.stratify.MemberTotals;
import org.mcpstrata.stratify.ResultContext;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.StratifyLaws;
import org.mcpstrata.time.MeasurementPeriod;

/** Writes the result tables of a run, reads them back and holds every conservation law against what was read. */
final class ResultTables {
    private static final String STRATIFIED = "restricted/stratified_result";

    private final Definitions definitions;
    private final ResultContext context;
    private final IngestResult ingested;
    private final Staging staging;
    private final JavaSparkContext spark;
    private final boolean cutOff;
    private final List<TableRow> program = new ArrayList<>();

    ResultTables(
            Definitions definitions,
            MeasurementPeriod period,
            RunId runId,
            IngestResult ingested,
            Staging staging,
            JavaSparkContext spark,
            boolean cutOff) {
        this.definitions = requireNonNull(definitions, "definitions");
        this.ingested = requireNonNull(ingested, "ingested");
        this.staging = requireNonNull(staging, "staging");
        this.spark = requireNonNull(spark, "spark");
        this.cutOff = cutOff;
        List<String> present = ingested.drops().ordered().stream()
                .map(Drops.Drop::payerId)
                .distinct()
                .toList();
        List<String> absent = ingested.outcomes().stream()
                .map(DropOutcome::payer)
                .filter(payer -> !present.contains(payer))
                .distinct()
                .toList();
        this.context = new ResultContext(
                runId.value(), definitions.program().id(), definitions.program().title(), period, present, absent);
    }

    /** Writes stratified_result and its dimensions. */
    WrittenTable write(Cells cells) {
        List<MeasureInfo> measures = definitions.measureInfos();
        Iterator<TableRow> rows = new StratifiedResult(context, definitions.stratifiers(), measures, cells)
                .rows()
                .iterator();
        WrittenTable written = staging.writeTable(STRATIFIED, StratifiedResult.SCHEMA, rows);
        write("dim_measure", Dimensions.measures(measures));
        write("dim_stratum", Dimensions.strata(definitions.stratifiers()));
        write("dim_entity", Dimensions.entities(context, cells));
        return written;
    }

    private void write(String table, List<TableRow> rows) {
        staging.writeTable("restricted/" + table, rows.get(0).schema(), rows.iterator());
    }

    /** Reads everything back; a broken law stops publication. */
    VerifiedRun verify(
            SortedMap<String, String> inputs,
            CountedTable<PassCounts> evaluated,
            LinkReport linked,
            Surveys surveys,
            AnonymousCounts nobody) {
        FinalActionCounts finalAction =
                evaluated.sides().map(PassCounts::finalAction).reduce(FinalActionCounts::plus);
        long claimRows = evaluated.sides().map(PassCounts::medicalClaimRows).reduce(Long::sum);
        LinkCounts coverage = evaluated.sides().map(PassCounts::coverage).reduce(LinkCounts::plus);
        SparkTables tables = new SparkTables(spark);
        MemberTotals members = tables.reread(staging, evaluated.table())
                .aggregate(new MemberTotals(), MemberTotals::counting, MemberTotals::plus)
                .plus(nobody.totals());
        long responses = evaluated.sides().map(PassCounts::surveyRows).reduce(Long::sum);
        long kept = surveys.kept();
        StratifyLaws stratified = new StratifyLaws();
        staging.reread(staging.tables().get(STRATIFIED), row -> {
            stratified.add(row);
            if (ProgramRows.isOfProgram(row)) {
                program.add(row);
            }
        });
        SortedMap<String, Object> facts = facts(linked, finalAction);
        facts.put(
                "surveyResponses",
                new TreeMap<>(Map.of(
                        "delivered",
                        surveys.delivered(),
                        "replaced",
                        surveys.delivered() - kept,
                        "anonymous",
                        nobody.responses(),
                        "of members",
                        responses)));
        Laws laws = new Laws()
                .addAll(ingested.laws())
                .addAll(PassLaws.gather(ingested.files(), claimRows, cutOff))
                .addAll(PassLaws.canonicalize(finalAction))
                .add(PassLaws.surveys(kept, responses, nobody.responses()))
                .addAll(PassLaws.link(linked, coverage, coverage.persons()))
                .add(PassLaws.evaluate(
                        linked.persons(),
                        definitions.rateCount(),
                        evaluated.table().rows()))
                .addAll(stratified.laws())
                .addAll(members.laws(program));
        return tables.verify(staging, new RunRecord(inputs, facts), laws);
    }

    /** The program's rows for all payers, as read back. */
    List<TableRow> program() {
        return List.copyOf(program);
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
        ingested.outcomes()
                .forEach(drop ->
                        drops.put(drop.payer() + "/" + drop.drop(), drop.state().name()));
        facts.put("drops", drops);
        facts.put("dropOrder", PublishedRun.dropOrder(ingested.drops()));
        return facts;
    }
}
