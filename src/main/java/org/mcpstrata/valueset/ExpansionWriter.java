package org.mcpstrata.valueset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Writes expansions in the form that {@link ExpansionCsv} reads, one file each, and beside them where each came from.
 * Descriptions are left out: nothing needs them, and those of CPT and SNOMED CT may not be passed on.
 */
final class ExpansionWriter {
    /** Says of each file which release it is and which file it was made from. */
    static final String MANIFEST = "MANIFEST.csv";

    private ExpansionWriter() {}

    /** Writes all of them into a folder; the same expansions give the same bytes. */
    static void write(SortedMap<String, Expansion> expansions, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (CsvWriter manifest = writer(folder.resolve(MANIFEST))) {
            manifest.writeRecord("file", "value_set_oid", "value_set_name", "release", "codes", "source");
            for (Expansion expansion : expansions.values()) {
                String file = fileOf(expansion);
                write(expansion, folder.resolve(file));
                manifest.writeRecord(
                        file,
                        expansion.id(),
                        expansion.name(),
                        expansion.release(),
                        Integer.toString(expansion.members().size()),
                        expansion.place().source());
            }
        }
    }

    private static void write(Expansion expansion, Path file) throws IOException {
        try (CsvWriter rows = writer(file)) {
            rows.writeRecord(ExpansionCsv.HEADER);
            for (Coding coding : expansion.members()) {
                rows.writeRecord(
                        expansion.id(), expansion.name(), coding.system().name(), coding.code(), "");
            }
        }
    }

    private static CsvWriter writer(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
    }

    /** A readable name that holds nothing of the file's own but letters, digits and the id. */
    static String fileOf(Expansion expansion) {
        String slug = expansion
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String shortened = slug.substring(0, Math.min(slug.length(), 80));
        return (shortened.isEmpty() ? "value_set" : shortened) + "__"
                + expansion.id().replaceAll("[^A-Za-z0-9.-]", "_") + ".csv";
    }
}
