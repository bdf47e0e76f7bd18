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
import org.mcpstrata.measure.ScoredAnswer;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.ValuedAnswer;
import org.mcpstrata.model.Evidence.Path;
import org.mcpstrata.time.MeasurementPeriod;
import org.mcpstrata.valueset.Coding;
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
    private final int[] reasons;
    private final int[] notOnlyAt;
    private final List<Bounds> fixedWindow;
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
        this.reasons = numbers(clause.reasons(), valueSets);
        this.notOnlyAt = numbers(clause.claims().notOnlyAt(), valueSets);
        Timing timing = clause.timing();
        boolean fixed = timing != null && timing.window().event().isEmpty();
        this.fixedWindow = fixed ? List.of(Bounds.of(timing, period)) : null;
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

    /**
     * The person's events that satisfy every line of the clause, in order.
     *
     * @param windows those of a clause whose window lies at other events, else null
     */
    List<Found> in(Events events, List<Bounds> windows) {
        List<Bounds> inTime = windows == null ? fixedWindow : windows;
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
                addIfInTime(candidate, inTime, found);
            }
        }
        if (firstClaim != null) {
            Span lasting = Span.days(firstClaim.span().first(), Span.OPEN_END);
            addIfInTime(
                    new Found(firstClaim.event(), lasting, firstClaim.value(), firstClaim.path(), firstClaim.coding()),
                    inTime,
                    found);
        }
        if (clause.event() == EventKind.OBSERVATION && clause.result() != null) {
            addReported(events.resultLines(), inTime, found);
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
                && (reasons.length == 0 || event.facts().reasons().inAny(reasons))
                && settingCounts(event)
                && (event.billed()
                        ? claimCounts(event)
                        : event.facts().pass(clause.record(), event.kind() == EventKind.CONDITION));
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

    private Found found(Event event) {
        EventValue value = Values.inUnitOf(clause.result(), numberOf(event.value()));
        List<ScoredAnswer> scores = scoresOf(event);
        return scores.isEmpty() || value instanceof EventValue.Coded
                ? new Found(event, spanOf(event), value, pathOf(event), codingOf(event))
                : new Found(event, spanOf(event), answer(scores, value), Path.CLIN_MAPPED, codingOf(event));
    }

    /** An answer that counts as a number, as that number; every other value as it is. */
    private EventValue numberOf(EventValue value) {
        if (clause.result() != null && value instanceof EventValue.Coded coded) {
            for (ValuedAnswer answer : clause.result().valued()) {
                for (String coding : coded.codes().codings()) {
                    if (RowCodes.isOf(coding, answer.answer())) {
                        return new EventValue.Quantity(
                                answer.number(), clause.result().unit(), "", coded.shown(), coded.shownUnit());
                    }
                }
            }
        }
        return value;
    }

    /** What the scores of the event's tool stand for; empty where it is no tool of the result. */
    private List<ScoredAnswer> scoresOf(Event event) {
        if (clause.result() == null || clause.result().scored().isEmpty()) {
            return List.of();
        }
        return clause.result().scored().stream()
                .filter(score -> isOf(event, score.code()))
                .toList();
    }

    /** The answer a score stands for; a number that is no score of the tool is no result. */
    private EventValue answer(List<ScoredAnswer> scores, EventValue value) {
        if (value instanceof EventValue.Quantity quantity
                && quantity.comparator().isEmpty()) {
            for (ScoredAnswer score : scores) {
                if (score.band().holds(quantity.number())) {
                    Codes codes = index.of(List.of(score.answer().toString()));
                    return new EventValue.Coded(codes, quantity.shown(), quantity.shownUnit());
                }
            }
        }
        return EventValue.MISSING;
    }

    private static boolean isOf(Event event, Coding tool) {
        for (String coding : event.codes().codings()) {
            if (RowCodes.isOf(coding, tool)) {
                return true;
            }
        }
        return false;
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
    private void addReported(List<Event> lines, List<Bounds> inTime, List<Found> found) {
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
                        inTime,
                        found);
            }
        }
    }

    private void addIfInTime(Found candidate, List<Bounds> inTime, List<Found> found) {
        boolean counts = inTime == null
                || Bounds.anyHolds(
                        inTime, candidate.span(), candidate.event().facts().recorded());
        if (counts && (clause.value() == null || values.pass(candidate.value(), clause.value()))) {
            found.add(candidate);
        }
    }
}
