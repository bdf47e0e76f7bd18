package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the drops that need not be read: an earlier run read the same bytes with the same reader, and every file it left
 * has the bytes that it wrote.
 */
final class TakingOver {
    private final SparkWork jobs;
    private final KeptDrops kept;
    private final String reader;

    TakingOver(SparkWork jobs, KeptDrops kept, String reader) {
        this.jobs = requireNonNull(jobs, "jobs");
        this.kept = requireNonNull(kept, "kept");
        this.reader = requireNonNull(reader, "reader");
    }

    /** @param inspections one for each drop, in the same order */
    void run(List<DropWork> works, List<DropInspection> inspections) throws IOException {
        SortedMap<Integer, KeptDrop> candidates = new TreeMap<>();
        for (int i = 0; i < works.size(); i++) {
            DropInspection now = inspections.get(i);
            int number = i;
            kept.of(now.folder())
                    .filter(earlier -> earlier.reader().equals(reader)
                            && earlier.manifest().equals(now.digest())
                            && earlier.landing().equals(now.stamps())
                            && earlier.resources().equals(Earlier.of(inspections, number)))
                    .ifPresent(earlier -> candidates.put(number, earlier));
        }
        List<KeptFile> files = candidates.values().stream()
                .flatMap(drop -> drop.files().stream())
                .toList();
        List<String> digests = jobs.digests(
                files.stream().map(file -> kept.path(file).toString()).toList());
        int from = 0;
        for (Map.Entry<Integer, KeptDrop> candidate : candidates.entrySet()) {
            List<String> expected = new ArrayList<>();
            candidate.getValue().files().forEach(file -> expected.add(file.sha256()));
            if (expected.equals(digests.subList(from, from + expected.size()))) {
                works.get(candidate.getKey()).takeOver(candidate.getValue());
            }
            from += expected.size();
        }
    }
}
