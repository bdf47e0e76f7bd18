package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Evidence.Path;
import org.mcpstrata.model.Table;

/** Clinical rows of one person become events. Which statuses count is the measure's to say: events keep theirs. */
final class ClinicalEvents {
    private final CodeIndex index;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Codes> conditionCodes = new HashMap<>();
    private final Map<String, String> visitClasses = new HashMap<>();

    ClinicalEvents(CodeIndex index) {
        this.index = index;
    }

    /** The events of these rows; rows of other tables are passed over. */
    List<Event> of(List<CanonicalRow> rows) {
        for (CanonicalRow row : rows) {
            if (row.table() == Table.CONDITION) {
                conditionCodes.put(EventDraft.id(row, row.text("condition_id")), index.codes(row));
            } else if (row.table() == Table.ENCOUNTER && row.text("encounter_class") != null) {
                visitClasses.put(EventDraft.id(row, row.text("encounter_id")), row.text("encounter_class"));
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
            case OBSERVATION -> observation(row);
            case MEDICATION -> medication(row);
            case SERVICE_REQUEST -> order(row);
            case PATIENT, ELIGIBILITY, DEMOGRAPHICS, ATTRIBUTION, MBI_CROSSWALK, MEDICAL_CLAIM, CLAIM_DIAGNOSIS,
                    CLAIM_PROCEDURE, PHARMACY_CLAIM, SURVEY, RACE_PROBABILITY, RISK_SCORE, PROVIDER -> {
                // No clinical event: claims have a class of their own, the others describe people and payers.
            }
        }
    }

    private void encounter(CanonicalRow row) {
        List<String> diagnoses = new ArrayList<>(row.list("diagnosis_codes"));
        for (String conditionId : row.list("diagnosis_condition_ids")) {
            diagnoses.addAll(conditionCodes.getOrDefault(EventDraft.id(row, conditionId), Codes.NONE).codings());
        }
        Span span = span(row, "encounter_start", "encounter_end", Span.UNKNOWN);
        // A visit without an end never qualifies (measures.md 17.15): its unknown end makes every relation untrue.
        events.add(draft(EventKind.ENCOUNTER, row, "encounter_id")
                .span(span)
                .codes(index.codes(row))
                .diagnoses(index.codes(diagnoses), Codes.NONE)
                .disposition(index.codes(row, "discharge_disposition_system", "discharge_disposition_code"))
                .status(row.text("status"))
                .setting(row.text("encounter_class"))
                .build());
    }

    /**
     * Prevalence of a condition: an active one lasts until its stated end or without end; the whole interval of any
     * other without an end is unknown (measures.md 2.2, 17.11).
     */
    private void condition(CanonicalRow row) {
        if ("entered-in-error".equals(row.text("verification_status"))) {
            return;
        }
        String status = row.text("clinical_status");
        boolean active = "active".equals(status) || "recurrence".equals(status) || "relapse".equals(status);
        Span stated = span(row, "onset", "abatement", active ? Span.OPEN_END : Span.UNKNOWN);
        int first = stated.first() == Span.UNKNOWN ? Span.OPEN_START : stated.first();
        List<String> categories = new ArrayList<>(row.list("category"));
        events.add(draft(EventKind.CONDITION, row, "condition_id")
                .span(new Span(first, stated.last(), stated.firstTime(), stated.lastTime()))
                .recorded(Span.dayOf(row.date("recorded_date")))
                .codes(index.codes(row))
                .status(row.text("verification_status"))
                .categories(categories)
                .visit(EventDraft.id(row, row.text("encounter_id")))
                .build());
    }

    private void procedure(CanonicalRow row) {
        boolean notDone = "not-done".equals(row.text("status"));
        Span performed = span(row, "procedure_start", "procedure_end", Span.UNKNOWN);
        int recorded = Span.dayOf(row.date("recorded_date"));
        events.add(draft(notDone ? EventKind.NOT_DONE : EventKind.PROCEDURE, row, "procedure_id")
                .span(notDone && !performed.isKnown() ? Span.days(recorded, recorded) : pointIfNoEnd(performed))
                .recorded(recorded)
                .codes(index.codes(row))
                .reasons(index.codes(row.list("reason_codes")))
                .status(row.text("status"))
                .visit(EventDraft.id(row, row.text("encounter_id")))
                .build());
    }

    private void observation(CanonicalRow row) {
        String visit = EventDraft.id(row, row.text("encounter_id"));
        String ownClass = row.text("encounter_class");
        boolean refused = "cancelled".equals(row.text("status"));
        events.add(draft(refused ? EventKind.NOT_DONE : EventKind.OBSERVATION, row, "observation_id")
                .span(pointIfNoEnd(span(row, "observation", "observation_end", Span.UNKNOWN)))
                .recorded(Span.dayOf(row.date("issued_date")))
                .codes(index.codes(row))
                .value(ObservationValues.of(row, index))
                .status(row.text("status"))
                .categories(row.list("category"))
                .setting(ownClass == null ? visitClasses.get(visit) : ownClass)
                .visit(visit)
                .build());
    }

    /**
     * The supply of a request runs from its stated start, else its date, over days of supply times (1 + refills); without
     * days of supply to its stated end; else it is unknown (measures.md 3.3).
     */
    private void medication(CanonicalRow row) {
        int authored = Span.dayOf(row.date("authored_date"));
        int first = row.date("start_date") == null ? authored : Span.dayOf(row.date("start_date"));
        Integer supply = row.integer("days_supply");
        Integer refills = row.integer("refills");
        int last;
        if (first != Span.UNKNOWN && supply != null && supply > 0) {
            last = first + supply * (1 + (refills == null ? 0 : refills)) - 1;
        } else {
            last = Span.dayOf(row.date("end_date"));
        }
        EventKind kind = "DISPENSE".equals(row.text("kind")) ? EventKind.DISPENSING : EventKind.MEDICATION_ORDER;
        boolean forbidden = Boolean.TRUE.equals(row.flag(row.table().column("do_not_perform")));
        if ("STATEMENT".equals(row.text("kind"))) {
            return;
        }
        events.add(draft(forbidden ? EventKind.NOT_DONE : kind, row, "medication_id")
                .span(forbidden ? Span.days(authored, authored) : Span.days(first, last))
                .recorded(authored)
                .codes(index.codes(row))
                .reasons(index.codes(row.list("reason_codes")))
                .status(row.text("status"))
                .intent(row.text("intent"))
                .visit(EventDraft.id(row, row.text("encounter_id")))
                .build());
    }

    private void order(CanonicalRow row) {
        int authored = Span.dayOf(row.date("authored_date"));
        int time = time(row, "authored_time");
        EventKind kind = "DEVICE".equals(row.text("kind")) ? EventKind.SUPPLY : EventKind.SERVICE_ORDER;
        // An order not to do something is no order in any year, a named deviation (measures.md 17.3).
        boolean forbidden = Boolean.TRUE.equals(row.flag(row.table().column("do_not_perform")));
        events.add(draft(forbidden ? EventKind.NOT_DONE : kind, row, "request_id")
                .span(new Span(authored, authored, time, time))
                .recorded(authored)
                .codes(index.codes(row))
                .reasons(index.codes(row.list("reason_codes")))
                .status(row.text("status"))
                .intent(row.text("intent"))
                .visit(EventDraft.id(row, row.text("encounter_id")))
                .build());
    }

    private static EventDraft draft(EventKind kind, CanonicalRow row, String idColumn) {
        return new EventDraft(kind, Path.CLIN, row).id(EventDraft.id(row, row.text(idColumn)));
    }

    private static Span span(CanonicalRow row, String start, String end, int noEnd) {
        LocalDate last = row.date(end + "_date");
        return new Span(
                Span.dayOf(row.date(start + "_date")),
                last == null ? noEnd : Span.dayOf(last),
                time(row, start + "_time"),
                time(row, end + "_time"));
    }

    /** A date without an end is the whole of that day. */
    private static Span pointIfNoEnd(Span span) {
        return span.last() == Span.UNKNOWN
                ? new Span(span.first(), span.first(), span.firstTime(), span.firstTime())
                : span;
    }

    private static int time(CanonicalRow row, String column) {
        Column found = row.table().column(column);
        String text = row.text(found);
        return text == null ? Span.NO_TIME : LocalTime.parse(text).toSecondOfDay();
    }
}
