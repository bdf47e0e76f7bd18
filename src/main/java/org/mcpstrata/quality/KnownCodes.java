package org.mcpstrata.quality;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mcpstrata.document.ClassPathTable;

/** The codes that the pipeline understands, from the same lists on the class path that give people their strata. */
final class KnownCodes {
    /** Says that there is no value, or that it is another one: no mistake. */
    private static final Set<String> FLAVOURS =
            Set.of("UNK", "UNKNOWN", "ASKU", "NASK", "NI", "OTH", "DECLINED", "ASKED_UNKNOWN", "NOT_ASKED", "UN");

    /** Sex as the layouts call it: canonical files and FHIR, CCLF, research files, APCD. */
    private static final Set<String> SEX_FIELDS = Set.of("gender", "BENE_SEX_CD", "BENE_SEX_IDENT_CD", "CDLME018");

    private static final Set<String> RACE = demographic("race");
    private static final Set<String> SEX = demographic("sex");
    private static final Set<String> LANGUAGE = demographic("language");
    private static final Set<String> STATES = states();

    private KnownCodes() {}

    static boolean isSex(String value) {
        return is(SEX, value);
    }

    static boolean isSexField(String field) {
        return SEX_FIELDS.contains(field);
    }

    /** Race and ethnicity are two questions of one code list. */
    static boolean isRace(String value) {
        return is(RACE, value);
    }

    /** Any code of two or three letters, with or without region: the lists of languages are open. */
    static boolean isLanguage(String value) {
        String primary = value.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return is(LANGUAGE, primary) || LANGUAGE.contains(primary) || primary.matches("[a-z]{2,3}");
    }

    static boolean isState(String state) {
        return STATES.contains(state);
    }

    private static boolean is(Set<String> codes, String value) {
        String code = value.strip().toUpperCase(Locale.ROOT);
        return codes.contains(code) || FLAVOURS.contains(code);
    }

    private static Set<String> demographic(String name) {
        Set<String> codes = new HashSet<>();
        ClassPathTable.words("/codes/demographics-" + name + ".txt")
                .forEach(words -> codes.addAll(words.subList(1, words.size())));
        return Set.copyOf(codes);
    }

    private static Set<String> states() {
        return ClassPathTable.rows("/codes/fips_state.csv").stream()
                .map(row -> row.getField(1))
                .filter(state -> state.length() == 2)
                .collect(Collectors.toUnmodifiableSet());
    }
}
