package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.publish.Outcome;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.RunId;

/**
 * Undoes a publication: readers see an earlier run again. Nothing is taken away; a newer generation names the earlier run
 * and says why, and a log beside that run says who did it and when.
 *
 * @param out folder with the results
 * @param to a run that a generation names
 * @param reason why, on one line
 */
public record Rollback(String out, RunId to, String reason) {
    private static final int LONGEST_REASON = 200;

    public Rollback {
        requireNonNull(out, "out");
        requireNonNull(to, "to");
        requireNonNull(reason, "reason");
    }

    /**
     * Names the earlier run.
     *
     * @param clock names the attempt and dates the log
     * @throws ProblemException where the run is not there, not intact or the one that readers see; or another run was
     *     published meanwhile
     */
    public Outcome execute(Clock clock, Configuration conf) {
        if (reason.isBlank()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of("--reason"),
                    "A reason is one line of 1 to " + LONGEST_REASON + " characters.");
        }
        Publication publication = Publication.at(new Path(out), conf);
        String attempt = "a" + clock.millis() + "-" + ProcessHandle.current().pid();
        Optional<String> before = publication.generations().newest().map(generation -> generation.runId());
        Outcome outcome = publication.rollback(to, reason, attempt);
        SortedMap<String, Object> log = new TreeMap<>();
        log.put("at", clock.instant().toString());
        log.put("generation", outcome.generation().generation());
        log.put("reason", reason);
        log.put("runBefore", before.orElse(""));
        log.put("user", System.getProperty("user.name", ""));
        log.put("host", RunReport.host());
        List<Problem> warnings = new ArrayList<>(outcome.warnings());
        warnings.addAll(publication.writeRollbackLog(outcome.generation(), log));
        return new Outcome(outcome.kind(), outcome.generation(), warnings);
    }
}
