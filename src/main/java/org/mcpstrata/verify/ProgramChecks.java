package org.mcpstrata.verify;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether releases of several programs of one period can be held against one another. Their people are the same, so counts of
 * the same measure are the same counts; of a measure that only one program has nothing says what it shares with the other's.
 */
final class ProgramChecks {
    private final List<Release> releases;
    private final Conclusions conclusions;

    /** @param releases all of them, earlier ones too */
    ProgramChecks(List<Release> releases, Conclusions conclusions) {
        this.releases = List.copyOf(releases);
        this.conclusions = conclusions;
    }

    void check() {
        SortedMap<String, SortedMap<String, SortedSet<String>>> measures = new TreeMap<>();
        for (Release release : releases) {
            for (ReadRow row : release.rows(Release.RESULT)) {
                measures.computeIfAbsent(
                                row.text("period_start") + " to " + row.text("period_end"), key -> new TreeMap<>())
                        .computeIfAbsent(row.text("program_id"), key -> new TreeSet<>())
                        .add(row.text("measure_id") + " " + row.text("measure_version"));
            }
        }
        measures.forEach(this::check);
    }

    /** Where one program has all measures of the others, its own description says how all of them belong together. */
    private void check(String period, SortedMap<String, SortedSet<String>> ofPrograms) {
        SortedSet<String> all = new TreeSet<>();
        ofPrograms.values().forEach(all::addAll);
        if (ofPrograms.values().stream().noneMatch(all::equals)) {
            ofPrograms.forEach((program, own) -> {
                SortedSet<String> lacking = new TreeSet<>(all);
                lacking.removeAll(own);
                conclusions.find(
                        Breach.PROGRAMS_DIFFER, period + ", " + program, "without " + String.join(", ", lacking));
            });
        }
    }
}
