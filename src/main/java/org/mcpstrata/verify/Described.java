package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the dimension tables of a release say about how its cells add up. */
final class Described {
    private final Map<String, Rate> rates = new HashMap<>();
    private final Views views;
    private final SortedMap<String, String> stateOfPractice = new TreeMap<>();
    private final Map<String, ReadRow> practices = new HashMap<>();

    /** @param views of all releases */
    Described(Release release, Views views) {
        this.views = requireNonNull(views, "views");
        for (ReadRow row : release.rows(Release.MEASURES)) {
            String rate = row.text("rate_id");
            rates.put(
                    row.text("measure_id") + '|' + rate,
                    new Rate(
                            row.has("verdicts_of") ? row.text("verdicts_of") : rate,
                            row.text("adds_to"),
                            row.text("population_id"),
                            row.text("narrows"),
                            row.map("same_counts")));
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

    /** The stratifiers of all releases. */
    Views views() {
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
    Optional<String> stratumOfPractice(Views.View view, String practice) {
        ReadRow row = practices.get(practice);
        Object fact = row == null ? null : row.values().get(view.practiceColumn());
        String value = fact == null ? "" : fact.toString();
        return view.strata().values().stream()
                .filter(stratum -> stratum.answers().contains(value))
                .map(Views.Stratum::id)
                .findFirst()
                .or(() -> view.strata().values().stream()
                        .filter(stratum -> stratum.answers().isEmpty() && Atoms.isMissing(stratum))
                        .map(Views.Stratum::id)
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
     * @param sameCounts by count what names it where other rates have it, too
     */
    record Rate(String verdictsOf, String addsTo, String population, String narrows, Map<String, String> sameCounts) {}
}
