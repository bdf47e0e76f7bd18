package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.problem.Place;

/** Reads the {@code ladders} of a policy: each step names what it merges of the strata that the step before has. */
final class LadderReader {
    private static final Set<String> OF_STEP = Set.of("merge");
    private static final Set<String> OF_STRATUM = Set.of("id", "label", "of", "all but");

    private final Map<String, StratifierFacts> known;

    LadderReader(Map<String, StratifierFacts> known) {
        this.known = Map.copyOf(known);
    }

    SortedMap<String, Ladder> read(Section root) {
        SortedMap<String, Ladder> ladders = new TreeMap<>();
        root.section("ladders").ifPresent(section -> section.fields().forEach((stratifier, node) -> {
            StratifierFacts facts = known.get(stratifier);
            if (facts == null) {
                section.problem(
                        node.place(),
                        "There is no stratifier '" + stratifier + "'." + Suggestion.of(stratifier, known.keySet()));
            } else if (facts.guard() == StratifierFacts.Guard.OF_PRACTICES) {
                section.problem(
                        node.place(),
                        "Its strata are those of practices, whose rows add up to them: merging hides nothing.");
            } else if (node instanceof Node.Items items) {
                new Reading(section, facts).read(items.items()).ifPresent(ladder -> ladders.put(stratifier, ladder));
            } else {
                section.problem(node.place(), "A list of steps is expected here.");
            }
        }));
        return ladders;
    }

    /** The steps of one stratifier, while they are read. */
    private static final class Reading {
        private final Section section;
        /** The strata of the step reached, with those of step 0 in each and whether they stand for missing answers. */
        private final Map<String, Held> strata = new LinkedHashMap<>();

        private final Set<String> taken = new HashSet<>();
        private boolean sound = true;

        private record Held(String label, SortedSet<String> finest, boolean missing) {
            Held {
                requireNonNull(label, "label");
            }
        }

        Reading(Section section, StratifierFacts facts) {
            this.section = section;
            facts.strata().forEach((id, missing) -> {
                strata.put(id, new Held("", new TreeSet<>(List.of(id)), missing));
                taken.add(id);
            });
        }

        Optional<Ladder> read(List<Node> steps) {
            List<List<MergedStratum>> all = new ArrayList<>();
            for (Node step : steps) {
                nested(step, OF_STEP).ifPresent(found -> merge(found));
                all.add(strata.entrySet().stream()
                        .filter(stratum -> stratum.getValue().finest().size() > 1)
                        .map(stratum -> new MergedStratum(
                                stratum.getKey(),
                                stratum.getValue().label(),
                                stratum.getValue().finest()))
                        .toList());
            }
            return sound ? Optional.of(new Ladder(all)) : Optional.empty();
        }

        private Optional<Section> nested(Node node, Set<String> keys) {
            Optional<Section> found = section.section(node);
            found.ifPresent(below -> below.allow(keys));
            sound &= found.isPresent();
            return found;
        }

        private void merge(Section step) {
            Node merges = step.require("merge") ? step.fields().get("merge") : null;
            List<Node> items = merges instanceof Node.Items list ? list.items() : List.of();
            if (items.isEmpty()) {
                complain(step, step.place(), "A step merges at least two strata.");
            }
            items.forEach(item -> nested(item, OF_STRATUM).ifPresent(this::stratum));
        }

        private void stratum(Section merged) {
            String id = merged.requiredText("id");
            String label = merged.requiredText("label");
            if (id.isEmpty() || label.isEmpty() || id.contains(":") || !taken.add(id)) {
                complain(
                        merged,
                        merged.place(),
                        "A merged stratum needs a label, and an id of its own without a colon.");
                return;
            }
            List<String> parts = parts(merged);
            if (parts.contains(SharedStrata.NOT_APPLICABLE)) {
                complain(
                        merged,
                        merged.place(),
                        "NOT_APPLICABLE stays apart: another stratifier may have the same people there.");
                return;
            }
            SortedSet<String> finest = new TreeSet<>();
            Set<Boolean> missing = new HashSet<>();
            for (String part : parts) {
                Held held = strata.remove(part);
                if (held == null) {
                    complain(
                            merged,
                            merged.place(),
                            "The step before has no stratum '" + part + "', or it is merged twice.");
                    return;
                }
                finest.addAll(held.finest());
                missing.add(held.missing());
            }
            if (parts.size() < 2 || missing.size() > 1) {
                complain(
                        merged,
                        merged.place(),
                        "At least two strata are merged, and missing answers not with given ones.");
                return;
            }
            strata.put(id, new Held(label, finest, missing.contains(true)));
        }

        private List<String> parts(Section merged) {
            if (merged.has("of") == merged.has("all but")) {
                complain(merged, merged.place(), "Either 'of' or 'all but' says which strata are merged.");
            }
            if (!merged.has("all but")) {
                return merged.strings("of");
            }
            List<String> but = merged.strings("all but");
            if (!strata.keySet().containsAll(but)) {
                complain(merged, merged.place(), "The step before has no such stratum.");
            }
            return strata.entrySet().stream()
                    .filter(stratum -> !stratum.getValue().missing() && !but.contains(stratum.getKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private void complain(Section at, Place place, String detail) {
            sound = false;
            at.problem(place, detail);
        }
    }
}
