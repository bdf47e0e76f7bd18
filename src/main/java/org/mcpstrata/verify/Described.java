package org.mcpstrata.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the dimension tables of a release say about how its cells add up. */
final class Described {
    private static final String OF_PRACTICES = "practice:";

    private final Map<String, Rate> rates = new HashMap<>();
    private final SortedMap<String, View> views = new TreeMap<>();
    private final SortedMap<String, String> stateOfPractice = new TreeMap<>();
    private final Map<String, ReadRow> practices = new HashMap<>();

    Described(Release release) {
        for (ReadRow row : release.rows(Release.MEASURES)) {
            String rate = row.text("rate_id");
            rates.put(
                    row.text("measure_id") + '|' + rate,
                    new Rate(
                            row.has("verdicts_of") ? row.text("verdicts_of") : rate,
                            row.text("adds_to"),
                            row.text("population_id"),
                            row.text("narrows")));
        }
        for (ReadRow row : release.rows(Release.STRATA)) {
            View view = views.computeIfAbsent(
                    row.text("stratifier_id"),
                    id -> new View(
                            id,
                            row.flag("exclusive"),
                            row.text("attribute"),
                            row.text("rule"),
                            row.text("wins"),
                            new TreeMap<>()));
            String id = row.text("stratum_id");
            view.strata()
                    .put(
                            id,
                            new Stratum(
                                    id,
                                    row.text("stratum_kind"),
                                    row.map("components"),
                                    row.list("answers"),
                                    row.list("merges")));
        }
        for (ReadRow row : release.rows(Release.ENTITIES)) {
            if (row.text("entity_type").equals("PRACTICE")) {
                stateOfPractice.put(row.text("entity_id"), row.text("entity_state"));
                practices.put(row.text("entity_id"), row);
            }
        }
    }

    /** What is said of a rate, or null where it is not described. */
    Rate rate(String measure, String rate) {
        return rates.get(measure + '|' + rate);
    }

    /** The stratifiers by id. */
    SortedMap<String, View> views() {
        return views;
    }

    /** The rates of a measure, by id. */
    SortedMap<String, Rate> ratesOf(String measure) {
        SortedMap<String, Rate> own = new TreeMap<>();
        rates.forEach((key, rate) -> {
            if (key.startsWith(measure + '|')) {
                own.put(key.substring(measure.length() + 1), rate);
            }
        });
        return own;
    }

    /**
     * The stratum that all people of a practice are in, of a stratifier that rests on what practices are; empty where the
     * stratifier has no stratum for it.
     */
    Optional<String> stratumOfPractice(View view, String practice) {
        ReadRow row = practices.get(practice);
        Object fact = row == null ? null : row.values().get(view.attribute().substring(OF_PRACTICES.length()));
        String value = fact == null ? "" : fact.toString();
        return view.strata().values().stream()
                .filter(stratum -> stratum.answers().contains(value))
                .map(Stratum::id)
                .findFirst()
                .or(() -> view.strata().values().stream()
                        .filter(stratum -> stratum.answers().isEmpty() && Atoms.isMissing(stratum))
                        .map(Stratum::id)
                        .findFirst());
    }

    SortedMap<String, String> stateOfPractice() {
        return stateOfPractice;
    }

    /**
     * @param verdictsOf the rate whose counts of people it has
     * @param addsTo the rate it is a part of, or empty
     * @param population what names its initial population, or empty
     * @param narrows the rate that excludes some of the people that this one excludes and no others, or empty
     */
    record Rate(String verdictsOf, String addsTo, String population, String narrows) {}

    /** A stratifier; {@code attribute}, {@code rule} and {@code wins} empty where it has none. */
    record View(
            String id,
            boolean exclusive,
            String attribute,
            String rule,
            String wins,
            SortedMap<String, Stratum> strata) {
        /** Whether its strata are those of practices, so that practices add up to them. */
        boolean isOfPractices() {
            return attribute.startsWith(OF_PRACTICES);
        }

        boolean isCrossing() {
            return strata.values().stream()
                    .anyMatch(stratum -> !stratum.components().isEmpty());
        }
    }

    record Stratum(String id, String kind, Map<String, String> components, List<String> answers, List<String> merges) {
        /** The strata of step 0 that it holds: itself, or those that it merges. */
        List<String> finest() {
            return merges.isEmpty() ? List.of(id) : merges;
        }
    }
}
