package org.mcpstrata.evaluate;

import java.util.HashMap;
import java.util.Map;

/** Encounter classes of a person's visits by their id, for the rows that are linked to them. */
final class VisitClasses {
    private final Map<String, String> classes = new HashMap<>();

    void put(String visit, String classCode) {
        if (classCode != null) {
            classes.put(visit, classCode);
        }
    }

    /** The class of a visit; null for a visit that is unknown or has none. */
    String of(String visit) {
        return classes.get(visit);
    }
}
