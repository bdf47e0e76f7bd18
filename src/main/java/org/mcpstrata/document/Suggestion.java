package org.mcpstrata.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds what a person probably meant, for every message about a name that nobody knows. */
public final class Suggestion {
    /** So many names a person reads at a glance. */
    private static final int MOST_LISTED = 20;

    private Suggestion() {}

    /**
     * A sentence with the nearest known word, beginning with a blank; where none is near, one with all known words; empty
     * where they are many or none.
     */
    public static String of(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> " Did you mean '" + word + "'?")
                .orElseGet(() -> all(new TreeSet<>(known)));
    }

    private static String all(SortedSet<String> known) {
        return known.isEmpty() || known.size() > MOST_LISTED ? "" : " Known here: " + String.join(", ", known) + ".";
    }

    private static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(written, word) <= Math.max(1, written.length() / 3))
                .min(Comparator.<String>comparingInt(word -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to insert, delete or replace to turn one word into the other, whatever their case. */
    private static int distance(String written, String known) {
        String left = written.toLowerCase(Locale.ROOT);
        String right = known.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
