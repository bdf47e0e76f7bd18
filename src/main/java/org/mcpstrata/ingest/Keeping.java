package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Notes what this run found in the drops that were read, so that the next one need not read them again. */
final class Keeping {
    private final SparkWork jobs;
    private final KeptDrops kept;
    private final Reading reading;
    private final String reader;
    private final List<DropInspection> inspections;
    private final SortedMap<Integer, List<PlacedSplit>> byDrop = new TreeMap<>();
    private final Map<String, String> digestOf = new HashMap<>();

    /** @param inspections one for each drop of the reading, in the same order */
    Keeping(SparkWork jobs, KeptDrops kept, Reading reading, String reader, List<DropInspection> inspections) {
        this.jobs = requireNonNull(jobs, "jobs");
        this.kept = requireNonNull(kept, "kept");
        this.reading = requireNonNull(reading, "reading");
        this.reader = requireNonNull(reader, "reader");
        this.inspections = requireNonNull(inspections, "inspections");
    }

    /** Whether anything is kept at all. */
    boolean isWanted() {
        return !reader.isEmpty();
    }

    /** Takes note of a drop's splits, all of them, where their files stay. */
    void placed(DropWork work, List<PlacedSplit> splits) {
        boolean counted = work.wasCounted();
        if (counted && isWanted() && isNews(work, splits)) {
            byDrop.put(work.drop().rank(), splits);
        } else if (counted && isWanted()) {
            splits.forEach(placed -> reading.kept(placed.split())
                    .orElseThrow()
                    .files()
                    .forEach(file -> digestOf.put(kept.path(file).toString(), file.sha256())));
        }
    }

    /** Whether what is kept of the drop says anything else. */
    private boolean isNews(DropWork work, List<PlacedSplit> splits) {
        return work.kept().isEmpty()
                || splits.stream()
                        .anyMatch(placed -> !reading.isTakenOver(placed.split())
                                || placed.counts()
                                        != (reading.kept(placed.split())
                                                        .orElseThrow()
                                                        .rows()
                                                != null));
    }

    /** Writes the notes; digests are those of the files as they lie there now. */
    void write() throws IOException {
        List<String> paths = byDrop.values().stream()
                .flatMap(List::stream)
                .flatMap(placed -> placed.paths().stream())
                .toList();
        List<String> digests = jobs.digests(paths);
        for (int i = 0; i < paths.size(); i++) {
            digestOf.put(paths.get(i), digests.get(i));
        }
        for (Map.Entry<Integer, List<PlacedSplit>> drop : byDrop.entrySet()) {
            DropWork work = reading.works().get(drop.getKey());
            List<KeptSplit> splits = new ArrayList<>();
            drop.getValue().forEach(placed -> splits.add(split(work, placed)));
            kept.keep(
                    work.manifest(),
                    new KeptDrop(
                            reader,
                            work.digest(),
                            inspections.get(drop.getKey()).stamps(),
                            Earlier.of(inspections, drop.getKey()),
                            work.surveys().stream().map(KeptDrop.KeptSurvey::of).toList(),
                            splits));
        }
    }

    /** SHA-256 of the files of drops that count, by path. */
    Map<String, String> digests() {
        return digestOf;
    }

    private KeptSplit split(DropWork work, PlacedSplit placed) {
        Split split = placed.split();
        SplitReport report = work.reports().get(split.number());
        return new KeptSplit(
                report.counts(),
                report.firstRejects(),
                report.amounts(),
                report.quality(),
                reading.rejectedLater(split),
                file(placed.keys()),
                placed.rejects().isEmpty() ? null : file(placed.rejects()),
                placed.counts() ? rows(work, placed) : null);
    }

    private KeptRows rows(DropWork work, PlacedSplit placed) {
        return new KeptRows(
                reading.succession(placed.split()),
                work.superseded().getOrDefault(placed.split().number(), 0L),
                placed.rows().stream()
                        .map(file -> new KeptRows.OfTable(file.table(), file.bytes(), file.rows(), file(file.path())))
                        .toList());
    }

    private KeptFile file(String path) {
        return new KeptFile(kept.name(path), digestOf.get(path));
    }
}
