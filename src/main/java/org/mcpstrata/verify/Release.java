package org.mcpstrata.verify;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * What one release holds, as a stranger finds it.
 *
 * @param name the folder's name
 * @param tables by name, also those that the contract does not know
 * @param files of the release, as paths relative to its folder
 */
record Release(String name, SortedMap<String, ReadTable> tables, SortedSet<String> files) {
    static final String RESULT = "stratified_result";
    static final String COMPARISON = "stratum_comparison";
    static final String SUMMARY = "disparity_summary";
    static final String MEASURES = "dim_measure";
    static final String STRATA = "dim_stratum";
    static final String ENTITIES = "dim_entity";

    /** Reads all tables of a release; a folder that is none is an error of whoever named it. */
    static Release read(Path folder) throws IOException {
        Path tables = folder.resolve("tables");
        if (!Files.isDirectory(tables.resolve(RESULT))) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION, Place.of("DIR"), "A release has a folder tables/" + RESULT + ".");
        }
        SortedMap<String, ReadTable> read = new TreeMap<>();
        try (Stream<Path> all = Files.list(tables)) {
            for (Path table : all.filter(Files::isDirectory).sorted().toList()) {
                read.put(table.getFileName().toString(), ReadTable.of(table));
            }
        }
        SortedSet<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(path -> !Files.isDirectory(path))
                    .forEach(
                            path -> files.add(folder.relativize(path).toString().replace('\\', '/')));
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new Release(name == null ? "" : name.toString(), read, files);
    }

    List<ReadRow> rows(String table) {
        ReadTable found = tables.get(table);
        return found == null ? List.of() : found.rows();
    }

    static Cell cell(ReadRow row) {
        return new Cell(
                row.text("entity_type"),
                row.text("entity_id"),
                row.text("payer_scope"),
                row.text("stratifier_id"),
                row.text("stratum_id"));
    }

    /** The step of the ladder at which a row's stratifier is published. */
    static int step(ReadRow row) {
        BigDecimal step = row.number("coarsening_level");
        return step == null ? 0 : step.intValue();
    }

    /** Where a row is, for a message. */
    static String place(ReadRow row) {
        return row.text("measure_id") + ", " + row.text("rate_id") + ", " + cell(row);
    }
}
