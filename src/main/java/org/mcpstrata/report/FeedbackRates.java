package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;

/**
 * The figures that feedback pages take from {@code stratified_result}: of practices, states and the program the total of
 * every payer, and the groups of all payers together that are no crossings.
 */
public final class FeedbackRates {
    private static final Set<String> ENTITIES = Set.of(Shown.PRACTICE, Shown.STATE, Shown.PROGRAM);

    private record Key(String rate, String entity, String scope, String stratifier, String stratum) {}

    private final Map<Key, FeedbackFigure> figures = new HashMap<>();
    private final Map<String, FeedbackRate> rates = new TreeMap<>();
    private final TreeSet<String> payers = new TreeSet<>();
    private final Map<String, String> states = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> wanted;
    private String program = "";

    /** @param wanted practices to keep; empty for all */
    public FeedbackRates(Collection<String> wanted) {
        this.wanted = new HashSet<>(wanted);
    }

    /** Takes a row; those that no page shows are passed over. */
    public void add(TableRow row) {
        requireNonNull(row, "row");
        String type = row.text("entity_type");
        String id = row.text("entity_id");
        boolean practice = type.equals(Shown.PRACTICE);
        if (!carries(row) || practice && (Shown.isStandIn(id) || !wanted.isEmpty() && !wanted.contains(id))) {
            return;
        }
        if (practice) {
            states.put(id, row.text("entity_state"));
            names.put(id, row.text("entity_name"));
        } else if (type.equals(Shown.PROGRAM)) {
            program = RateFigures.entity(row);
        }
        if (row.text("payer_scope").startsWith(Shown.PAYER)) {
            payers.add(row.text("payer_scope"));
        }
        String rate = FeedbackRate.id(row);
        rates.computeIfAbsent(rate, unseen -> FeedbackRate.of(row));
        if (Shown.people(row) > 0) {
            figures.put(
                    new Key(
                            rate,
                            RateFigures.entity(row),
                            row.text("payer_scope"),
                            row.text("stratifier_id"),
                            row.text("stratum_id")),
                    FeedbackFigure.of(row));
        }
    }

    private static boolean carries(TableRow row) {
        String scope = row.text("payer_scope");
        boolean total = row.text("stratifier_id").equals(Shown.TOTAL);
        return row.text("method").equals("DIRECT")
                && ENTITIES.contains(row.text("entity_type"))
                && (scope.equals(Shown.ALL) && !Shown.isCrossing(row) || scope.startsWith(Shown.PAYER) && total);
    }

    /** Practices with any row, in order. */
    public List<String> practices() {
        return new ArrayList<>(states.keySet());
    }

    String state(String practice) {
        return states.get(practice);
    }

    /** The practice's name; its id where nobody sent one. */
    String name(String practice) {
        String name = names.get(practice);
        return name == null ? practice : name;
    }

    List<String> payers() {
        return new ArrayList<>(payers);
    }

    /** Rates in the order of their ids, those of a measure in the order of {@code dim_measure}. */
    List<FeedbackRate> rates(List<TableRow> measures) {
        Map<String, Integer> order = new HashMap<>();
        measures.forEach(row -> order.put(FeedbackRate.id(row), (Integer) row.value("rate_order")));
        return rates.values().stream()
                .sorted(java.util.Comparator.comparing(FeedbackRate::measure)
                        .thenComparing(rate -> order.getOrDefault(rate.id(), 0))
                        .thenComparing(FeedbackRate::id))
                .toList();
    }

    /** The figure of a practice; null where nobody is behind it. */
    FeedbackFigure ofPractice(String practice, FeedbackRate rate, String scope, String stratifier, String stratum) {
        return figures.get(new Key(rate.id(), Shown.PRACTICE + "/" + practice, scope, stratifier, stratum));
    }

    /** The same of the practice's state. */
    FeedbackFigure ofState(String practice, FeedbackRate rate, String scope, String stratifier, String stratum) {
        return figures.get(new Key(rate.id(), Shown.STATE + "/" + state(practice), scope, stratifier, stratum));
    }

    /** The same of the program. */
    FeedbackFigure ofProgram(FeedbackRate rate, String scope, String stratifier, String stratum) {
        return figures.get(new Key(rate.id(), program, scope, stratifier, stratum));
    }
}
