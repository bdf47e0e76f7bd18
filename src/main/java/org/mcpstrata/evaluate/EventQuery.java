package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mcpstrata.measure.ClaimRule;
import org.mcpstrata.measure.ClaimRule.Lasting;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.CodedResult;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.RecordFilter;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.model.Evidence.Path;
import org.mcpstrata.time.MeasurementPeriod;
import org.mcpstrata.valueset.ValueSets;

/** An event clause with its value sets as numbers and its windows as days. */
final class EventQuery {
    private final EventClause clause;
    private final int[] in;
    private final int[] alsoIn;
    private final int[] notIn;
    private final int[] diagnosis;
    private final int[] principal;
    private final int[] dischargedTo;
    private final int[] notOnlyAt;
    private final Span window;
    private final Span diagnosisSince;
    private final Values values;
    private final RowCodes index;

    EventQuery(EventClause clause, ValueSets valueSets, MeasurementPeriod period) {
        this.clause = clause;
        this.in = numbers(clause.in(), valueSets);
        this.alsoIn = numbers(clause.alsoIn(), valueSets);
        this.notIn = numbers(clause.notIn(), valueSets);
        this.diagnosis = numbers(clause.diagnosis().any(), valueSets);
        this.principal = numbers(clause.diagnosis().principal(), valueSets);
        this.dischargedTo = numbers(clause.dischargedTo(), valueSets);
        this.notOnlyAt = numbers(clause.claims().notOnlyAt(), valueSets);
        Timing timing = clause.timing();
        this.window = timing == null ? null : Span.of(timing.window(), period);
        this.diagnosisSince = clause.claims().diagnosisSince() == null
                ? null
                : Span.of(clause.claims().diagnosisSince(), period);
        this.values = new Values(valueSets);
        this.index = new RowCodes(valueSets);
    }

    static int[] numbers(List<CodeSet> sets, ValueSets valueSets) {
        int[] numbers = new int[sets.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = valueSets.numberOf(sets.get(i).id());
        }
        return numbers;
    }

    /** The person's events that satisfy every line of the clause, in order. */
    List<Found> in(Events events) {
        List<Found> found = new ArrayList<>();
        Found firstClaim = null;
        for (Event event : events.in(clause.event(), in)) {
            if (!matches(event)) {
                continue;
            }
            Found candidate = found(event);
            if (event.billed() && lastsFromFirstClaim()) {
                boolean earlier = firstClaim == null
                        || candidate.span().first() < firstClaim.span().first();
                firstClaim = earlier && candidate.span().isKnown() ? candidate : firstClaim;
            } else {
                addIfInTime(candidate, found);
            }
        }
        if (firstClaim != null) {
            Span lasting = Span.days(firstClaim.span().first(), Span.OPEN_END);
            addIfInTime(
                    new Found(firstClaim.event(), lasting, firstClaim.value(), firstClaim.path(), firstClaim.coding()),
                    found);
        }
        if (clause.event() == EventKind.OBSERVATION && clause.result() != null) {
            addReported(events.resultLines(), found);
        }
        if (found.size() > 1) {
            Collections.sort(found, Found.ORDER);
        }
        return found;
    }

    private boolean lastsFromFirstClaim() {
        return clause.event() == EventKind.CONDITION && clause.claims().diagnosis() == Lasting.FROM_FIRST_CLAIM;
    }

    private boolean matches(Event event) {
        return (alsoIn.length == 0 || event.codes().inAny(alsoIn))
                && !event.codes().inAny(notIn)
                && (diagnosis.length == 0 || event.diagnoses().inAny(diagnosis))
                && (principal.length == 0 || event.principal().inAny(principal))
                && (dischargedTo.length == 0 || event.disposition().inAny(dischargedTo))
                && settingCounts(event)
                && (event.billed() ? claimCounts(event) : recordCounts(event));
    }

    /** A claim states no encounter class: the place it names may keep its events out, but never brings them in. */
    private boolean settingCounts(Event event) {
        return clause.settings().accepts(event.setting())
                && (!event.billed() || clause.settings().in().isEmpty());
    }

    private boolean claimCounts(Event event) {
        ClaimRule rule = clause.claims();
        if (rule.none()) {
            return false;
        }
        Claim claim = event.claim();
        if (claim != null && (rule.notTypes().contains(claim.type()) || claim.isOnlyOf(notOnlyAt))) {
            return false;
        }
        if (event.line() != null && !Collections.disjoint(event.line().modifiers(), rule.notModifiers())) {
            return false;
        }
        return diagnosisSince == null
                || event.kind() != EventKind.CONDITION
                || event.span().overlaps(diagnosisSince);
    }

    private boolean recordCounts(Event event) {
        RecordFilter filter = clause.record();
        boolean condition = event.kind() == EventKind.CONDITION;
        boolean unstated = condition && event.status().isEmpty();
        return (filter.statuses().isEmpty() || unstated || filter.statuses().contains(event.status()))
                && !filter.notStatuses().contains(event.status())
                && (filter.intents().isEmpty() || filter.intents().contains(event.intent()))
                && (filter.categories().isEmpty()
                        || event.categories().isEmpty()
                        || !Collections.disjoint(filter.categories(), event.categories()));
    }

    private Found found(Event event) {
        return new Found(
                event, spanOf(event), Values.inUnitOf(clause.result(), event.value()), pathOf(event), codingOf(event));
    }

    private Span spanOf(Event event) {
        if (event.claim() == null) {
            return event.span();
        }
        return switch (clause.claims().dating()) {
            case LINE -> event.span();
            case CLAIM -> event.claim().lineDays();
            case STAY -> event.claim().stay();
        };
    }

    private Path pathOf(Event event) {
        if (clause.event() != EventKind.QUALITY_CODE) {
            return event.path();
        }
        return event.line().isCategoryTwo() ? Path.CPT2 : Path.QDC;
    }

    private String codingOf(Event event) {
        List<String> codings = event.codes().codings();
        if (codings.size() > 1) {
            for (String coding : codings) {
                if (new Codes(index.setsOf(coding), List.of()).inAny(in)) {
                    return coding;
                }
            }
        }
        return event.codes().shown();
    }

    /** Results that claims report by code; a code for "not documented" is none and never overrides one. */
    private void addReported(List<Event> lines, List<Found> found) {
        for (Event event : lines) {
            CodedResult reported = clause.result().coded().get(event.line().service());
            if (reported != null
                    && reported.documented()
                    && claimCounts(event)
                    && settingCounts(event)
                    && Collections.disjoint(event.line().modifiers(), reported.notModifiers())) {
                EventValue value =
                        new EventValue.Banded(reported.band(), reported.band().toString(), "");
                addIfInTime(
                        new Found(
                                event,
                                spanOf(event),
                                value,
                                reported.path(),
                                event.codes().shown()),
                        found);
            }
        }
    }

    private void addIfInTime(Found candidate, List<Found> found) {
        if (isInTime(candidate.span()) && (clause.value() == null || values.pass(candidate.value(), clause.value()))) {
            found.add(candidate);
        }
    }

    private boolean isInTime(Span span) {
        if (window == null) {
            return true;
        }
        return switch (clause.timing().relation()) {
            case DURING -> span.during(window);
            case OVERLAPS -> span.overlaps(window);
            case STARTS -> span.startsIn(window);
            case ENDS -> span.endsIn(window);
        };
    }
}
