package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts rows whose strata are published together into one row each; all else stays as it is. */
final class MergedRows {
    private final MergedStrata strata;
    private final Map<Level, Map<String, MergedStrata.Stratum>> published = new HashMap<>();

    MergedRows(MergedStrata strata) {
        this.strata = requireNonNull(strata, "strata");
    }

    private record Key(RateName rate, Position position) {}

    /** @param rows at step 0, in order of their key */
    List<CountedRow> of(List<CountedRow> rows) {
        Map<Key, List<CountedRow>> groups = new LinkedHashMap<>();
        Map<Key, Long> known = new HashMap<>();
        for (CountedRow row : rows) {
            Position at = row.position();
            Position held = new Position(at.table(), at.entityId(), holder(row));
            groups.computeIfAbsent(new Key(row.rate(), held), key -> new ArrayList<>())
                    .add(row);
            known.merge(ofEntity(row), row.isMissing() ? 0 : people(row), Long::sum);
        }
        List<CountedRow> merged = new ArrayList<>();
        groups.forEach((key, parts) -> {
            CountedRow first = parts.get(0);
            int step = strata.steps().of(level(first), first.components().keySet());
            if (key.position().equals(first.position())) {
                merged.add(first.at(step));
            } else {
                MergedStrata.Stratum stratum =
                        published(level(first)).get(first.position().stratumId());
                merged.add(new CountedRow(
                        new MergedFigures(parts, stratum, known.get(ofEntity(first))).row(),
                        key.position(),
                        key.rate(),
                        step));
            }
        });
        return merged;
    }

    private static Level level(CountedRow row) {
        return Level.of(row.position().table());
    }

    private static Key ofEntity(CountedRow row) {
        return new Key(
                row.rate(), new Position(row.position().table(), row.position().entityId(), ""));
    }

    private static long people(CountedRow row) {
        Long people = row.row().count(Count.PERFORMANCE_DENOMINATOR.column());
        return people == null ? 0 : people;
    }

    private String holder(CountedRow row) {
        String id = row.position().stratumId();
        if (strata.steps().of(level(row), row.components().keySet()) == 0) {
            return id;
        }
        return published(level(row)).get(id).id();
    }

    private Map<String, MergedStrata.Stratum> published(Level level) {
        return published.computeIfAbsent(level, strata::published);
    }
}
