package org.mcpstrata.measure.prose;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.model.DefinitionAnswer.Seen;
import org.mcpstrata.model.Evidence;

/** The answers of one person to the definitions of a measure, and how its events read. */
record Answers(MeasureDefinition measure, Map<String, DefinitionAnswer> byName) {
    Answers {
        requireNonNull(measure, "measure");
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    static Answers of(MeasureDefinition measure, List<DefinitionAnswer> inOrder) {
        Map<String, DefinitionAnswer> byName = new LinkedHashMap<>();
        inOrder.forEach(answer -> byName.put(answer.definition(), answer));
        return new Answers(measure, byName);
    }

    DefinitionAnswer of(String name) {
        DefinitionAnswer answer = byName.get(name);
        if (answer == null) {
            throw new IllegalArgumentException("a definition was not asked");
        }
        return answer;
    }

    boolean holds(String name) {
        return of(name).holds();
    }

    Clause clause(String name) {
        return measure.definition(name).clause();
    }

    /** The days and what was found on them, without its source. */
    static String brief(Seen seen) {
        Evidence event = seen.event();
        List<String> what = new ArrayList<>();
        what.add(event.code().replace('|', ' '));
        what.add((event.value() + " " + event.unit()).trim());
        what.removeIf(String::isEmpty);
        return days(seen) + ": " + String.join(", ", what);
    }

    /** One event with its days, code, value, kind of source, drop, file and line. */
    static String event(Seen seen) {
        Evidence event = seen.event();
        return brief(seen) + "; " + path(event.path()) + "; " + event.source().payerId() + "/"
                + event.source().dropId() + ", " + event.source().file() + ", line "
                + event.source().line();
    }

    private static String days(Seen seen) {
        if (seen.event().date() == null) {
            return "without a first day";
        }
        if (seen.lastDay() == null) {
            return "from " + seen.event().date() + " on";
        }
        return seen.event().date() + (seen.lastDay().equals(seen.event().date()) ? "" : " to " + seen.lastDay());
    }

    private static String path(Evidence.Path path) {
        return switch (path) {
            case CLIN -> "clinical record";
            case CLIN_MAPPED -> "clinical record with a mapped code";
            case PROC -> "claim";
            case QDC -> "quality-data code on a claim";
            case CPT2 -> "CPT category II code on a claim";
            case SURVEY -> "survey";
            case ENROLLMENT -> "enrollment";
        };
    }
}
