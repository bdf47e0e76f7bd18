package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** The commit records below {@code generations/}, oldest first. */
public final class Generations {
    private final List<Generation> all;

    private Generations(List<Generation> all) {
        this.all = List.copyOf(all);
    }

    static Generations read(Path folder, CommitFiles files) throws IOException {
        requireNonNull(files, "files");
        List<Generation> all = new ArrayList<>();
        for (String name : files.names(folder)) {
            if (!name.endsWith(".json")) {
                continue;
            }
            int expected = all.size() + 1;
            Generation generation = Json.read(files.open(new Path(folder, name)), Generation.class);
            if (!name.equals(Generation.fileName(expected)) || generation.generation() != expected) {
                throw new ProblemException(
                        ProblemCode.LAW_BROKEN,
                        Place.of("generations").inFile(name),
                        "A generation is its parent plus one, without gaps.");
            }
            all.add(generation);
        }
        return new Generations(all);
    }

    public List<Generation> all() {
        return all;
    }

    /** What readers see now; empty before the first publication. */
    public Optional<Generation> newest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Number of the newest generation; 0 before the first. */
    int newestNumber() {
        return all.size();
    }

    /** The generation that would name a run next. */
    Generation next(RunId runId, String runDigest, String reason) {
        return new Generation(newestNumber() + 1, runId.value(), runDigest, reason);
    }

    /** The newest generation, where it names the run: readers see it. */
    Optional<Generation> seen(RunId runId) {
        return newest().filter(generation -> generation.runId().equals(runId.value()));
    }

    /** The newest generation that names a run. */
    public Optional<Generation> naming(RunId runId) {
        return all.stream()
                .filter(generation -> generation.runId().equals(runId.value()))
                .reduce((older, newer) -> newer);
    }

    /**
     * Whether somebody went back from this run to an older one, by a rollback, and nothing named it since. Who takes such a
     * step back again does not undo the older run.
     *
     * @param newestOfRun the newest generation that names the run
     */
    boolean isUndone(Generation newestOfRun) {
        return all.stream()
                .filter(generation -> generation.generation() == newestOfRun.generation() + 1)
                .anyMatch(next -> !next.reason().isEmpty() && first(next) < first(newestOfRun));
    }

    /** Number of the generation that named the same run first. */
    private int first(Generation generation) {
        return all.stream()
                .filter(each -> each.runId().equals(generation.runId()))
                .findFirst()
                .orElseThrow()
                .generation();
    }
}
