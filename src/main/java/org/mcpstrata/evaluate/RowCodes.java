package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.valueset.CodeForm;
import org.mcpstrata.valueset.CodeSystem;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.ValueSets;

/** Which value sets the codes of a canonical row belong to. Codes of unknown systems belong to none. */
final class RowCodes {
    private static final Map<String, CodeSystem> SYSTEMS = new HashMap<>();

    static {
        for (CodeSystem system : CodeSystem.values()) {
            SYSTEMS.put(system.name(), system);
        }
    }

    /** The same few thousand codes come again and again; a look-up by headings costs more than remembering. */
    private static final int MOST_REMEMBERED = 200_000;

    private final ValueSets valueSets;
    private final Map<String, int[]> seen = new ConcurrentHashMap<>();

    RowCodes(ValueSets valueSets) {
        this.valueSets = requireNonNull(valueSets, "valueSets");
    }

    /** Codes of a row: one coding in two columns and further ones as {@code SYSTEM|code}. */
    Codes of(CanonicalRow row, Column system, Column code, Column more) {
        List<String> codings = new ArrayList<>(2);
        if (row.text(system) != null && row.text(code) != null) {
            codings.add(row.text(system) + '|' + row.text(code));
        }
        if (more != null) {
            codings.addAll(row.list(more));
        }
        return of(codings);
    }

    /** Codes written as {@code SYSTEM|code}. */
    Codes of(List<String> codings) {
        if (codings.isEmpty()) {
            return Codes.NONE;
        }
        int[] found = setsOf(codings.get(0));
        for (int i = 1; i < codings.size(); i++) {
            found = union(found, setsOf(codings.get(i)));
        }
        return new Codes(found, codings);
    }

    /** Numbers of the sets that hold a coding, ascending. */
    int[] setsOf(String coding) {
        int[] known = seen.get(coding);
        if (known != null) {
            return known;
        }
        int[] sets = lookUp(coding);
        if (seen.size() < MOST_REMEMBERED) {
            seen.put(coding, sets);
        }
        return sets;
    }

    private int[] lookUp(String coding) {
        int bar = coding.indexOf('|');
        if (bar < 0) {
            return Codes.NONE.sets();
        }
        CodeSystem system = systemOf(coding.substring(0, bar));
        return system == null ? Codes.NONE.sets() : valueSets.valueSetsOf(system, coding.substring(bar + 1));
    }

    /** Whether a coding as delivered is that one. */
    static boolean isOf(String coding, Coding wanted) {
        int bar = coding.indexOf('|');
        return bar > 0
                && systemOf(coding.substring(0, bar)) == wanted.system()
                && CodeForm.normal(wanted.system(), coding.substring(bar + 1)).equals(wanted.code());
    }

    /** The code system of that name or identifier; null where it is none that is known. */
    private static CodeSystem systemOf(String name) {
        CodeSystem system = SYSTEMS.get(name);
        return system == null ? CodeSystem.parse(name).orElse(null) : system;
    }

    private static int[] union(int[] left, int[] right) {
        if (right.length == 0) {
            return left;
        }
        if (left.length == 0) {
            return right;
        }
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        Arrays.sort(both);
        int size = 1;
        for (int i = 1; i < both.length; i++) {
            if (both[i] != both[size - 1]) {
                both[size++] = both[i];
            }
        }
        return Arrays.copyOf(both, size);
    }
}
