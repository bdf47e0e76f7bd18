package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.Provenance;

/**
 * One thing that happened to a person, whatever table and payer told of it. Whether it counts is the clause's to say: an
 * event keeps what its record says of itself.
 *
 * @param kind its kind; a billed line is a {@link EventKind#CLAIM_LINE} that other kinds of clauses may find too
 * @param id record id with its payer, or the claim's key
 * @param span its days; for medications the supply it covers
 * @param codes what it is
 * @param diagnoses diagnoses of a visit or claim
 * @param principal principal diagnosis of a visit or claim
 * @param disposition where a stay sent the person
 * @param facts what its record says of itself
 * @param setting encounter class of the visit it is or belongs to; null where unknown
 * @param billed whether a claim tells of it, not a clinical record
 * @param claim the medical claim that tells of it; null for clinical records and pharmacy claims
 * @param line the line of that claim; null where the claim as a whole tells of it
 * @param source the delivered line
 */
record Event(
        EventKind kind,
        String id,
        Span span,
        Codes codes,
        Codes diagnoses,
        Codes principal,
        Codes disposition,
        EventValue value,
        RecordFacts facts,
        String setting,
        boolean billed,
        Claim claim,
        ClaimLine line,
        Provenance source) {
    /** A total order: time first, then what tells two events of one moment apart, whatever order rows came in. */
    static final Comparator<Event> ORDER = Comparator.<Event>comparingInt(event -> event.span.first())
            .thenComparingInt(event -> event.span.last())
            .thenComparingInt(event -> event.span.firstTime())
            .thenComparingInt(event -> event.span.lastTime())
            .thenComparing(Event::kind)
            .thenComparing(Event::source)
            .thenComparing(Event::id)
            .thenComparingInt(event -> event.line == null ? 0 : event.line.number())
            .thenComparing(event -> String.join(" ", event.codes.codings()));

    Event {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(span, "span");
        requireNonNull(codes, "codes");
        requireNonNull(diagnoses, "diagnoses");
        requireNonNull(principal, "principal");
        requireNonNull(disposition, "disposition");
        requireNonNull(value, "value");
        requireNonNull(facts, "facts");
        requireNonNull(source, "source");
    }

    /** The path by which it is known where no code reports a result. */
    Evidence.Path path() {
        if (kind == EventKind.SURVEY) {
            return Evidence.Path.SURVEY;
        }
        return billed ? Evidence.Path.PROC : Evidence.Path.CLIN;
    }
}
