package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.ingest.FileOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.measure.Program;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.publish.Outcome;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.RunId;

/** Puts together what the caller of a run is told, and the run log. */
final class RunReport {
    private final Program rules;
    private final IngestResult ingested;
    private final StageClock clock;
    private final long untouched;
    private final List<Problem> warnings;

    RunReport(Program rules, IngestResult ingested, StageClock clock) {
        this(rules, ingested, clock, 0, List.of());
    }

    /**
     * @param untouched people that were taken over from an earlier run
     * @param warnings what went wrong beside the result
     */
    RunReport(Program rules, IngestResult ingested, StageClock clock, long untouched, List<Problem> warnings) {
        this.untouched = untouched;
        this.warnings = List.copyOf(warnings);
        this.rules = requireNonNull(rules, "rules");
        this.ingested = requireNonNull(ingested, "ingested");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Refuses an output folder that cannot be made, before hours of reading. */
    static void requireWritable(String out, Configuration conf) {
        Path folder = new Path(out);
        try {
            if (folder.getFileSystem(conf).mkdirs(folder)) {
                return;
            }
        } catch (IOException e) {
            // The same remedy whatever the file system says, and its text may name more than the folder.
        }
        throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--out"), "The folder cannot be made.");
    }

    /** Why nothing could be read: what was wrong with each drop, or that there was none. */
    static List<Problem> orNothingToRead(IngestResult ingested) {
        List<Problem> problems = refused(ingested);
        problems.add(new Problem(
                ingested.outcomes().isEmpty() ? ProblemCode.NOTHING_TO_READ : ProblemCode.NOTHING_ACCEPTED,
                Place.of("--landing"),
                ""));
        return problems;
    }

    /** @param isThere whether the run can be read; one that somebody undid and removed has nothing to show */
    RunOutcome already(Outcome outcome, Path folder, boolean isThere, JavaSparkContext spark) {
        Configuration conf = spark.hadoopConfiguration();
        return outcome(
                outcome,
                true,
                folder,
                isThere ? ProgramRows.of(folder, conf) : List.of(),
                isThere ? ProgramRows.comparisons(folder, conf) : List.of(),
                isThere ? ProgramRows.practices(folder, conf) : List.of(),
                new TreeMap<>());
    }

    RunOutcome published(Outcome outcome, Path folder, ResultTables results, RunSides sides, Publication publication) {
        LinkReport linked = sides.linked();
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("members", linked.members());
        counts.put("persons", linked.persons());
        counts.put("persons evaluated", linked.persons() - untouched);
        counts.put("persons taken over", untouched);
        counts.put("payers of members", linked.payers());
        counts.put("persons of known race or ethnicity", sides.linkage().raceKnown());
        boolean already = outcome.kind() == Outcome.Kind.ALREADY_PUBLISHED;
        RunOutcome told = outcome(
                outcome, already, folder, results.program(), results.comparisons(), results.practices(), counts);
        List<Problem> problems = new ArrayList<>(told.problems());
        problems.addAll(warnings);
        problems.addAll(publication.writeRunLog(new RunId(told.runId()), log(told)));
        return told.withProblems(problems);
    }

    /** Clock times, host and user: the only place where they are written down. */
    private SortedMap<String, Object> log(RunOutcome told) {
        SortedMap<String, Object> log = new TreeMap<>();
        log.put("generation", told.generation());
        log.put("started", clock.started().toString());
        log.put("finished", clock.now().toString());
        log.put("user", System.getProperty("user.name", ""));
        log.put("codeVersion", CodeVersion.release() + " (build " + CodeVersion.digest() + ")");
        log.put("host", host());
        log.put("seconds", told.seconds());
        log.put("cpuSeconds", clock.cpuSeconds());
        log.put("counts", told.counts());
        return log;
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private RunOutcome outcome(
            Outcome outcome,
            boolean already,
            Path folder,
            List<TableRow> program,
            List<TableRow> comparisons,
            List<TableRow> practices,
            SortedMap<String, Long> counts) {
        counts.put("drops accepted", (long) ingested.drops().ordered().size());
        counts.put("drops found", (long) ingested.outcomes().size());
        counts.put("drops read", (long) ingested.read());
        counts.put("drops taken over", (long) ingested.takenOver());
        counts.put("lines delivered", lines(FileOutcome::delivered));
        counts.put("lines accepted", lines(FileOutcome::accepted));
        counts.put("lines rejected", lines(FileOutcome::rejectedRecords));
        List<Problem> problems = refused(ingested);
        problems.addAll(outcome.warnings());
        outsideStates(practices).ifPresent(problems::add);
        return new RunOutcome(
                outcome.generation().runId(),
                already,
                folder.toString(),
                outcome.generation().generation(),
                program,
                comparisons,
                counts,
                clock.seconds(),
                problems);
    }

    /** Of a practice of which nobody says where it is, nothing is said. */
    private Optional<Problem> outsideStates(List<TableRow> practices) {
        long outside = practices.stream()
                .map(practice -> practice.text("entity_state"))
                .filter(state -> !state.equals(Practice.UNKNOWN_STATE))
                .filter(state -> !rules.states().isEmpty() && !rules.states().contains(state))
                .count();
        return outside == 0
                ? Optional.empty()
                : Optional.of(new Problem(
                        ProblemCode.PRACTICES_OUTSIDE_STATES,
                        rules.places().get(Program.STATES),
                        "So many practices: " + outside + "."));
    }

    private long lines(java.util.function.ToLongFunction<FileOutcome> count) {
        return ingested.outcomes().stream()
                .flatMap(drop -> drop.files().stream())
                .mapToLong(count)
                .sum();
    }

    private static List<Problem> refused(IngestResult ingested) {
        List<Problem> problems = new ArrayList<>(ingested.problems());
        ingested.needingAttention().forEach(drop -> problems.addAll(drop.problems()));
        return problems;
    }
}
