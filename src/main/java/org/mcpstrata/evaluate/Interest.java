package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;

/** What the measures of a set ask for, so that everything else can be left behind early. */
final class Interest {
    private final RowCodes codes;
    private final Set<String> resultCodes = new HashSet<>();
    private final Map<EventKind, List<EventClause>> withoutCodes = new EnumMap<>(EventKind.class);

    Interest(MeasureSet measures) {
        this.codes = new RowCodes(measures.valueSets());
        for (MeasureDefinition measure : measures.measures().values()) {
            for (Definition definition : measure.definitions().values()) {
                if (definition.clause() instanceof EventClause events) {
                    add(events);
                }
            }
        }
    }

    private void add(EventClause events) {
        if (events.result() != null) {
            resultCodes.addAll(events.result().coded().keySet());
        }
        if (events.in().isEmpty()) {
            withoutCodes
                    .computeIfAbsent(events.event(), kind -> new ArrayList<>())
                    .add(events);
        }
    }

    RowCodes codes() {
        return codes;
    }

    /** Whether a CPT or HCPCS code reports some measure's result. */
    boolean isResult(String service) {
        return resultCodes.contains(service);
    }

    /**
     * Whether some clause may find such an event: by a code of one of its sets, or, where a clause names no codes, by
     * its setting and categories.
     *
     * @param setting encounter class, or null
     */
    boolean asksFor(EventKind kind, Codes what, String setting, List<String> categories) {
        if (what.sets().length > 0) {
            return true;
        }
        for (EventClause clause : withoutCodes.getOrDefault(kind, List.of())) {
            Set<String> wanted = clause.record().categories();
            if (clause.settings().accepts(setting)
                    && (wanted.isEmpty() || categories.isEmpty() || !Collections.disjoint(wanted, categories))) {
                return true;
            }
        }
        return false;
    }

    boolean asksFor(EventKind kind, Codes what) {
        return asksFor(kind, what, null, List.of());
    }
}
