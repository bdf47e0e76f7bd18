package org.mcpstrata.verify;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether a release publishes each stratifier at one step, and no person in two strata of it. */
final class StepChecks {
    private final Release release;
    private final Views views;
    private final Conclusions conclusions;

    StepChecks(Release release, Views views, Conclusions conclusions) {
        this.release = release;
        this.views = views;
        this.conclusions = conclusions;
    }

    void check() {
        Map<String, Integer> steps = new HashMap<>();
        SortedMap<String, SortedSet<String>> strata = new TreeMap<>();
        for (ReadRow row : release.rows(Release.RESULT)) {
            Cell cell = Release.cell(row);
            String kind = cell.scope().equals(Cell.EVERYBODY) ? "everybody" : "lines of business";
            Integer step =
                    steps.putIfAbsent(String.join(", ", cell.entityType(), kind, cell.stratifier()), Release.step(row));
            if (step != null && step != Release.step(row)) {
                find(row, "the stratifier is published at two steps");
            }
            if (Release.step(row) == 0
                    && views.finest(cell.stratifier(), cell.stratum()).size() > 1) {
                find(row, "step 0 merges nothing");
            }
            strata.computeIfAbsent(
                            String.join("|", cell.entityType(), cell.scope(), cell.stratifier()),
                            key -> new TreeSet<>())
                    .add(cell.stratum());
        }
        strata.forEach(this::apart);
    }

    private void apart(String table, SortedSet<String> strata) {
        String stratifier = table.substring(table.lastIndexOf('|') + 1);
        Set<String> held = new HashSet<>();
        for (String stratum : strata) {
            Set<String> finest = views.finest(stratifier, stratum);
            if (!Collections.disjoint(held, finest)) {
                conclusions.find(
                        Breach.NOT_DESCRIBED,
                        String.join(", ", release.name(), table.replace("|", ", "), stratum),
                        "another stratum published beside it holds the same people");
            }
            held.addAll(finest);
        }
    }

    private void find(ReadRow row, String what) {
        conclusions.find(Breach.NOT_DESCRIBED, release.name() + ", " + Release.place(row) + ", coarsening_level", what);
    }
}
