package org.mcpstrata.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small measures folder without a mistake, and ways to put one in. */
public final class MeasureFolder {
    private static final String MEASURE = """
            measure: TEST
            title: A test
            version: "1"
            steward: nobody
            measurement years: { from: 2025, to: 2025 }
            source: a test
            scoring: proportion
            improvement: increase
            uses: [shared/results]
            value sets:
              Visits: 1.1
              Diabetes: 1.2
            codes:
              A1c: LOINC 4548-4
            windows:
              the year before:
                from: start of measurement period - 1 year
                until: start of measurement period
            populations:
              initial population:
                all: [18 to 75, visit, diabetes]
              denominator: initial population
              numerator:
                all: [latest A1c is low]
            definitions:
              18 to 75:
                age: { from: 18, to: 75, at: end of measurement period }
              visit:
                encounter: { in: Visits, during: measurement period }
              diabetes:
                condition: { in: Diabetes, overlaps: the year before }
              A1c result:
                observation: { in: A1c, during: measurement period, result: A1c }
              latest A1c:
                most recent: { of: A1c result, same day: { missing: decides, then: lowest value } }
              latest A1c is low:
                value: { of: latest A1c, is: "< 8 %" }
            """;
    private static final String LIBRARY = """
            library: shared/results
            measurement years: { from: 2025, to: 2025 }
            source: a test
            event rules:
              encounter:
                status: [finished]
            results:
              A1c:
                unit: "%"
                coded:
                  - { code: 3044F, is: "< 7 %", path: CPT2 }
            """;

    private final Path folder;

    /** Writes the folder. */
    public MeasureFolder(Path folder) {
        this.folder = folder;
        write("test.yaml", MEASURE);
        write("shared/results.yaml", LIBRARY);
        write("value-sets/visits.yaml", valueSet("Visits", "1.1", "CPT: [99202-99205]"));
        write("value-sets/diabetes.yaml", valueSet("Diabetes", "1.2", "ICD10CM with descendants: [E10]"));
    }

    /** A value-set file. */
    public static String valueSet(String name, String id, String member) {
        return "value set: " + name + "\noid: " + id + "\nsource: a test\nmembers:\n  - " + member + "\n";
    }

    /** Writes a file of the folder. */
    public MeasureFolder write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text of a file that is there exactly once. */
    public MeasureFolder replace(String file, String text, String other) {
        try {
            String before = Files.readString(folder.resolve(file));
            assertThat(before.split(java.util.regex.Pattern.quote(text), -1))
                    .as(text)
                    .hasSize(2);
            return write(file, before.replace(text, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The measure file's text. */
    public static String measure() {
        return MEASURE;
    }

    public static String library() {
        return LIBRARY;
    }
}
