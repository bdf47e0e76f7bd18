package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;

/** What the strata of coarser steps are called and which strata of step 0 they hold, those of crossings included. */
final class MergedStrata {
    private static final String NOT_REPORTED = "NOT_REPORTED";

    private final Steps steps;
    private final SortedMap<String, SortedMap<String, Stratum>> finest = new TreeMap<>();

    /**
     * A stratum as {@code dim_stratum} describes it.
     *
     * @param merges the strata of step 0 that it holds; empty for these themselves
     */
    record Stratum(
            String id,
            String label,
            int order,
            String kind,
            SortedMap<String, String> components,
            SortedSet<String> merges) {
        boolean isMissing() {
            return !List.of("VALUE", "MULTI", "OTHER", "TOTAL").contains(kind);
        }
    }

    /** @param restricted rows of the restricted {@code dim_stratum} */
    MergedStrata(Iterable<TableRow> restricted, Steps steps) {
        this.steps = requireNonNull(steps, "steps");
        for (TableRow row : restricted) {
            SortedMap<String, String> components = row.map("components");
            Stratum stratum = new Stratum(
                    row.text("stratum_id"),
                    row.text("stratum_label"),
                    (Integer) row.value("stratum_order"),
                    row.text("stratum_kind"),
                    components == null ? new TreeMap<>() : components,
                    new TreeSet<>());
            finest.computeIfAbsent(row.text("stratifier_id"), id -> new TreeMap<>())
                    .put(stratum.id(), stratum);
        }
    }

    Steps steps() {
        return steps;
    }

    /** Every stratum of step 0 at a level, with the one in which it is published there. */
    Map<String, Stratum> published(Level level) {
        Map<String, SortedSet<String>> held = new HashMap<>();
        SortedMap<String, Stratum> strata = finest.getOrDefault(level.stratifierId(), new TreeMap<>());
        for (Stratum stratum : strata.values()) {
            held.computeIfAbsent(holder(level, stratum), it -> new TreeSet<>()).add(stratum.id());
        }
        Map<String, Stratum> published = new HashMap<>();
        held.forEach((holder, parts) -> {
            Stratum own = strata.get(holder);
            Stratum stratum = own != null && parts.equals(new TreeSet<>(List.of(holder)))
                    ? own
                    : merged(level, holder, parts.stream().map(strata::get).toList());
            parts.forEach(part -> published.put(part, stratum));
        });
        return published;
    }

    private String holder(Level level, Stratum stratum) {
        if (stratum.components().isEmpty()) {
            return steps.holder(level, stratum.id());
        }
        List<String> sides = new ArrayList<>();
        sides(level, stratum).forEach((axis, side) -> sides.add(steps.holder(level.of(axis), side)));
        return String.join(":", sides);
    }

    /** The components of a pair, the first side of the crossing first. */
    private static Map<String, String> sides(Level level, Stratum pair) {
        Map<String, String> sides = new java.util.LinkedHashMap<>();
        pair.components().keySet().stream()
                .filter(axis -> level.stratifierId().startsWith(axis + "_x_"))
                .forEach(axis -> sides.put(axis, pair.components().get(axis)));
        pair.components().forEach(sides::putIfAbsent);
        return sides;
    }

    private Stratum merged(Level level, String id, List<Stratum> parts) {
        SortedSet<String> merges = new TreeSet<>();
        parts.forEach(part -> merges.add(part.id()));
        int order = parts.stream().mapToInt(Stratum::order).min().orElseThrow();
        if (parts.get(0).components().isEmpty()) {
            return new Stratum(id, label(level, id), order, kind(parts), new TreeMap<>(), merges);
        }
        SortedMap<String, String> components = new TreeMap<>();
        List<Stratum> sides = new ArrayList<>();
        sides(level, parts.get(0)).forEach((axis, side) -> {
            Stratum held = published(level.of(axis)).get(side);
            components.put(axis, held.id());
            sides.add(held);
        });
        String label = String.join(", ", sides.stream().map(Stratum::label).toList());
        return new Stratum(id, label, order, kindOfPair(sides), components, merges);
    }

    private String label(Level level, String id) {
        Optional<String> label =
                steps.ladders().getOrDefault(level.stratifierId(), Ladder.NONE).at(steps.of(level, List.of())).stream()
                        .filter(merged -> merged.id().equals(id))
                        .map(MergedStratum::label)
                        .findFirst();
        return label.orElseThrow();
    }

    private static String kind(List<Stratum> parts) {
        if (parts.stream().allMatch(Stratum::isMissing)) {
            return NOT_REPORTED;
        }
        return parts.stream().allMatch(part -> part.kind().equals("VALUE")) ? "VALUE" : "OTHER";
    }

    /** As a run names pairs: missing where a side is, for the reason of the first. */
    private static String kindOfPair(List<Stratum> sides) {
        Optional<Stratum> missing = sides.stream().filter(Stratum::isMissing).findFirst();
        if (missing.isPresent()) {
            return missing.get().kind();
        }
        for (String kind : List.of("MULTI", "OTHER")) {
            if (sides.stream().anyMatch(side -> side.kind().equals(kind))) {
                return kind;
            }
        }
        return "VALUE";
    }
}
