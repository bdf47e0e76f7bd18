package org.mcpstrata.link;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Missing;

/** From delivered demographic codes to stratum keys, or to the kind of no value that they stand for. */
final class DemographicCodes {
    static final String HISPANIC = "HISPANIC";
    static final String NOT_HISPANIC = "NOT_HISPANIC";

    private static final CodeTable RACE = new CodeTable("demographics-race");
    private static final CodeTable LANGUAGE = new CodeTable("demographics-language");
    private static final CodeTable SEX = new CodeTable("demographics-sex");
    private static final CodeTable GENDER_IDENTITY = new CodeTable("demographics-gender-identity");
    private static final CodeTable SEXUAL_ORIENTATION = new CodeTable("demographics-sexual-orientation");
    private static final CodeTable DISABILITY = new CodeTable("demographics-disability");
    private static final CodeTable INTERPRETER_NEED = new CodeTable("demographics-interpreter-need");

    private static final CodeTable TRIBAL_AFFILIATION = new CodeTable("demographics-tribal-affiliation");

    /** HL7 null flavours and the words of the drop contract, codes/missing_reason.csv. */
    private static final Map<String, Missing> REASONS = Map.of(
            "DECLINED", Missing.DECLINED,
            "ASKU", Missing.DECLINED,
            "ASKED_UNKNOWN", Missing.ASKED_UNKNOWN,
            "UNKNOWN", Missing.UNKNOWN,
            "UNK", Missing.UNKNOWN,
            "NOT_ASKED", Missing.NOT_ASKED,
            "NASK", Missing.NOT_ASKED,
            "NI", Missing.NO_INFORMATION,
            "NO_INFORMATION", Missing.NO_INFORMATION,
            "UNMAPPED", Missing.UNMAPPED);

    private static final Set<String> NO_VALUE =
            Stream.of(Missing.values()).map(Missing::name).collect(Collectors.toUnmodifiableSet());

    private static final String OTHER_FLAVOUR = "OTH";

    private DemographicCodes() {}

    /** The reason a row states for its missing value; a word that no table holds is unmapped, not lost. */
    static Missing reason(String text) {
        return REASONS.getOrDefault(text.toUpperCase(Locale.ROOT), Missing.UNMAPPED);
    }

    /** What a value of an attribute means. */
    static Answer answer(Attribute attribute, String value) {
        String code = value.strip().toUpperCase(Locale.ROOT);
        Optional<String> key =
                switch (attribute) {
                    case RACE_ETHNICITY -> orOther(RACE, code);
                    case LANGUAGE -> language(code);
                    case SEX -> SEX.key(code);
                    case GENDER_IDENTITY -> orOther(GENDER_IDENTITY, code);
                    case SEXUAL_ORIENTATION -> orOther(SEXUAL_ORIENTATION, code);
                    case DISABILITY -> DISABILITY.key(code);
                    case INTERPRETER_NEED -> INTERPRETER_NEED.key(code);
                    case TRIBAL_AFFILIATION -> REASONS.containsKey(code) ? Optional.empty() : tribe(code);
                };
        // A table may say of a code that it stands for no value.
        return key.map(DemographicCodes::answer).orElseGet(() -> Answer.missing(reason(code)));
    }

    private static Answer answer(String key) {
        return NO_VALUE.contains(key) ? Answer.missing(Missing.valueOf(key)) : Answer.of(key);
    }

    /** Tribes are kept as they are named; there are hundreds. */
    private static Optional<String> tribe(String code) {
        return Optional.of(TRIBAL_AFFILIATION.key(code).orElse(code));
    }

    private static Optional<String> orOther(CodeTable table, String code) {
        return code.equals(OTHER_FLAVOUR) ? Optional.of("OTHER") : table.key(code);
    }

    /**
     * The shortest code of a language, without region or script (stratification.md 1.3): {@code ENG}, {@code en-US} and
     * {@code en} are one language.
     */
    private static Optional<String> language(String code) {
        String primary = code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (primary.equals("und") || primary.equals("zxx") || primary.equals("~")) {
            return Optional.of(Missing.UNKNOWN.name());
        }
        if (REASONS.containsKey(code)) {
            return Optional.empty();
        }
        Optional<String> shortest = LANGUAGE.key(primary);
        return shortest.isPresent() || !primary.matches("[a-z]{2,3}") ? shortest : Optional.of(primary);
    }
}
