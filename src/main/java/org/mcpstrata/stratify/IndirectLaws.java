package org.mcpstrata.stratify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;

/**
 * The laws of the rows of {@code stratified_result} that are made from probabilities, counted as they were read back:
 * weights of states sum to those of the program, to the last millionth, and the groups of a block, of which some may not
 * be shown, have no more weight together than its people, and no more met.
 */
public final class IndirectLaws {
    private static final String STAGE = "stratify";

    private final SortedMap<String, long[]> sides = new TreeMap<>();
    private final Map<List<String>, Weights> states = new HashMap<>();
    private final Map<List<String>, Weights> programs = new HashMap<>();
    private final Map<List<String>, Weights> groups = new HashMap<>();
    private final Map<List<String>, Weights> people = new HashMap<>();

    private record Weights(BigDecimal denominator, BigDecimal numerator) {
        static final Weights NONE = new Weights(BigDecimal.ZERO, BigDecimal.ZERO);

        Weights plus(Weights other) {
            return new Weights(denominator.add(other.denominator), numerator.add(other.numerator));
        }

        boolean isSame(Weights other) {
            return denominator.compareTo(other.denominator) == 0 && numerator.compareTo(other.numerator) == 0;
        }

        boolean isWithin(Weights whole) {
            return denominator.compareTo(whole.denominator) <= 0 && numerator.compareTo(whole.numerator) <= 0;
        }
    }

    /** Counts one row of the table, whatever its method; each row once, in any order. */
    public void add(TableRow row) {
        boolean direct = row.text("method").equals("DIRECT");
        if (direct && !row.text("stratifier_id").equals(Stratifiers.TOTAL)) {
            return;
        }
        String rate = row.text("measure_id") + " " + row.text("rate_id");
        List<String> block = List.of(rate, row.text("entity_type"), row.text("entity_id"), row.text("payer_scope"));
        if (direct) {
            if (row.count("numerator") != null) {
                people.put(
                        block,
                        new Weights(
                                BigDecimal.valueOf(row.count("performance_denominator")),
                                BigDecimal.valueOf(row.count("numerator"))));
            }
            return;
        }
        sides.computeIfAbsent(rate, absent -> new long[2]);
        Weights weights = new Weights(row.decimal("weighted_denominator"), row.decimal("weighted_numerator"));
        List<String> all = new ArrayList<>(block);
        all.add(row.text("method"));
        groups.merge(all, weights, Weights::plus);
        List<String> cell = List.of(
                rate, row.text("payer_scope"), row.text("stratifier_id"), row.text("stratum_id"), row.text("method"));
        switch (EntityType.valueOf(row.text("entity_type"))) {
            case PRACTICE, TIN, COUNTY -> {
                // Shown only where they are large: they sum to nothing that is shown.
            }
            case STATE -> states.merge(cell, weights, Weights::plus);
            case PROGRAM -> programs.merge(cell, weights, Weights::plus);
        }
    }

    /** All laws with both their sides; none where there is no such row. */
    public List<Law> laws() {
        Set<List<String>> cells = new HashSet<>(states.keySet());
        cells.addAll(programs.keySet());
        for (List<String> cell : cells) {
            boolean same = states.getOrDefault(cell, Weights.NONE).isSame(programs.getOrDefault(cell, Weights.NONE));
            sides.get(cell.get(0))[0] += same ? 0 : 1;
        }
        groups.forEach((block, weights) -> {
            boolean within = weights.isWithin(people.getOrDefault(block.subList(0, 4), Weights.NONE));
            sides.get(block.get(0))[1] += within ? 0 : 1;
        });
        List<Law> laws = new ArrayList<>();
        sides.forEach((rate, broken) -> {
            laws.add(Law.of(STAGE, rate + ": weighted cells whose states do not sum to the program", broken[0], 0));
            laws.add(Law.of(STAGE, rate + ": blocks whose groups weigh more than their people", broken[1], 0));
        });
        return laws;
    }
}
