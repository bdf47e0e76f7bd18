package org.mcpstrata.valueset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A code that a shipped set has in some years and the published expansion of 2026 has not, or the other way round, and why.
 *
 * @param valueSet name of the set, or {@code any}
 */
record KnownDifference(int from, int to, String valueSet, Side side, Coding coding, String reason) {
    /** The one list of them. */
    static final Path LIST = Path.of("src/test/resources/valueset/differences.csv");

    /** Where the code is. */
    enum Side {
        SHIPPED,
        EXPANSION
    }

    static List<KnownDifference> list() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(LIST);
                Stream<NamedCsvRecord> rows = reader.stream()) {
            return rows.map(KnownDifference::of).toList();
        }
    }

    private static KnownDifference of(NamedCsvRecord row) {
        String[] years = row.getField("years").split("-");
        return new KnownDifference(
                Integer.parseInt(years[0]),
                Integer.parseInt(years[years.length - 1]),
                row.getField("value_set"),
                Side.valueOf(row.getField("only_in").toUpperCase(Locale.ROOT)),
                Coding.of(CodeSystem.valueOf(row.getField("code_system")), row.getField("code")),
                row.getField("reason"));
    }

    boolean concerns(int year) {
        return from <= year && year <= to;
    }

    boolean explains(String set, Side other, Coding code) {
        return (valueSet.equals("any") || valueSet.equals(set)) && side == other && coding.equals(code);
    }
}
