package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mcpstrata.link.ScreeningItems.Item;
import org.mcpstrata.link.ScreeningItems.Total;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Screening;

/**
 * What was answered to one item of a screening.
 *
 * @param item LOINC code
 * @param drop position of its drop, oldest 0
 * @param points that it counts towards a score; 0 for none
 * @param meaning what it says by itself; null where it counts points
 */
record ScreeningAnswer(String item, LocalDate day, int drop, int points, Screening meaning) {
    private static final String LOINC_PREFIX = "LOINC|";

    ScreeningAnswer {
        requireNonNull(item, "item");
        requireNonNull(day, "day");
        if ((points == 0) == (meaning == null)) {
            throw new IllegalArgumentException("an answer counts points or means something, never both");
        }
    }

    /** The answer of an observation; empty where nothing was answered or refused, or where it is no screening. */
    static Optional<ScreeningAnswer> of(
            ScreeningItems items, String code, CanonicalRow observation, LocalDate day, int drop) {
        Item item = items.item(code);
        List<String> codings = codings(observation);
        if (codings.stream().anyMatch(item.elsewhere()::contains)) {
            return Optional.empty();
        }
        List<String> answers = codings.stream()
                .filter(coding -> coding.startsWith(LOINC_PREFIX))
                .map(coding -> coding.substring(LOINC_PREFIX.length()))
                .toList();
        String absent = observation.text("data_absent_reason");
        boolean hasValue = observation.text("value_kind") != null;
        if (answers.stream().anyMatch(items::isRefusal) || !hasValue && absent != null && items.isRefusal(absent)) {
            return Optional.of(new ScreeningAnswer(code, day, drop, 0, Screening.DECLINED));
        }
        if (!hasValue || item.isTool()) {
            return Optional.empty();
        }
        int points = answers.stream()
                .map(item.points()::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(0);
        if (points > 0) {
            return Optional.of(new ScreeningAnswer(code, day, drop, points, null));
        }
        Screening meaning = item.total() == null
                ? answers.stream()
                        .map(item.answers()::get)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(Screening.UNMAPPED)
                : number(observation, item.total());
        return Optional.of(new ScreeningAnswer(code, day, drop, 0, meaning));
    }

    private static List<String> codings(CanonicalRow observation) {
        if (!"CODE".equals(observation.text("value_kind"))) {
            return List.of();
        }
        List<String> codings = new ArrayList<>();
        if (observation.text("value_code") != null) {
            codings.add(observation.text("value_code_system") + '|' + observation.text("value_code"));
        }
        codings.addAll(observation.list("more_value_codes"));
        return codings;
    }

    /** A number outside the score is none, and neither is a bound. */
    private static Screening number(CanonicalRow observation, Total total) {
        String text = observation.text("value");
        boolean whole = "QUANTITY".equals(observation.text("value_kind"))
                && text != null
                && text.matches("[0-9]{1,3}(\\.0{1,9})?")
                && observation.text("comparator") == null;
        int score = whole ? new BigDecimal(text).intValueExact() : 0;
        if (!whole || score < total.least() || score > total.most()) {
            return Screening.UNMAPPED;
        }
        return score >= total.positive() ? Screening.POSITIVE : Screening.NEGATIVE;
    }
}
