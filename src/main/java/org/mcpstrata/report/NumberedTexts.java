package org.mcpstrata.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that stand in many rows, written once and named by their number, in order of first use. */
final class NumberedTexts {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int of(String text) {
        return numbers.computeIfAbsent(text, unseen -> numbers.size());
    }

    List<String> all() {
        return new ArrayList<>(numbers.keySet());
    }
}
