package org.mcpstrata.link;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hashed name keys of one statement about a member (stratification.md 2.1, keys T1 to T3). */
final class NameKeys {
    private static final int FIRST_LETTERS = 3;
    /** A payer repeats a member's names in every month; remembering so many people's keys saves most of the hashing. */
    private static final int REMEMBERED = 10_000;

    private final LinkageKey.Hashing hashing;
    private final Map<Facts, SortedMap<LinkPass, String>> remembered = new HashMap<>();
    private Facts last;
    private SortedMap<LinkPass, String> keysOfLast;

    NameKeys(LinkageKey key) {
        this.hashing = key.hashing();
    }

    private record Facts(String lastName, String firstName, LocalDate birth, String gender, String zip) {}

    /** The keys of one statement; remembers the answer for the next row that says the same. */
    SortedMap<LinkPass, String> of(String lastName, String firstName, LocalDate birth, String gender, String zip) {
        Facts facts = new Facts(lastName, firstName, birth, gender, zip);
        if (!facts.equals(last)) {
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            last = facts;
            keysOfLast = remembered.computeIfAbsent(facts, this::keys);
        }
        return keysOfLast;
    }

    /** Whether some pass has all its parts. */
    static boolean areIn(String lastName, String firstName, LocalDate birth, String gender, String zip) {
        return isNamed(PersonName.normalise(lastName), PersonName.normalise(firstName), birth)
                && (isSexKnown(gender) || zip != null);
    }

    /** Whether the parts are known that every pass asks for; names normalised. */
    private static boolean isNamed(String last, String first, LocalDate birth) {
        return !last.isEmpty() && !first.isEmpty() && birth != null;
    }

    private static boolean isSexKnown(String gender) {
        return "male".equals(gender) || "female".equals(gender);
    }

    /** A key for every pass whose parts are all known; nothing is hashed from half a name. */
    private SortedMap<LinkPass, String> keys(Facts facts) {
        String last = PersonName.normalise(facts.lastName());
        String first = PersonName.normalise(facts.firstName());
        if (!isNamed(last, first, facts.birth())) {
            return Collections.emptySortedMap();
        }
        SortedMap<LinkPass, String> keys = new TreeMap<>();
        String birth = facts.birth().toString();
        String gender = facts.gender();
        if (isSexKnown(gender)) {
            keys.put(LinkPass.NAME_SEX, hash("T1", last, first, birth, gender));
        }
        if (facts.zip() != null) {
            keys.put(LinkPass.NAME_ZIP, hash("T2", last, first, birth, facts.zip()));
        }
        String sound = PersonName.soundex(last);
        if (isSexKnown(gender) && !sound.isEmpty()) {
            String start = first.substring(0, Math.min(FIRST_LETTERS, first.length()));
            keys.put(LinkPass.NAME_SOUND, hash("T3", sound, start, birth, gender));
        }
        return Collections.unmodifiableSortedMap(keys);
    }

    private String hash(String... parts) {
        return hashing.hmac(String.join("|", parts));
    }
}
