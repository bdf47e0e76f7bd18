package org.mcpstrata.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The codes that the pipeline understands, from the same lists on the class path that give people their strata. */
final class KnownCodes {
    /** Says that there is no value, or that it is another one: no mistake. */
    private static final Set<String> FLAVOURS =
            Set.of("UNK", "UNKNOWN", "ASKU", "NASK", "NI", "OTH", "DECLINED", "ASKED_UNKNOWN", "NOT_ASKED", "UN");

    private static final Set<String> RACE = demographic("race");
    private static final Set<String> SEX = demographic("sex");
    private static final Set<String> LANGUAGE = demographic("language");
    private static final Set<String> STATES = states();

    private KnownCodes() {}

    static boolean isSex(String value) {
        return is(SEX, value);
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
        for (String line : lines("/codes/demographics-" + name + ".txt")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                codes.addAll(List.of(words).subList(1, words.length));
            }
        }
        return Set.copyOf(codes);
    }

    private static Set<String> states() {
        Set<String> states = new HashSet<>();
        for (String line : lines("/codes/fips_state.csv")) {
            String[] columns = line.split(",");
            if (columns.length > 1 && columns[1].length() == 2) {
                states.add(columns[1]);
            }
        }
        return Set.copyOf(states);
    }

    private static List<String> lines(String path) {
        try (InputStream in = KnownCodes.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
