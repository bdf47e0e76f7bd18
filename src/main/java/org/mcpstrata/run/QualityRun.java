package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.canonicalize.CancellationRules;
import org.mcpstrata.ingest.Ingest;
import org.mcpstrata.ingest.IngestOptions;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.link.LinkResult;
import org.mcpstrata.link.Linker;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.PracticeDirectory;
import org.mcpstrata.link.WantedFacts;
import org.mcpstrata.measure.Program;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.publish.CountedTables;
import org.mcpstrata.publish.Outcome;
import org.mcpstrata.publish.PersonTable;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.Reread;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.publish.SparkTables;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.publish.Workplace;
import org.mcpstrata.quality.QualityCounts;
import org.mcpstrata.quality.RuleBook;
import org.mcpstrata.quality.Share;
import org.mcpstrata.store.TableFile;
import org.mcpstrata.store.TableScan;
import org.mcpstrata.store.TaskProgress;
import org.mcpstrata.stratify.CellAggregation;
import org.mcpstrata.stratify.EntityType;
import org.mcpstrata.stratify.MemberResult;
import org.mcpstrata.stratify.MemberStratum;

/**
 * The whole line, from the payers' landing folder to a published result. Read {@link #run()} from top to bottom; each
 * step is one stage of the architecture.
 */
public final class QualityRun {
    /** Tables that speak of no person. Of survey responses some do not either; see {@link Surveys}. */
    static final Set<Table> OF_NOBODY = EnumSet.of(Table.PROVIDER);

    /** Tables that say what practices there are and what they are like. */
    static final Set<Table> NAMING_PRACTICES = EnumSet.of(Table.ATTRIBUTION, Table.SURVEY, Table.PROVIDER);

    /** Tables that say who a member is; of the others linking needs every member they speak of, once. */
    private static final Set<Table> IDENTITY = EnumSet.of(Table.PATIENT, Table.ELIGIBILITY, Table.MBI_CROSSWALK);

    private final RunOptions options;
    private final Definitions definitions;
    private final JavaSparkContext spark;
    private final Publication publication;
    private final StageClock clock;
    private final Progress progress;

    private QualityRun(
            RunOptions options, Definitions definitions, JavaSparkContext spark, Clock clock, Progress progress) {
        this.options = requireNonNull(options, "options");
        this.definitions = requireNonNull(definitions, "definitions");
        this.spark = requireNonNull(spark, "spark");
        this.publication = Publication.at(new Path(options.out()), spark.hadoopConfiguration());
        this.clock = new StageClock(clock, progress);
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Runs everything in the given session.
     *
     * @param clock names the attempt and times the stages; results do not depend on it
     * @throws ProblemException when nothing was published, with every reason
     */
    public static RunOutcome execute(RunOptions options, JavaSparkContext spark, Clock clock, Progress progress) {
        return execute(options, Definitions.load(options), spark, clock, progress);
    }

    static RunOutcome execute(
            RunOptions options, Definitions definitions, JavaSparkContext spark, Clock clock, Progress progress) {
        SparkSettings.check(spark.getConf());
        return new QualityRun(options, definitions, spark, clock, progress).run();
    }

    private RunOutcome run() {
        RunReport.requireWritable(options.out(), spark.hadoopConfiguration());
        publication.cleanLeftovers();
        String attempt = "a" + clock.started().toEpochMilli() + "-"
                + ProcessHandle.current().pid();
        IngestResult ingested = clock.time("ingest", () -> ingest(attempt));
        SortedMap<String, String> inputs = RunInputs.of(options, definitions, ingested);
        RunId runId = RunId.of(inputs);
        Optional<Outcome> published = publication.alreadyPublished(runId, attempt);
        if (published.isPresent()) {
            return new RunReport(options, ingested, clock).already(published.get(), publication.folder(runId), spark);
        }

        List<TableFile> files = ingested.files().stream()
                .filter(file -> !OF_NOBODY.contains(file.table()) && file.table() != Table.SURVEY)
                .toList();
        Surveys surveys = surveys(ingested);
        JavaRDD<CanonicalRow> rows = TableScan.rows(spark, files).union(surveys.ofMembers());
        long rowCount = files.stream().mapToLong(TableFile::rows).sum();
        LinkResult linked;
        PersonPolicy policy;
        try (Beside<PersonPolicy> practices = Beside.start("read practices", () -> policy(ingested))) {
            linked = clock.time("link", () -> link(files, surveys, ingested));
            policy = clock.time("practices", practices::result);
        }
        PersonIndex persons = clock.time("index persons", () -> PersonIndex.of(linked.personOf()));
        MemberSets members = MemberSets.of(linked.personOf());
        LinkReport report = linked.report();
        PeopleStore store = new PeopleStore(spark, options.out(), PeopleFacts.of(inputs, policy.practices(), ingested));
        EarlierPeople earlier = clock.time(
                "find untouched people",
                () -> options.full() ? EarlierPeople.NONE : store.untouched(files, persons, members));
        progress.reached("untouched people", earlier.untouched().size(), report.persons());

        try (Staging staging = publication.stage(runId, attempt);
                PeopleWork work = new PeopleWork(publication.work(attempt + "-people"))) {
            List<MeasureInfo> measures = definitions.measureInfos();
            SparkTables tables = new SparkTables(spark);
            long verdicts = report.persons() * definitions.rateCount();
            Partitioner ranges = SparkTables.ranges(verdicts);
            PersonPass pass = new PersonPass(
                    spark,
                    persons,
                    definitions.measures(),
                    definitions.measures().yearBefore(),
                    ingested.drops(),
                    policy,
                    new CancellationRules(definitions.rules().latestWins()),
                    RunOut.of(options.asOf()));
            CellAggregation cells = new CellAggregation(definitions.stratifiers(), options.period(), measures);
            CellAggregation cellsBefore = new CellAggregation(
                    definitions.stratifiers(), options.period().before(), measures);
            MemberResult memberResult = new MemberResult(runId.value(), options.period(), measures);
            MemberStratum memberStratum =
                    new MemberStratum(runId.value(), options.period(), measures, definitions.stratifiers());
            CountedTables<PassCounts> evaluated = clock.time("evaluate", () -> {
                long people = report.persons();
                try (TaskProgress gathered = TaskProgress.of(spark, progress, "evaluate: rows", rowCount);
                        TaskProgress judged = TaskProgress.of(spark, progress, "evaluate: people", people)) {
                    return tables.write(
                            staging,
                            List.of(
                                    new PersonTable<>(
                                            "restricted/member_result",
                                            MemberResult.SCHEMA,
                                            person -> memberResult.rows(
                                                    person.result().verdicts())),
                                    new PersonTable<>(
                                            "restricted/member_stratum",
                                            MemberStratum.SCHEMA,
                                            person -> memberStratum.rows(
                                                    person.result().verdicts().person()))),
                            judged.counting(pass.evaluate(gathered.counting(rows), ranges, earlier)),
                            PassCounts.counting(cells, cellsBefore, work.folder(), members, spark),
                            verdicts);
                }
            });

            try (Beside<Reread<MemberTrail>> readBack = MemberTrail.readBack(tables, staging, measures, evaluated);
                    Beside<SortedMap<String, Share>> providers =
                            Beside.start("find providers", () -> KnownProviders.count(spark, ingested.files()))) {
                PassSums sums = evaluated.sides().map(PassCounts::sums).reduce(PassSums::plus);
                AnonymousCounts nobody = clock.time(
                        "count anonymous", () -> AnonymousCounts.of(pass.anonymous(surveys.anonymous()), cells));
                YearCells years = clock.time(
                        "roll up",
                        () -> YearCells.of(
                                evaluated,
                                spark.parallelize(List.of(nobody.cells()), 1),
                                cells,
                                cellsBefore,
                                definitions));

                ResultTables results = new ResultTables(
                        definitions,
                        options.period(),
                        runId,
                        ingested,
                        findings(ingested, sums.quality(), providers.result()),
                        staging,
                        spark,
                        tables,
                        options.asOf().isPresent(),
                        progress);
                clock.time("stratify", () -> results.write(years));
                LinkageTables linkage = clock.time(
                        "report linkage",
                        () -> LinkageTables.write(
                                staging, runId, options.period(), ingested, report, sums, nobody.responses()));
                Outcome outcome = clock.time(
                        "verify and publish",
                        () -> publication.commit(results.verify(
                                inputs, sums, evaluated.tables().get(0), readBack, report, linkage, surveys, nobody)));
                List<Problem> notKept = store.keep(sums.stored(), work.folder(), runId.value() + '-' + attempt);
                return new RunReport(
                                options, ingested, clock, earlier.untouched().size(), notKept)
                        .published(outcome, publication.folder(runId), results, report, linkage, publication);
            }
        }
    }

    private LinkResult link(List<TableFile> files, Surveys surveys, IngestResult ingested) {
        Map<Boolean, List<TableFile>> sayWho =
                files.stream().collect(Collectors.partitioningBy(file -> IDENTITY.contains(file.table())));
        long identityRows = sayWho.get(true).stream().mapToLong(TableFile::rows).sum();
        try (TaskProgress telling = TaskProgress.of(spark, progress, "link: rows", identityRows)) {
            return Linker.link(
                    telling.counting(TableScan.rows(spark, sayWho.get(true)))
                            .union(TableScan.oncePerMember(spark, sayWho.get(false)))
                            .union(surveys.ofMembers()),
                    ingested.drops(),
                    definitions.linkageKey());
        }
    }

    private QualityFindings findings(IngestResult ingested, QualityCounts counts, SortedMap<String, Share> providers) {
        return new QualityFindings(
                definitions,
                ingested,
                new PayerAnswers(options.period(), options.asOf().orElse(LocalDate.MAX), ingested, counts, providers));
    }

    private IngestResult ingest(String attempt) {
        IngestResult ingested;
        try (Workplace work = publication.work(attempt)) {
            ingested = Ingest.run(
                    spark,
                    new Path(options.landing()),
                    new Path(options.out()),
                    work.folder(),
                    IngestOptions.ofPayers(options.payers())
                            .with(definitions.rules())
                            .incremental(reader(), options.full()),
                    progress);
            ingested = ingested.withProblems(LedgerKeeper.read(publication).neverSeen(ingested));
            ingested = ingested.withProblems(
                    new LedgerKeeper(publication, clock.started()).record(ingested, options.payers(), work));
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("drops"), e);
        }
        if (ingested.drops().ordered().isEmpty()) {
            throw new ProblemException(RunReport.orNothingToRead(ingested));
        }
        return ingested;
    }

    /** All that decides what is found in a drop's bytes. */
    private String reader() {
        return Digests.text(
                CodeVersion.content() + '\n' + Digests.file(options.measures().resolve(RuleBook.FILE)));
    }

    private Surveys surveys(IngestResult ingested) {
        List<TableFile> files = ingested.files().stream()
                .filter(file -> file.table() == Table.SURVEY)
                .toList();
        long delivered = files.stream().mapToLong(TableFile::rows).sum();
        return new Surveys(TableScan.rows(spark, files), delivered, ingested.drops());
    }

    private WantedFacts wanted() {
        Program.Wanted wanted = definitions.program().wanted();
        return new WantedFacts(
                wanted.estimates(),
                wanted.entities().contains(EntityType.COUNTY.name()),
                definitions.stratifiers().areByScreenings() ? lastDay() : null);
    }

    /** Of the period, or the cut-off if that is earlier. */
    private LocalDate lastDay() {
        LocalDate end = options.period().end();
        return options.asOf().filter(end::isAfter).orElse(end);
    }

    private PersonPolicy policy(IngestResult ingested) {
        PersonPolicy choices = PersonPolicy.standard()
                .withPayerOrder(definitions.program().payerOrder())
                .withGeography(definitions.geography())
                .withCandidates(definitions.candidates())
                .withWanted(wanted());
        List<TableFile> naming = ingested.files().stream()
                .filter(file -> NAMING_PRACTICES.contains(file.table()))
                .toList();
        return choices.withPractices(
                new PracticeDirectory(ingested.drops(), choices).of(TableScan.rows(spark, naming)));
    }
}
