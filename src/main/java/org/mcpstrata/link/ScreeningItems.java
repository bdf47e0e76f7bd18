package org.mcpstrata.link;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpstrata.document.ClassPathTable;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Screening;
import org.mcpstrata.model.SocialNeed;
import org.mcpstrata.model.Table;

/** Which items ask for a social need, and what their answers mean: {@code codes/social-needs.txt}. */
final class ScreeningItems {
    static final ScreeningItems SHIPPED = new ScreeningItems(ClassPathTable.words("/codes/social-needs.txt"));

    private static final Column SYSTEM = Table.OBSERVATION.column("code_system");
    private static final Column CODE = Table.OBSERVATION.column("code");
    private static final Column MORE = Table.OBSERVATION.column("more_codes");
    private static final String LOINC = "LOINC";
    private static final String LOINC_PREFIX = LOINC + '|';
    private static final String ANY = "ANY";

    private final Map<String, Item> items = new HashMap<>();
    private final Set<String> declined = new HashSet<>();

    /**
     * One question, or a whole tool.
     *
     * @param needs what it asks for; a tool for all of them
     * @param answers by LOINC code
     * @param points that answers count, by LOINC code; empty where none does
     * @param total how a number is read; null where it is none
     * @param elsewhere answers, as {@code SYSTEM|code}, of a record that is no screening
     * @param isTool whether only a refusal tells anything
     */
    record Item(
            Set<SocialNeed> needs,
            Map<String, Screening> answers,
            Map<String, Integer> points,
            Total total,
            Set<String> elsewhere,
            boolean isTool) {}

    /** A score, from its least to its most; one of {@code positive} or more names a need. */
    record Total(int least, int positive, int most) {}

    ScreeningItems(List<List<String>> lines) {
        for (List<String> line : lines) {
            String need = line.get(0);
            String code = line.get(1);
            List<String> rest = line.subList(Math.min(3, line.size()), line.size());
            if (code.equals(ANY)) {
                declined.addAll(rest);
                continue;
            }
            String meaning = line.size() > 2 ? line.get(2) : "";
            Item item = items.computeIfAbsent(
                    code,
                    absent -> new Item(
                            needs(need),
                            new HashMap<>(),
                            new HashMap<>(),
                            total(meaning, rest),
                            new HashSet<>(),
                            meaning.equals("TOOL")));
            if (!item.needs().equals(needs(need))) {
                throw new IllegalStateException("a screening item asks for two needs");
            }
            switch (meaning) {
                case "POSITIVE", "NEGATIVE" ->
                    rest.forEach(answer -> item.answers().put(answer, Screening.valueOf(meaning)));
                case "POINTS" -> rest.forEach(answer -> item.points().put(answer, rest.indexOf(answer) + 1));
                case "ELSEWHERE" -> item.elsewhere().addAll(rest);
                case "", "TOTAL", "TOOL" -> {}
                default -> throw new IllegalStateException("no meaning of a screening's answer is called so");
            }
        }
    }

    private static Set<SocialNeed> needs(String need) {
        return need.equals(ANY) ? EnumSet.allOf(SocialNeed.class) : EnumSet.of(SocialNeed.valueOf(need));
    }

    private static Total total(String meaning, List<String> numbers) {
        return meaning.equals("TOTAL")
                ? new Total(
                        Integer.parseInt(numbers.get(0)),
                        Integer.parseInt(numbers.get(1)),
                        Integer.parseInt(numbers.get(2)))
                : null;
    }

    /** Whether a row is about an item or a tool of the table, whatever was answered. */
    boolean isAsked(CanonicalRow row) {
        return row.table() == Table.OBSERVATION && codes(row).anyMatch(items::containsKey);
    }

    /** Codes of the items that an observation is about. */
    List<String> asked(CanonicalRow observation) {
        return codes(observation).filter(items::containsKey).distinct().toList();
    }

    private static Stream<String> codes(CanonicalRow row) {
        Stream<String> own = LOINC.equals(row.text(SYSTEM)) ? Stream.ofNullable(row.text(CODE)) : Stream.empty();
        return row.list(MORE).isEmpty()
                ? own
                : Stream.concat(
                        own,
                        row.list(MORE).stream()
                                .filter(coding -> coding.startsWith(LOINC_PREFIX))
                                .map(coding -> coding.substring(LOINC_PREFIX.length())));
    }

    Item item(String code) {
        return items.get(code);
    }

    /** Items of a need whose answers count points. */
    Set<String> counting(SocialNeed need) {
        Set<String> counting = new HashSet<>();
        items.forEach((code, item) -> {
            if (item.needs().contains(need) && !item.points().isEmpty()) {
                counting.add(code);
            }
        });
        return Collections.unmodifiableSet(counting);
    }

    /** How the points of a need are read. */
    Optional<Total> total(SocialNeed need) {
        return items.values().stream()
                .filter(item -> item.needs().contains(need) && item.total() != null)
                .map(Item::total)
                .findFirst();
    }

    /** Whether an answer's LOINC code, or the reason for having none, is a refusal. */
    boolean isRefusal(String answerOrReason) {
        return declined.contains(answerOrReason);
    }
}
