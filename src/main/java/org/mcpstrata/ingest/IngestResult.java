package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.store.TableFile;

/**
 * What the landing folder became.
 *
 * @param drops the drops that count, oldest first
 * @param files the accepted rows that count, with the rows in each file's footer
 * @param outcomes every drop found, in order of payer and drop id
 * @param problems about the landing folder itself
 * @param withdrawn {@code payer/drop} of every drop that an accepted drop withdraws, whether it is there or not
 * @param laws conservation laws with both sides
 * @param read how many of the drops were read, in whole or in part, because their bytes were new or other rows of them
 *     count now
 * @param takenOver how many of the drops were not read, because an earlier run had read the same bytes
 * @param olderDescriptions of each drop that counts and whose resources were read with members or medications of older drops: those
 *     drops with the digests of their manifests, by {@code payer/drop}
 * @param digests SHA-256 of each of the files, by path; empty where nothing is kept for later runs
 */
public record IngestResult(
        Drops drops,
        List<TableFile> files,
        List<DropOutcome> outcomes,
        List<Problem> problems,
        SortedSet<String> withdrawn,
        List<Law> laws,
        int read,
        int takenOver,
        SortedMap<String, SortedMap<String, String>> olderDescriptions,
        Map<String, String> digests) {
    public IngestResult {
        requireNonNull(drops, "drops");
        files = List.copyOf(files);
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
        withdrawn = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawn));
        laws = List.copyOf(laws);
        olderDescriptions = Collections.unmodifiableSortedMap(new TreeMap<>(olderDescriptions));
        digests = Map.copyOf(digests);
    }

    /** The same with more to say about the landing folder. */
    public IngestResult withProblems(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new IngestResult(
                drops, files, outcomes, all, withdrawn, laws, read, takenOver, olderDescriptions, digests);
    }

    /** Refused drops that somebody must do something about; one that a newer drop withdraws is settled. */
    public List<DropOutcome> needingAttention() {
        return outcomes.stream()
                .filter(DropOutcome::needsAttention)
                .filter(drop -> !withdrawn.contains(drop.payer() + '/' + drop.drop()))
                .toList();
    }
}
