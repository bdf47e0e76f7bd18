package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Codings of one thing and the value sets they belong to.
 *
 * @param sets numbers of value sets, ascending, without repetition; owned by this record and never changed
 * @param codings {@code SYSTEM|code}, as delivered, in delivered order
 */
record Codes(int[] sets, List<String> codings) {
    static final Codes NONE = new Codes(new int[0], List.of());

    Codes {
        requireNonNull(sets, "sets");
        codings = List.copyOf(codings);
    }

    boolean in(int set) {
        for (int member : sets) {
            if (member == set) {
                return true;
            }
        }
        return false;
    }

    boolean inAny(int[] wanted) {
        for (int set : wanted) {
            if (in(set)) {
                return true;
            }
        }
        return false;
    }

    /** The coding a reader is shown; empty where there is none. */
    String shown() {
        return codings.isEmpty() ? "" : codings.get(0);
    }
}
