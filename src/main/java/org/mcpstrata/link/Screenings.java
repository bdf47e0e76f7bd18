package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Screening;
import org.mcpstrata.model.SocialNeed;
import org.mcpstrata.model.SocialNeeds;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * What a person's screenings for social needs of the measurement period came to (stratification.md 1.1 and 1.3): of each
 * need the answers of the newest day count, of each item on that day those of the newest drop, and among these the order
 * of {@link Screening} decides.
 */
final class Screenings {
    /** As measure Q487 has it. */
    private static final Set<String> STATUSES = Set.of("final", "amended", "corrected");

    private final LocalDate from;
    private final LocalDate until;
    private final RowOrder order;
    private final ScreeningItems items = ScreeningItems.SHIPPED;

    /** @param until last day that counts, if it is before the period's end */
    Screenings(MeasurementPeriod period, LocalDate until, Drops drops) {
        this.from = period.start();
        this.until = requireNonNull(until, "until").isBefore(period.end()) ? until : period.end();
        this.order = new RowOrder(drops);
    }

    SocialNeeds of(List<CanonicalRow> rows) {
        Map<SocialNeed, List<ScreeningAnswer>> answers = new EnumMap<>(SocialNeed.class);
        for (CanonicalRow row : rows) {
            if (items.isAsked(row) && counts(row)) {
                for (String item : items.asked(row)) {
                    ScreeningAnswer.of(items, item, row, lastDay(row), order.rank(row))
                            .ifPresent(answer -> items.item(item).needs().forEach(need -> answers.computeIfAbsent(
                                            need, absent -> new ArrayList<>())
                                    .add(answer)));
                }
            }
        }
        Map<SocialNeed, Screening> byNeed = new EnumMap<>(SocialNeed.class);
        for (SocialNeed need : SocialNeed.values()) {
            byNeed.put(need, latest(need, answers.getOrDefault(need, List.of())));
        }
        return new SocialNeeds(byNeed);
    }

    private boolean counts(CanonicalRow row) {
        return row.table() == Table.OBSERVATION
                && STATUSES.contains(row.text("status"))
                && row.date("observation_date") != null
                && !row.date("observation_date").isBefore(from)
                && !lastDay(row).isAfter(until);
    }

    private static LocalDate lastDay(CanonicalRow row) {
        LocalDate end = row.date("observation_end_date");
        return end == null ? row.date("observation_date") : end;
    }

    private Screening latest(SocialNeed need, List<ScreeningAnswer> answers) {
        TreeSet<Screening> found = new TreeSet<>();
        Map<String, Integer> points = new HashMap<>();
        for (ScreeningAnswer answer : ofNewestDropOfEachItem(ofNewestDay(answers))) {
            if (answer.meaning() == null) {
                points.merge(answer.item(), answer.points(), Math::max);
            } else {
                found.add(answer.meaning());
            }
        }
        if (!points.isEmpty()) {
            score(need, points, found);
        }
        return found.isEmpty() ? Screening.NOT_SCREENED : found.first();
    }

    /** A score that is high enough without all its items is; one that is not tells nothing, unless somebody sent the total. */
    private void score(SocialNeed need, Map<String, Integer> points, Set<Screening> found) {
        int positive = items.total(need).orElseThrow().positive();
        int sum = points.values().stream().mapToInt(Integer::intValue).sum();
        if (sum >= positive) {
            found.add(Screening.POSITIVE);
        } else if (points.keySet().containsAll(items.counting(need))) {
            found.add(Screening.NEGATIVE);
        } else if (!found.contains(Screening.NEGATIVE)) {
            found.add(Screening.UNKNOWN);
        }
    }

    private static List<ScreeningAnswer> ofNewestDay(List<ScreeningAnswer> answers) {
        LocalDate newest = answers.stream()
                .map(ScreeningAnswer::day)
                .max(LocalDate::compareTo)
                .orElse(null);
        return answers.stream().filter(answer -> answer.day().equals(newest)).toList();
    }

    private static List<ScreeningAnswer> ofNewestDropOfEachItem(List<ScreeningAnswer> answers) {
        Map<String, Integer> newest = new HashMap<>();
        answers.forEach(answer -> newest.merge(answer.item(), answer.drop(), Math::max));
        return answers.stream()
                .filter(answer -> answer.drop() == newest.get(answer.item()))
                .toList();
    }
}
