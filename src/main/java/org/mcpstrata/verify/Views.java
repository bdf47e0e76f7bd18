package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stratifiers of all releases and what their strata hold; an id means the same in every release, or nothing is proven. */
final class Views {
    private static final String OF_PRACTICES = "practice:";

    private final SortedMap<String, View> byId = new TreeMap<>();
    private final Map<List<String>, Set<String>> held = new HashMap<>();

    Views(List<Release> releases, Conclusions conclusions) {
        for (Release release : releases) {
            for (ReadRow row : release.rows(Release.STRATA)) {
                if (!add(row)) {
                    conclusions.find(
                            Breach.NOT_DESCRIBED,
                            String.join(
                                    ", ",
                                    release.name(),
                                    Release.STRATA,
                                    row.text("stratifier_id"),
                                    row.text("stratum_id")),
                            "an earlier release describes it otherwise");
                }
            }
        }
        byId.values().forEach(view -> view.strata().values().stream()
                .filter(stratum -> !isMergeable(view, stratum))
                .forEach(stratum -> conclusions.find(
                        Breach.NOT_DESCRIBED,
                        String.join(", ", Release.STRATA, view.id(), stratum.id()),
                        "what it merges cannot be added up")));
    }

    private boolean add(ReadRow row) {
        View view = new View(
                row.text("stratifier_id"),
                row.flag("exclusive"),
                row.text("attribute"),
                row.text("rule"),
                row.text("wins"),
                new TreeMap<>());
        View known = byId.computeIfAbsent(view.id(), id -> view);
        Stratum stratum = new Stratum(
                row.text("stratum_id"),
                row.text("stratum_kind"),
                row.map("components"),
                row.list("answers"),
                row.list("merges"),
                row.text("people_id"));
        Stratum before = known.strata().get(stratum.id());
        if (before == null || !before.people().equals(stratum.people())) {
            // Whether two strata hold the same people is a fact of a run: what one release says and another does not is
            // not used.
            known.strata().put(stratum.id(), before == null ? stratum : stratum.ofItsOwn());
        }
        return known.isLike(view) && (before == null || before.ofItsOwn().equals(stratum.ofItsOwn()));
    }

    /** People of overlapping strata, and of practices that everybody can look up, are not put together. */
    private static boolean isMergeable(View view, Stratum stratum) {
        return stratum.merges().isEmpty()
                || view.exclusive()
                        && !view.isOfPractices()
                        && stratum.merges().stream()
                                .map(view.strata()::get)
                                .allMatch(part -> part != null && part.merges().isEmpty());
    }

    Optional<View> find(String stratifier) {
        return Optional.ofNullable(byId.get(stratifier));
    }

    List<View> all() {
        return new ArrayList<>(byId.values());
    }

    /** The strata of step 0 that one of a stratifier holds: itself, where nothing else is said. */
    Set<String> finest(String stratifier, String stratum) {
        return held.computeIfAbsent(List.of(stratifier, stratum), key -> find(stratifier)
                .map(view -> view.strata().get(stratum))
                .map(found -> Set.copyOf(found.finest()))
                .orElse(Set.of(stratum)));
    }

    /**
     * Names the people of a stratum: the same name, the same people, whatever the stratifier. Of a crossing those of both
     * components are meant.
     */
    String people(String stratifier, Stratum stratum) {
        SortedSet<String> names = new TreeSet<>();
        stratum.components()
                .forEach((axis, value) -> names.add(find(axis)
                        .map(view -> view.strata().get(value))
                        .map(side -> people(axis, side))
                        .orElse(axis + "|" + value)));
        if (names.isEmpty()) {
            names.add(stratum.people().isEmpty() ? stratifier + "|" + stratum.id() : stratum.people());
        }
        return String.join(" and ", names);
    }

    /** A stratifier; {@code attribute}, {@code rule} and {@code wins} empty where it has none. */
    record View(
            String id,
            boolean exclusive,
            String attribute,
            String rule,
            String wins,
            SortedMap<String, Stratum> strata) {
        View {
            requireNonNull(id, "id");
        }

        /** Whether its strata are those of practices, so that practices add up to them. */
        boolean isOfPractices() {
            return attribute.startsWith(OF_PRACTICES);
        }

        /** The column of {@code dim_entity} that says which stratum a practice is in. */
        String practiceColumn() {
            return attribute.substring(OF_PRACTICES.length());
        }

        boolean isCrossing() {
            return strata.values().stream()
                    .anyMatch(stratum -> !stratum.components().isEmpty());
        }

        /** Releases of older formats do not say of what a stratifier without answers is a view. */
        private boolean isUnsaid(String said) {
            return said.isEmpty() && rule.isEmpty();
        }

        private boolean isLike(View other) {
            return exclusive == other.exclusive
                    && (attribute.equals(other.attribute) || isUnsaid(attribute) || isUnsaid(other.attribute))
                    && rule.equals(other.rule)
                    && wins.equals(other.wins);
        }
    }

    /** @param people what names its people where strata of other stratifiers are the same ones; else empty */
    record Stratum(
            String id,
            String kind,
            Map<String, String> components,
            List<String> answers,
            List<String> merges,
            String people) {
        /** The same, its people under no other name. */
        Stratum ofItsOwn() {
            return new Stratum(id, kind, components, answers, merges, "");
        }

        /** The strata of step 0 that it holds: itself, or those that it merges. */
        List<String> finest() {
            return merges.isEmpty() ? List.of(id) : merges;
        }
    }
}
