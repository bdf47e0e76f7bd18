package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.Provenance;

/**
 * One thing that happened to a person, whatever table and payer told of it.
 *
 * @param id the source's own id with its payer, so that other events can point at it; empty where it has none
 * @param span its days; for medications the supply it covers
 * @param recorded day the statement was made (authored, issued, recorded), or {@link Span#UNKNOWN}
 * @param codes what it is
 * @param diagnoses diagnoses of a visit
 * @param principal principal diagnosis of a visit
 * @param reasons why it was done or left undone
 * @param disposition where a stay sent the person
 * @param status as delivered, empty where there is none
 * @param intent of an order, empty where there is none
 * @param categories of an observation or condition
 * @param setting FHIR class code of the visit it is or belongs to, empty where unknown
 * @param visit the visit it belongs to, as that event's id; empty where it is linked to none
 * @param path how it is known
 * @param source the delivered line
 */
record Event(
        EventKind kind,
        String id,
        Span span,
        int recorded,
        Codes codes,
        Codes diagnoses,
        Codes principal,
        Codes reasons,
        Codes disposition,
        EventValue value,
        String status,
        String intent,
        List<String> categories,
        String setting,
        String visit,
        Evidence.Path path,
        Provenance source)
        implements Serializable {
    /** A total order: time first, then what tells two events of one moment apart, whatever order rows came in. */
    static final Comparator<Event> ORDER = Comparator.<Event>comparingInt(event -> event.span.first())
            .thenComparingInt(event -> event.span.last())
            .thenComparingInt(event -> event.span.firstTime())
            .thenComparingInt(event -> event.span.lastTime())
            .thenComparing(Event::kind)
            .thenComparing(Event::source)
            .thenComparing(Event::id)
            .thenComparing(event -> String.join(" ", event.codes.codings()))
            .thenComparing(event -> String.join(" ", event.diagnoses.codings()));

    Event {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(span, "span");
        requireNonNull(codes, "codes");
        requireNonNull(diagnoses, "diagnoses");
        requireNonNull(principal, "principal");
        requireNonNull(reasons, "reasons");
        requireNonNull(disposition, "disposition");
        requireNonNull(value, "value");
        requireNonNull(status, "status");
        requireNonNull(intent, "intent");
        categories = List.copyOf(categories);
        requireNonNull(setting, "setting");
        requireNonNull(visit, "visit");
        requireNonNull(path, "path");
        requireNonNull(source, "source");
    }

    /** Whether a claim tells of it, not a clinical record. */
    boolean isClaim() {
        return path != Evidence.Path.CLIN && path != Evidence.Path.CLIN_MAPPED;
    }

    /** The day that decides "most recent": its last, or its first where the last is open. */
    int day() {
        return span.last() == Span.OPEN_END ? span.first() : span.last();
    }
}
