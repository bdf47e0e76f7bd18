package org.mcpstrata.document;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the small tables on the class path that hold layouts and codes. One that is not there is a defect of the build. */
public final class ClassPathTable {
    private ClassPathTable() {}

    /** All rows of a CSV file with a header. */
    public static List<NamedCsvRecord> rows(String resource) {
        return read(resource, text -> {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
                return rows.stream().toList();
            }
        });
    }

    /** The words between blanks of each line that is neither empty nor a remark, which begins with {@code #}. */
    public static List<List<String>> words(String resource) {
        return read(resource, text -> new BufferedReader(text)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.strip().split("\\s+")))
                .toList());
    }

    private interface Reading<T> {
        T of(InputStreamReader text) throws IOException;
    }

    private static <T> T read(String resource, Reading<T> reading) {
        try (InputStream in = ClassPathTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return reading.of(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
