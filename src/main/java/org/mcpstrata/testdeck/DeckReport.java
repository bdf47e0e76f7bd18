package org.mcpstrata.testdeck;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A deck held against results.
 *
 * @param measured whether the measure is there at all; without it no case matches
 * @param actual the populations of every patient that the run knows, by patient id
 * @param rejectedLines lines of the deck that intake refused
 */
public record DeckReport(
        Deck deck, boolean measured, SortedMap<String, SortedMap<DeckPopulation, Boolean>> actual, long rejectedLines) {
    public DeckReport {
        requireNonNull(deck, "deck");
        actual = Collections.unmodifiableSortedMap(new TreeMap<>(actual));
    }

    /** The report of a deck whose measure is not among the definitions. */
    public static DeckReport unmeasured(Deck deck) {
        return new DeckReport(deck, false, new TreeMap<>(), 0);
    }

    /** Whether every population of every case is as expected and nothing was refused on the way. */
    public boolean matches() {
        return measured && rejectedLines == 0 && missed().isEmpty();
    }

    /** Cases with a population that is not as expected, in order of patient. */
    public List<DeckCase> missed() {
        return deck.cases().stream()
                .filter(each -> each.expected().keySet().stream().anyMatch(population -> !isMet(each, population)))
                .toList();
    }

    private boolean isMet(DeckCase one, DeckPopulation population) {
        return one.expected().get(population).equals(actualOf(one).get(population));
    }

    /** A patient of whom the run knows nothing has no populations, which meets no expectation. */
    private SortedMap<DeckPopulation, Boolean> actualOf(DeckCase one) {
        return actual.getOrDefault(one.id(), new TreeMap<>());
    }

    /** For people to read: counts by population and by case, then every miss with both sides. */
    public String text() {
        List<String> lines = new ArrayList<>();
        String name = deck.measureId() + ", " + deck.edition() + ", measurement period " + deck.year();
        if (!measured) {
            return name + ": not verified, no such measure of this year\n";
        }
        List<DeckCase> missed = missed();
        int cases = deck.cases().size();
        lines.add(name + ": " + (cases - missed.size()) + " of " + cases + " cases match");
        for (DeckPopulation population : populations()) {
            List<DeckCase> asked = deck.cases().stream()
                    .filter(each -> each.expected().containsKey(population))
                    .toList();
            long met = asked.stream().filter(each -> isMet(each, population)).count();
            lines.add(String.format(Locale.ROOT, "  %-24s%4d of %d", population.code(), met, asked.size()));
        }
        if (rejectedLines > 0) {
            lines.add("  intake refused " + rejectedLines + " lines of the deck");
        }
        for (DeckCase one : missed) {
            lines.add("  missed " + one.id() + (one.name().isEmpty() ? "" : " (" + one.name() + ")"));
            lines.add("    expected " + written(one.expected()));
            lines.add("    actual   " + (actualOf(one).isEmpty() ? "no such person" : written(actualOf(one))));
        }
        return String.join("\n", lines) + "\n";
    }

    private TreeSet<DeckPopulation> populations() {
        TreeSet<DeckPopulation> populations = new TreeSet<>();
        deck.cases().forEach(each -> populations.addAll(each.expected().keySet()));
        return populations;
    }

    private static String written(Map<DeckPopulation, Boolean> populations) {
        return populations.entrySet().stream()
                .map(each -> each.getKey().code() + " " + (each.getValue() ? 1 : 0))
                .collect(Collectors.joining(", "));
    }
}
