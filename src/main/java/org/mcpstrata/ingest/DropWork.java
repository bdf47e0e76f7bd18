package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.problem.Problem;

/** A sound drop while its files are read: what is known of it so far. Lives on the driver only. */
final class DropWork {
    private final PlannedDrop drop;
    private final String digest;
    private final List<Problem> problems = new ArrayList<>();
    private final List<FileSurvey> surveys = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private final SortedMap<Integer, SplitReport> reports = new TreeMap<>();
    private final SortedMap<Integer, Long> superseded = new TreeMap<>();
    private DropState state = DropState.ACCEPTED;
    private Optional<KeptDrop> kept = Optional.empty();

    DropWork(PlannedDrop drop, String digest) {
        this.drop = requireNonNull(drop, "drop");
        this.digest = requireNonNull(digest, "digest");
    }

    /** Takes what an earlier run found in the place of a reading. */
    void takeOver(KeptDrop earlier) {
        kept = Optional.of(earlier);
        earlier.surveys().forEach(survey -> surveys.add(survey.survey()));
    }

    /** What an earlier run found; empty for a drop that is read. */
    Optional<KeptDrop> kept() {
        return kept;
    }

    PlannedDrop drop() {
        return drop;
    }

    Manifest manifest() {
        return drop.manifest();
    }

    String digest() {
        return digest;
    }

    DropState state() {
        return state;
    }

    boolean isAccepted() {
        return state == DropState.ACCEPTED;
    }

    /** Whether it counts, or counted until newer drops took its place. */
    boolean wasCounted() {
        return state == DropState.ACCEPTED || state == DropState.SUPERSEDED;
    }

    /** Leaves the accepted state, for good; the first reason stays the state. */
    void leave(DropState newState, List<Problem> reasons) {
        problems.addAll(reasons);
        if (state == DropState.ACCEPTED) {
            state = requireNonNull(newState, "newState");
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** Surveys in manifest order. */
    List<FileSurvey> surveys() {
        return surveys;
    }

    /**
     * What it speaks for, as {@link FileFormat#kind} says it, once all its files are surveyed: what they hold, of an archive
     * what its members are, and what its control file counts, which need not be sent where there are no records.
     */
    Set<String> kinds() {
        if (kinds.isEmpty()) {
            noteKinds();
        }
        return kinds;
    }

    private void noteKinds() {
        for (int i = 0; i < surveys.size(); i++) {
            FileFormat format = manifest().files().get(i).format();
            for (Section section : surveys.get(i).sections()) {
                kinds.add(format.kind(section.type()));
                section.controlRecords().forEach(record -> kinds.add(format.kind(record.fileType())));
            }
        }
    }

    /** Reports by split number. */
    SortedMap<Integer, SplitReport> reports() {
        return reports;
    }

    /** Accepted records, by split, whose place newer drops took. */
    SortedMap<Integer, Long> superseded() {
        return superseded;
    }

    /** Counts and amounts of the splits of one section or file. */
    static Counts counts(List<SplitReport> reports) {
        return reports.stream().map(SplitReport::counts).reduce(Counts.NONE, Counts::plus);
    }

    static AmountEvidence amounts(List<SplitReport> reports) {
        return reports.stream().map(SplitReport::amounts).reduce(AmountEvidence.NONE, AmountEvidence::merge);
    }
}
