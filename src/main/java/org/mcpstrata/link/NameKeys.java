package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hashed name keys of one statement about a member (stratification.md 2.1, keys T1 to T3). */
final class NameKeys {
    private static final int FIRST_LETTERS = 3;
    /** A payer repeats a member's names in every month; remembering so many people's keys saves most of the hashing. */
    private static final int REMEMBERED = 10_000;

    private final LinkageKey key;
    private final Map<List<String>, SortedMap<LinkPass, String>> remembered = new HashMap<>();

    NameKeys(LinkageKey key) {
        this.key = requireNonNull(key, "key");
    }

    /** The keys of one statement; remembers the answer for the next row that says the same. */
    SortedMap<LinkPass, String> of(String lastName, String firstName, LocalDate birth, String gender, String zip) {
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(
                Arrays.asList(lastName, firstName, String.valueOf(birth), gender, zip),
                facts -> of(lastName, firstName, birth, gender, zip, key));
    }

    /** Whether some pass has all its parts. */
    static boolean areIn(String lastName, String firstName, LocalDate birth, String gender, String zip) {
        boolean whole = !PersonName.normalise(lastName).isEmpty()
                && !PersonName.normalise(firstName).isEmpty()
                && birth != null;
        return whole && ("male".equals(gender) || "female".equals(gender) || zip != null);
    }

    /** A key for every pass whose parts are all known; nothing is hashed from half a name. */
    static SortedMap<LinkPass, String> of(
            String lastName, String firstName, LocalDate birth, String gender, String zip, LinkageKey key) {
        SortedMap<LinkPass, String> keys = new TreeMap<>();
        String last = PersonName.normalise(lastName);
        String first = PersonName.normalise(firstName);
        if (last.isEmpty() || first.isEmpty() || birth == null) {
            return Collections.emptySortedMap();
        }
        boolean sexKnown = "male".equals(gender) || "female".equals(gender);
        if (sexKnown) {
            keys.put(LinkPass.NAME_SEX, hash(key, "T1", last, first, birth.toString(), gender));
        }
        if (zip != null) {
            keys.put(LinkPass.NAME_ZIP, hash(key, "T2", last, first, birth.toString(), zip));
        }
        String sound = PersonName.soundex(last);
        if (sexKnown && !sound.isEmpty()) {
            String start = first.substring(0, Math.min(FIRST_LETTERS, first.length()));
            keys.put(LinkPass.NAME_SOUND, hash(key, "T3", sound, start, birth.toString(), gender));
        }
        return keys;
    }

    private static String hash(LinkageKey key, String... parts) {
        return key.hmac(String.join("|", parts));
    }
}
