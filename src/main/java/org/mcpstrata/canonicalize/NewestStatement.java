package org.mcpstrata.canonicalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Speakers;
import org.mcpstrata.model.Table;

/**
 * Of the records that are not claims the newest drop's word counts: a resource with the identity of an older one (payer,
 * type and id) replaces it (founding decision 1), and so does a coverage or attribution span of the same member and
 * start, also where the member has another Medicare number by then. One drop may tell several coverage spans of one
 * start, a product or an end each: all of them hold.
 *
 * <p>A statement about the member that bears a date is history and stays beside later ones; one without a date is
 * replaced. Demographic evidence and crosswalks are weighed, not replaced.
 */
final class NewestStatement {
    private static final int PROVENANCE_COLUMNS = 5;

    private final RowOrder order;

    NewestStatement(RowOrder order) {
        this.order = order;
    }

    static boolean isProvenance(Column column) {
        return column.index() < PROVENANCE_COLUMNS;
    }

    /** The rows that count, in order. */
    List<CanonicalRow> of(List<CanonicalRow> rows) {
        Speakers speakers = Speakers.of(rows);
        Map<List<Object>, Integer> newest = new HashMap<>();
        for (CanonicalRow row : rows) {
            newest.merge(record(row, speakers), order.rank(row), Math::max);
        }
        Map<List<Object>, CanonicalRow> first = new HashMap<>();
        List<CanonicalRow> kept = new ArrayList<>();
        for (CanonicalRow row : rows.stream().sorted(order).toList()) {
            if (order.rank(row) == newest.get(record(row, speakers)) && isFirst(row, first)) {
                kept.add(row);
            }
        }
        return kept;
    }

    /**
     * Inside one drop the line that comes first has the identity; rows of that line belong together. Which of two numbers
     * of a member is the current one no line says: what one drop tells under both holds.
     */
    private static boolean isFirst(CanonicalRow row, Map<List<Object>, CanonicalRow> first) {
        CanonicalRow holder = first.putIfAbsent(identity(row, row.member()), row);
        return holder == null || holder.provenance().equals(row.provenance());
    }

    /** The record that a newer drop replaces as a whole: a panel with all its components. */
    private static List<Object> record(CanonicalRow row, Speakers speakers) {
        Member speaker = speakers.first(row.member());
        if (row.table() == Table.OBSERVATION && row.text("parent_id") != null) {
            return List.of(row.table(), row.payerId(), row.text("parent_id"));
        } else if (row.table() == Table.ELIGIBILITY) {
            // Coverage of pharmacy alone says nothing about medical coverage under the same plan.
            List<Object> span = key(row, speaker, "payer_type", "plan", "enrollment_start_date");
            span.add(Boolean.FALSE.equals(row.flag(Table.ELIGIBILITY.column("medical_coverage"))));
            return span;
        }
        return identity(row, speaker);
    }

    private static List<Object> identity(CanonicalRow row, Member member) {
        return switch (row.table()) {
            case ENCOUNTER -> resource(row, "encounter_id");
            case CONDITION -> resource(row, "condition_id");
            case PROCEDURE -> resource(row, "procedure_id");
            case OBSERVATION -> resource(row, "observation_id");
            case MEDICATION -> resource(row, "kind", "medication_id");
            case SERVICE_REQUEST -> resource(row, "kind", "request_id");
            case SURVEY -> resource(row, "response_id");
            case PATIENT -> row.date("as_of_date") == null ? key(row, member) : whole(row);
            case ATTRIBUTION -> key(row, member, "practice_id", "start_date");
            case RACE_PROBABILITY -> key(row, member, "prob_model", "prob_version");
            case RISK_SCORE -> key(row, member, "model", "year");
            case ELIGIBILITY, DEMOGRAPHICS, MBI_CROSSWALK, PROVIDER -> whole(row);
            case MEDICAL_CLAIM, CLAIM_DIAGNOSIS, CLAIM_PROCEDURE, PHARMACY_CLAIM -> whole(row);
        };
    }

    private static List<Object> resource(CanonicalRow row, String... columns) {
        return key(row, row.payerId(), columns);
    }

    private static List<Object> key(CanonicalRow row, Object owner, String... columns) {
        List<Object> key = new ArrayList<>();
        key.add(row.table());
        key.add(owner);
        for (String column : columns) {
            key.add(row.value(row.table().column(column)));
        }
        return key;
    }

    /** A row that nothing replaces; the very same row read twice still counts once. */
    private static List<Object> whole(CanonicalRow row) {
        return List.of(row);
    }
}
