package org.mcpstrata.link;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Speakers;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Birth, death and residence of one person, from the patient and eligibility rows of all payers.
 *
 * <p>Precedence, first difference wins. Birth and death: Medicare's word (it comes from Social Security), the newest
 * drop, the latest day described, the program's payer order, the row order. Residence moves, so the latest day described
 * up to the period's end comes first, then the newest drop, then the rest.
 */
final class VitalFacts {
    private final MeasurementPeriod period;
    private final RowOrder order;
    private final List<CanonicalRow> statements;
    private final Speakers speakers;
    private final Comparator<CanonicalRow> byAuthority;
    private final Comparator<CanonicalRow> byDay;

    VitalFacts(List<CanonicalRow> rows, MeasurementPeriod period, Drops drops, PersonPolicy policy) {
        this.period = period;
        this.order = new RowOrder(drops);
        this.speakers = Speakers.of(rows);
        this.statements = rows.stream().filter(Described::isStatement).toList();
        Comparator<CanonicalRow> medicareFirst =
                Comparator.comparing(row -> !LinesOfBusiness.of(row, drops).isMedicare());
        Comparator<CanonicalRow> newestDrop =
                Comparator.<CanonicalRow>comparingInt(order::rank).reversed();
        Comparator<CanonicalRow> latestDay = Described.latestFirst(period);
        Comparator<CanonicalRow> payerOrder = Comparator.comparingInt(
                        (CanonicalRow row) -> policy.payerRank(row.payerId()))
                .thenComparing(CanonicalRow::payerId);
        this.byAuthority = medicareFirst
                .thenComparing(newestDrop)
                .thenComparing(latestDay)
                .thenComparing(payerOrder)
                .thenComparing(order);
        this.byDay = latestDay
                .thenComparing(newestDrop)
                .thenComparing(medicareFirst)
                .thenComparing(payerOrder)
                .thenComparing(order);
    }

    /** Null where no source has one. */
    LocalDate birth() {
        return statements.stream()
                .filter(row -> row.date("birth_date") != null)
                .min(byAuthority)
                .map(row -> row.date("birth_date"))
                .orElse(null);
    }

    /**
     * Null while alive. Only the newest drop that speaks of a member, under whatever Medicare number, is asked: a death that
     * it no longer tells was an error.
     */
    LocalDate death() {
        Map<List<Object>, Integer> newest = new HashMap<>();
        statements.forEach(row -> newest.merge(speaker(row), order.rank(row), Math::max));
        return statements.stream()
                .filter(row -> order.rank(row) == newest.get(speaker(row)))
                .filter(row -> row.date("death_date") != null)
                .min(byAuthority)
                .map(row -> row.date("death_date"))
                .orElse(null);
    }

    /** The state of residence at the period's end, or {@code UNKNOWN}. */
    String residenceState() {
        return statements.stream()
                .filter(row -> row.text("address_state") != null)
                .min(byDay)
                .map(row -> row.text("address_state"))
                .filter(Objects::nonNull)
                .orElse(Practice.UNKNOWN_STATE);
    }

    /**
     * Where the person lives at the period's end. ZIP code and county are of the newest statement that has one and does not
     * speak of another state.
     */
    Residence residence() {
        String state = residenceState();
        return new Residence(
                latest("address_zip", state),
                state.equals(Practice.UNKNOWN_STATE) ? null : state,
                latest("address_county", state));
    }

    private String latest(String column, String state) {
        return statements.stream()
                .filter(row -> row.text(column) != null)
                .filter(row -> row.text("address_state") == null
                        || row.text("address_state").equals(state))
                .min(byDay)
                .map(row -> row.text(column))
                .orElse(null);
    }

    private List<Object> speaker(CanonicalRow row) {
        Table table = row.table();
        return List.of(speakers.first(row.member()), table);
    }
}
