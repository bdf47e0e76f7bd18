package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;

/** All events of one person that some measure may ask for, in their total order, found by kind and value set. */
final class Events {
    private final Map<EventKind, List<Event>> byKind = new EnumMap<>(EventKind.class);
    private final Map<EventKind, Map<Integer, List<Event>>> bySet = new EnumMap<>(EventKind.class);
    private final List<Event> resultLines = new ArrayList<>();
    private final SurveyEvents surveys;

    /** Reads the final-action rows of one person. */
    Events(List<CanonicalRow> rows, Interest interest) {
        List<Event> all = new ClinicalEvents(interest).of(rows);
        all.addAll(new ClaimEvents(interest).of(rows));
        surveys = SurveyEvents.of(rows, interest, all);
        all.sort(Event.ORDER);
        for (Event event : all) {
            if (event.kind() == EventKind.CLAIM_LINE) {
                addLine(event, interest);
            } else {
                add(event.kind(), event);
            }
        }
    }

    /** A billed line is found as a visit, procedure or supply too; a denied one only by what it reports. */
    private void addLine(Event event, Interest interest) {
        add(EventKind.QUALITY_CODE, event);
        if (interest.isResult(event.line().service())) {
            resultLines.add(event);
        }
        if (!event.line().denied()) {
            add(EventKind.CLAIM_LINE, event);
            if (!event.line().isCategoryTwo()) {
                add(EventKind.ENCOUNTER, event);
                add(EventKind.PROCEDURE, event);
                add(EventKind.SUPPLY, event);
            }
        }
    }

    private void add(EventKind kind, Event event) {
        byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(event);
        Map<Integer, List<Event>> sets = bySet.computeIfAbsent(kind, any -> new HashMap<>());
        for (int set : event.codes().sets()) {
            sets.computeIfAbsent(set, any -> new ArrayList<>()).add(event);
        }
    }

    /** Events of a kind with a code in one of these sets, each once, in order; of any code where none are named. */
    List<Event> in(EventKind kind, int[] wanted) {
        if (wanted.length == 0) {
            return byKind.getOrDefault(kind, List.of());
        }
        Map<Integer, List<Event>> sets = bySet.get(kind);
        if (sets == null) {
            return List.of();
        }
        List<Event> found = List.of();
        for (int set : wanted) {
            List<Event> more = sets.get(set);
            if (more != null) {
                found = found.isEmpty() ? more : union(found, more);
            }
        }
        return found;
    }

    private static List<Event> union(List<Event> left, List<Event> right) {
        List<Event> both = new ArrayList<>(left.size() + right.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            Event a = left.get(i);
            Event b = right.get(j);
            boolean fromLeft = a == b || Event.ORDER.compare(a, b) <= 0;
            both.add(fromLeft ? a : b);
            i += fromLeft ? 1 : 0;
            j += fromLeft && a != b ? 0 : 1;
        }
        both.addAll(left.subList(i, left.size()));
        both.addAll(right.subList(j, right.size()));
        return both;
    }

    /** Claim lines whose code reports a result, denied or not, in order. */
    List<Event> resultLines() {
        return resultLines;
    }

    /** The answers behind survey responses. */
    SurveyEvents surveys() {
        return surveys;
    }
}
