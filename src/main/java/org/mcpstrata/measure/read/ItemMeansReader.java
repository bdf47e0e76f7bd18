package org.mcpstrata.measure.read;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.ItemMeans;
import org.mcpstrata.model.ItemScore;
import org.mcpstrata.model.Table;

/** Reads what a survey measure observes, and the scale of each of its rates. */
final class ItemMeansReader {
    private static final Set<String> KEYS = Set.of(
            "responses",
            "item means of",
            "items",
            "answers",
            "fewest responses",
            "fewest responses of large practices",
            "remark",
            "unverified");

    /** The items that the canonical survey table has columns for. */
    private static final long MOST_ITEMS = Table.SURVEY.schema().columns().stream()
            .filter(column -> column.name().startsWith("item_"))
            .count();

    private ItemMeansReader() {}

    /** Whether the section is about a survey, not about events. */
    static boolean isSurvey(Section observed) {
        return observed.has("item means of");
    }

    /** The observation; empty after a problem. */
    static Optional<ItemMeans> read(Section observed, Section root) {
        observed.allow(KEYS);
        String responses = observed.requiredText("responses");
        String scored = observed.requiredText("item means of");
        observed.require("items");
        observed.require("answers");
        int items = observed.number("items").orElse(0);
        Optional<ItemScore.Scale> answers = observed.section("answers").flatMap(ItemMeansReader::scale);
        long fewest = observed.number("fewest responses").orElse(0);
        long fewestOfLarge =
                observed.number("fewest responses of large practices").orElse((int) fewest);
        SortedMap<String, ItemScore.Scale> scales = scales(root);
        if (items < 1
                || items > MOST_ITEMS
                || answers.isEmpty()
                || answers.get().from() < 1
                || scales.isEmpty()
                || fewestOfLarge < fewest) {
            observed.problem(
                    observed.place(),
                    "A survey has 1 to " + MOST_ITEMS
                            + " items, answers from 1 up, rates with a 'scale', and large practices need no fewer"
                            + " responses than others.");
            return Optional.empty();
        }
        return Optional.of(new ItemMeans(
                responses,
                scored,
                new ItemScore(
                        items,
                        answers.get().from(),
                        answers.get().to(),
                        scales,
                        fewest,
                        fewestOfLarge,
                        new TreeSet<>())));
    }

    private static SortedMap<String, ItemScore.Scale> scales(Section root) {
        SortedMap<String, ItemScore.Scale> scales = new TreeMap<>();
        for (Section rate : root.sections("rates")) {
            if (rate.require("scale")) {
                rate.section("scale")
                        .flatMap(ItemMeansReader::scale)
                        .ifPresent(scale -> scales.put(rate.text("id").orElse(""), scale));
            }
        }
        return scales;
    }

    private static Optional<ItemScore.Scale> scale(Section body) {
        body.allow(Set.of("from", "to"));
        Optional<Integer> from = body.number("from");
        Optional<Integer> to = body.number("to");
        if (from.isEmpty() || to.isEmpty() || to.get() <= from.get()) {
            body.problem(body.place(), "A scale goes 'from' a number up 'to' another.");
            return Optional.empty();
        }
        return Optional.of(new ItemScore.Scale(from.get(), to.get()));
    }
}
