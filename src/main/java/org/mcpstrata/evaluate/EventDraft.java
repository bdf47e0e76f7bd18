package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Provenance;

/** An event being written from one row; what is not said stays empty. */
final class EventDraft {
    private final EventKind kind;
    private final String id;
    private final Provenance source;
    private Span span = Span.days(Span.UNKNOWN, Span.UNKNOWN);
    private Codes codes = Codes.NONE;
    private Codes diagnoses = Codes.NONE;
    private Codes principal = Codes.NONE;
    private Codes disposition = Codes.NONE;
    private EventValue value = EventValue.MISSING;
    private RecordFacts facts = RecordFacts.NONE;
    private String setting;
    private boolean billed;
    private Claim claim;
    private ClaimLine line;

    EventDraft(EventKind kind, String id, CanonicalRow row) {
        this.kind = requireNonNull(kind, "kind");
        this.id = requireNonNull(id, "id");
        this.source = row.provenance();
    }

    /** The id of a record of this payer: resource identity is payer, type and id (founding decision 1). */
    static String id(CanonicalRow row, String delivered) {
        return delivered == null ? "" : row.payerId() + '/' + delivered;
    }

    EventDraft span(Span days) {
        this.span = days;
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

    EventDraft disposition(Codes where) {
        this.disposition = where;
        return this;
    }

    EventDraft value(EventValue said) {
        this.value = said;
        return this;
    }

    EventDraft facts(RecordFacts said) {
        this.facts = said;
        return this;
    }

    EventDraft setting(String classCode) {
        this.setting = classCode;
        return this;
    }

    /** A claim tells of it; claim and line are null for a fill. */
    EventDraft billed(Claim onClaim, ClaimLine onLine) {
        this.billed = true;
        this.claim = onClaim;
        this.line = onLine;
        return this;
    }

    Event build() {
        return new Event(
                kind,
                id,
                span,
                codes,
                diagnoses,
                principal,
                disposition,
                value,
                facts,
                setting,
                billed,
                claim,
                line,
                source);
    }
}
