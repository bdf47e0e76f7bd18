package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** Clinical rows of one person as events, as far as some measure asks for them. */
final class ClinicalEvents {
    private static final Column VISIT_ID = Table.ENCOUNTER.column("encounter_id");
    private static final Column VISIT_CLASS = Table.ENCOUNTER.column("encounter_class");
    private static final Column VISIT_DIAGNOSES = Table.ENCOUNTER.column("diagnosis_codes");
    private static final Column VISIT_CONDITIONS = Table.ENCOUNTER.column("diagnosis_condition_ids");
    private static final Column DISCHARGE_SYSTEM = Table.ENCOUNTER.column("discharge_disposition_system");
    private static final Column DISCHARGE_CODE = Table.ENCOUNTER.column("discharge_disposition_code");
    private static final RowSpan VISIT_DAYS = RowSpan.of(Table.ENCOUNTER, "encounter_start", "encounter_end");
    private static final Column CONDITION_ID = Table.CONDITION.column("condition_id");
    private static final Column CLINICAL_STATUS = Table.CONDITION.column("clinical_status");
    private static final Column VERIFICATION = Table.CONDITION.column("verification_status");
    private static final Column CONDITION_CATEGORY = Table.CONDITION.column("category");
    private static final RowSpan CONDITION_DAYS = RowSpan.of(Table.CONDITION, "onset", "abatement");
    private static final Column PROCEDURE_ID = Table.PROCEDURE.column("procedure_id");
    private static final RowSpan PROCEDURE_DAYS = RowSpan.of(Table.PROCEDURE, "procedure_start", "procedure_end");
    private static final Column REQUEST_ID = Table.SERVICE_REQUEST.column("request_id");
    private static final Column REQUEST_KIND = Table.SERVICE_REQUEST.column("kind");
    private static final Column REQUEST_FORBIDS = Table.SERVICE_REQUEST.column("do_not_perform");
    private static final Column REQUEST_DATE = Table.SERVICE_REQUEST.column("authored_date");

    private final Interest interest;
    private final RowCodes index;
    private final VisitClasses visits = new VisitClasses();
    private final Map<String, List<String>> conditionCodings = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    ClinicalEvents(Interest interest) {
        this.interest = interest;
        this.index = interest.codes();
    }

    /** The events of these rows; rows of other tables are passed over. */
    List<Event> of(List<CanonicalRow> rows) {
        for (CanonicalRow row : rows) {
            if (row.table() == Table.ENCOUNTER) {
                visits.put(EventDraft.id(row, row.text(VISIT_ID)), row.text(VISIT_CLASS));
            } else if (row.table() == Table.CONDITION) {
                conditionCodings.put(
                        EventDraft.id(row, row.text(CONDITION_ID)), codes(row).codings());
            }
        }
        for (CanonicalRow row : rows) {
            add(row);
        }
        return events;
    }

    private void add(CanonicalRow row) {
        switch (row.table()) {
            case ENCOUNTER -> encounter(row);
            case CONDITION -> condition(row);
            case PROCEDURE -> procedure(row);
            case OBSERVATION -> ObservationEvents.add(row, interest, visits, events);
            case MEDICATION -> MedicationEvents.add(row, interest, events);
            case SERVICE_REQUEST -> order(row);
            case PHARMACY_CLAIM -> PharmacyFills.add(row, interest, events);
            case PATIENT,
                    ELIGIBILITY,
                    DEMOGRAPHICS,
                    ATTRIBUTION,
                    MBI_CROSSWALK,
                    MEDICAL_CLAIM,
                    CLAIM_DIAGNOSIS,
                    CLAIM_PROCEDURE,
                    SURVEY,
                    RACE_PROBABILITY,
                    RISK_SCORE,
                    PROVIDER -> {
                // Medical claims are read claim by claim; the other tables describe people and payers.
            }
        }
    }

    private Codes codes(CanonicalRow row) {
        Table table = row.table();
        return index.of(row, table.column("code_system"), table.column("code"), table.column("more_codes"));
    }

    /** A visit without an end never qualifies (measures.md 17.15): its unknown end makes every relation untrue. */
    private void encounter(CanonicalRow row) {
        Codes codes = codes(row);
        if (!interest.asksFor(EventKind.ENCOUNTER, codes, row.text(VISIT_CLASS), List.of())) {
            return;
        }
        List<String> diagnoses = new ArrayList<>(row.list(VISIT_DIAGNOSES));
        for (String condition : row.list(VISIT_CONDITIONS)) {
            diagnoses.addAll(conditionCodings.getOrDefault(EventDraft.id(row, condition), List.of()));
        }
        events.add(new EventDraft(EventKind.ENCOUNTER, EventDraft.id(row, row.text(VISIT_ID)), row)
                .span(VISIT_DAYS.of(row, Span.UNKNOWN))
                .codes(codes)
                .diagnoses(index.of(diagnoses), Codes.NONE)
                .disposition(index.of(row, DISCHARGE_SYSTEM, DISCHARGE_CODE, null))
                .facts(FactColumns.ENCOUNTER.of(row, index))
                .setting(row.text(VISIT_CLASS))
                .build());
    }

    /**
     * Prevalence: an active condition lasts to its stated end or without end; of any other one without an end nothing is
     * known (measures.md 2.2, 17.11). A condition entered in error never was (17.2).
     */
    private void condition(CanonicalRow row) {
        Codes codes = codes(row);
        boolean error = "entered-in-error".equals(row.text(VERIFICATION));
        if (error || !interest.asksFor(EventKind.CONDITION, codes, null, row.list(CONDITION_CATEGORY))) {
            return;
        }
        String status = row.text(CLINICAL_STATUS);
        boolean active = "active".equals(status) || "recurrence".equals(status) || "relapse".equals(status);
        Span days = CONDITION_DAYS.of(row, active ? Span.OPEN_END : Span.UNKNOWN);
        int onset = days.first() == Span.UNKNOWN ? Span.OPEN_START : days.first();
        events.add(new EventDraft(EventKind.CONDITION, EventDraft.id(row, row.text(CONDITION_ID)), row)
                .span(new Span(onset, days.last(), days.firstTime(), days.lastTime()))
                .codes(codes)
                .facts(FactColumns.CONDITION.of(row, index))
                .build());
    }

    private void procedure(CanonicalRow row) {
        Codes codes = codes(row);
        if (interest.asksFor(EventKind.PROCEDURE, codes)) {
            events.add(new EventDraft(EventKind.PROCEDURE, EventDraft.id(row, row.text(PROCEDURE_ID)), row)
                    .span(PROCEDURE_DAYS.ofOneDayWithoutEnd(row))
                    .codes(codes)
                    .facts(FactColumns.PROCEDURE.of(row, index))
                    .build());
        }
    }

    /** An order not to do something is no order, in any year: a named deviation (measures.md 17.3). */
    private void order(CanonicalRow row) {
        Codes codes = codes(row);
        EventKind kind =
                switch (row.text(REQUEST_KIND)) {
                    case "SERVICE" -> EventKind.ORDER;
                    case "DEVICE" -> EventKind.SUPPLY;
                    default -> null;
                };
        if (kind == null || !interest.asksFor(kind, codes) || Boolean.TRUE.equals(row.flag(REQUEST_FORBIDS))) {
            return;
        }
        events.add(new EventDraft(kind, EventDraft.id(row, row.text(REQUEST_ID)), row)
                .span(Span.of(row.date(REQUEST_DATE), row.date(REQUEST_DATE)))
                .codes(codes)
                .facts(FactColumns.SERVICE_REQUEST.of(row, index))
                .build());
    }
}
