package org.mcpstrata.evaluate;

import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.Provenance;

/** An event being written from one row; what is not said stays empty. */
final class EventDraft {
    private final EventKind kind;
    private final Evidence.Path path;
    private final Provenance source;
    private String id = "";
    private Span span = Span.days(Span.UNKNOWN, Span.UNKNOWN);
    private int recorded = Span.UNKNOWN;
    private Codes codes = Codes.NONE;
    private Codes diagnoses = Codes.NONE;
    private Codes principal = Codes.NONE;
    private Codes reasons = Codes.NONE;
    private Codes disposition = Codes.NONE;
    private EventValue value = EventValue.MISSING;
    private String status = "";
    private String intent = "";
    private List<String> categories = List.of();
    private String setting = "";
    private String visit = "";

    EventDraft(EventKind kind, Evidence.Path path, CanonicalRow row) {
        this.kind = kind;
        this.path = path;
        this.source = row.provenance();
    }

    /** The id of a record of this payer: resource identity is payer, type and id (decisions.md 1). */
    static String id(CanonicalRow row, String delivered) {
        return delivered == null ? "" : row.payerId() + '/' + delivered;
    }

    EventDraft id(String text) {
        this.id = text;
        return this;
    }

    EventDraft span(Span days) {
        this.span = days;
        return this;
    }

    EventDraft recorded(int day) {
        this.recorded = day;
        return this;
    }

    EventDraft codes(Codes what) {
        this.codes = what;
        return this;
    }

    EventDraft diagnoses(Codes all, Codes principalOnly) {
        this.diagnoses = all;
        this.principal = principalOnly;
        return this;
    }

    EventDraft reasons(Codes why) {
        this.reasons = why;
        return this;
    }

    EventDraft disposition(Codes where) {
        this.disposition = where;
        return this;
    }

    EventDraft value(EventValue said) {
        this.value = said;
        return this;
    }

    EventDraft status(String text) {
        this.status = text == null ? "" : text;
        return this;
    }

    EventDraft intent(String text) {
        this.intent = text == null ? "" : text;
        return this;
    }

    EventDraft categories(List<String> texts) {
        this.categories = texts;
        return this;
    }

    EventDraft setting(String classCode) {
        this.setting = classCode == null ? "" : classCode;
        return this;
    }

    EventDraft visit(String visitId) {
        this.visit = visitId;
        return this;
    }

    Event build() {
        return new Event(
                kind,
                id,
                span,
                recorded,
                codes,
                diagnoses,
                principal,
                reasons,
                disposition,
                value,
                status,
                intent,
                categories,
                setting,
                visit,
                path,
                source);
    }
}
