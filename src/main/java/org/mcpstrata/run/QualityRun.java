package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.ingest.Ingest;
import org.mcpstrata.ingest.IngestOptions;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.link.LinkResult;
import org.mcpstrata.link.Linker;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.PracticeDirectory;
import org.mcpstrata.model.Progress;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.publish.CountedTables;
import org.mcpstrata.publish.Outcome;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.Reread;
import org.mcpstrata.publish.SoleRun;
import org.mcpstrata.publish.SparkTables;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.publish.Workplace;
import org.mcpstrata.quality.QualityCounts;
import org.mcpstrata.quality.Share;
import org.mcpstrata.store.TaskProgress;

/**
 * The whole line, from the payers' landing folder to a published result. Read {@link #run()} from top to bottom; each
 * step is one stage of the architecture.
 */
public final class QualityRun {
    private final RunOptions options;
    private final Definitions definitions;
    private final JavaSparkContext spark;
    private final Publication publication;
    private final StageClock clock;
    private final String attempt;
    private final SparkTables tables;
    private final Progress progress;

    private QualityRun(
            RunOptions options, Definitions definitions, JavaSparkContext spark, Clock clock, Progress progress) {
        this.options = requireNonNull(options, "options");
        this.definitions = requireNonNull(definitions, "definitions");
        this.spark = requireNonNull(spark, "spark");
        this.publication = Publication.at(new Path(options.out()), spark.hadoopConfiguration());
        this.clock = new StageClock(clock, progress);
        this.attempt = "a" + this.clock.started().toEpochMilli() + "-"
                + ProcessHandle.current().pid();
        this.progress = requireNonNull(progress, "progress");
        this.tables = new SparkTables(spark);
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
        return new QualityRun(options, definitions, spark, clock, progress).alone();
    }

    private RunOutcome alone() {
        RunReport.requireWritable(options.out(), spark.hadoopConfiguration());
        try (SoleRun alone = publication.alone()) {
            publication.cleanLeftovers();
            PeopleStore.cleanLeftovers(options.out(), spark.hadoopConfiguration());
            return run();
        }
    }

    private RunOutcome run() {
        RunBasis basis = RunBasis.of(options, definitions, clock.time("ingest", this::ingest));
        Optional<Outcome> published = publication.alreadyPublished(basis.runId(), attempt);
        if (published.isPresent()) {
            return new RunReport(definitions.program(), basis.ingested(), clock)
                    .already(
                            published.get(),
                            publication.folder(basis.runId()),
                            publication.isThere(published.get().generation()),
                            spark);
        }
        AcceptedTables accepted = new AcceptedTables(spark, basis.ingested());
        LinkedPeople linked = linked(accepted, basis.ingested());
        PeopleStore store = new PeopleStore(
                spark,
                options.out(),
                PeopleFacts.of(basis.inputs(), linked.policy().practices(), basis.ingested()));
        EarlierPeople earlier = untouched(store, accepted, linked);
        try (Staging staging = publication.stage(basis.runId(), attempt);
                PeopleWork work = new PeopleWork(publication.work(attempt + "-people"))) {
            PeopleEvaluation people = new PeopleEvaluation(spark, basis, accepted, linked);
            CountedTables<PassCounts> evaluated =
                    clock.time("evaluate", () -> people.write(earlier, tables, staging, work, progress));
            Made made = made(basis, people, evaluated, staging);
            List<Problem> notKept = store.keep(
                    made.sides().sums().stored(), work.folder(), basis.runId().value() + '-' + attempt);
            return new RunReport(
                            definitions.program(),
                            basis.ingested(),
                            clock,
                            earlier.untouched().size(),
                            notKept)
                    .published(
                            made.outcome(),
                            publication.folder(basis.runId()),
                            made.results(),
                            made.sides(),
                            publication);
        }
    }

    private IngestResult ingest() {
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
        return Digests.text(CodeVersion.content()
                + '\n'
                + definitions.digests().ruleBook()
                + '\n'
                + definitions.rules().reading());
    }

    private LinkedPeople linked(AcceptedTables accepted, IngestResult ingested) {
        try (Beside<PersonPolicy> policy = Beside.start("read practices", () -> policy(accepted, ingested))) {
            LinkResult linked = clock.time("link", () -> link(accepted, ingested));
            PersonPolicy withPractices = clock.time("practices", policy::result);
            PersonIndex persons = clock.time("index persons", () -> PersonIndex.of(linked.personOf()));
            return new LinkedPeople(
                    linked.report(),
                    persons,
                    MemberSets.of(linked.personOf()),
                    PersonSet.ofIds(linked.undescribed()),
                    withPractices);
        }
    }

    private LinkResult link(AcceptedTables accepted, IngestResult ingested) {
        try (TaskProgress telling = TaskProgress.of(spark, progress, "link: rows", accepted.rowsOfIdentity())) {
            return Linker.link(
                    telling.counting(accepted.ofIdentity()).union(accepted.oncePerMember()),
                    ingested.drops(),
                    definitions.linkageKey());
        }
    }

    private PersonPolicy policy(AcceptedTables accepted, IngestResult ingested) {
        PersonPolicy choices = definitions.personPolicy(options);
        return choices.withPractices(new PracticeDirectory(ingested.drops(), choices).of(accepted.namingPractices()));
    }

    private EarlierPeople untouched(PeopleStore store, AcceptedTables accepted, LinkedPeople linked) {
        EarlierPeople earlier = clock.time(
                "find untouched people",
                () -> options.full()
                        ? EarlierPeople.NONE
                        : store.untouched(accepted.ofMembers(), linked.persons(), linked.members()));
        progress.reached(
                "untouched people", earlier.untouched().size(), linked.report().persons());
        return earlier;
    }

    /** What a run made of its people. */
    private record Made(Outcome outcome, ResultTables results, RunSides sides) {}

    /** From people in their tables to a published run: cells, results, laws, commit. */
    private Made made(RunBasis basis, PeopleEvaluation people, CountedTables<PassCounts> evaluated, Staging staging) {
        LinkReport linked = people.linked().report();
        try (Beside<Reread<MemberTrail>> readBack =
                        MemberTrail.readBack(tables, staging, definitions.measureInfos(), evaluated);
                Beside<SortedMap<String, Share>> providers = Beside.start(
                        "find providers",
                        () -> KnownProviders.count(spark, basis.ingested().files()))) {
            PassSums sums = evaluated.sides().map(PassCounts::sums).reduce(PassSums::plus);
            AnonymousCounts nobody = clock.time("count anonymous", people::anonymous);
            YearCells years = clock.time("roll up", () -> people.rolledUp(evaluated, nobody));
            QualityFindings findings = findings(basis.ingested(), sums.quality(), providers.result());
            ResultTables results = new ResultTables(basis, findings, staging, spark, tables, progress);
            clock.time("stratify", () -> results.write(years));
            LinkageTables linkage = clock.time(
                    "report linkage", () -> LinkageTables.write(staging, basis, linked, sums, nobody.responses()));
            RunSides sides =
                    new RunSides(sums, evaluated.tables().get(0).rows(), linked, linkage, people.surveys(), nobody);
            Outcome outcome =
                    clock.time("verify and publish", () -> publication.commit(results.verify(sides, readBack)));
            return new Made(outcome, results, sides);
        }
    }

    private QualityFindings findings(IngestResult ingested, QualityCounts counts, SortedMap<String, Share> providers) {
        return new QualityFindings(
                definitions,
                ingested,
                new PayerAnswers(options.period(), options.asOf().orElse(LocalDate.MAX), ingested, counts, providers));
    }
}
