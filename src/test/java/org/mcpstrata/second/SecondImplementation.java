package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/**
 * The measures computed a second time, in DuckDB SQL written from the specification alone ({@code second/*.sql}), over
 * what one published run accepted. It shares with the pipeline only the reading of delivered lines, the linking of
 * members to persons, and the value sets as lists of codes.
 */
final class SecondImplementation implements AutoCloseable {
    /** The measures that exist in SQL, one file each. */
    static final List<String> MEASURES = List.of("CMS122", "CMS130", "CMS165", "CMS2", "EDU");

    private static final List<String> SHARED =
            List.of("01-input.sql", "02-final-action.sql", "03-evidence.sql", "04-shared-exclusions.sql");

    private final DuckDBConnection database;
    private final int year;

    private SecondImplementation(DuckDBConnection database, int year) {
        this.database = database;
        this.year = year;
    }

    /**
     * Computes everything that the measures share over the newest run below a folder.
     *
     * @param out the folder given to {@code run --out}
     * @param year the measurement period of that run
     * @param fault a rule to get wrong, or empty
     */
    static SecondImplementation of(Path out, int year, Optional<SeededFault> fault) throws SQLException, IOException {
        DuckDBConnection database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        CodeLists.load(database, year);
        PublishedRun.open(database, out);
        SecondImplementation second = new SecondImplementation(database, year);
        for (String file : SHARED) {
            second.execute(file, fault);
        }
        return second;
    }

    /** Computes the measure; done again it replaces what was computed before. */
    void compute(String measure, Optional<SeededFault> fault) throws SQLException, IOException {
        execute(measureFile(measure), fault);
    }

    /** Whether the fault lies in what the measures share, so that all of it must be computed again. */
    static boolean isShared(SeededFault fault) throws IOException {
        for (String file : SHARED) {
            if (text(file).contains(fault.right())) {
                return true;
            }
        }
        return false;
    }

    /** How many files that the fault's measure reads hold the text which the fault changes. */
    static int places(SeededFault fault) throws IOException {
        List<String> files = new ArrayList<>(SHARED);
        files.add(measureFile(fault.measure()));
        int places = 0;
        for (String file : files) {
            String[] pieces = (text(file) + " ").split(Pattern.quote(fault.right()), -1);
            places += pieces.length - 1;
        }
        return places;
    }

    /** Where the two differ about a measure: one row per rate, population and pair of answers. */
    List<Disagreement> disagreements(String measure) throws SQLException, IOException {
        List<Disagreement> found = new ArrayList<>();
        String sql = text("compare.sql").replace("${measure}", measure);
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(new Disagreement(
                        measure,
                        rows.getString("rate_id"),
                        rows.getString("population"),
                        rows.getString("pipeline"),
                        rows.getString("second"),
                        rows.getLong("persons"),
                        rows.getString("example")));
            }
        }
        return found;
    }

    /** What was counted, in the order of measures and rates. */
    List<Totals> totals() throws SQLException, IOException {
        List<Totals> lines = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(text("totals.sql"))) {
            while (rows.next()) {
                lines.add(new Totals(
                        rows.getString("measure_id"),
                        rows.getString("rate_id"),
                        rows.getLong("persons"),
                        rows.getLong("initial_population"),
                        rows.getLong("denominator_exclusion"),
                        rows.getLong("denominator_exception"),
                        rows.getLong("numerator"),
                        rows.getLong("visits"),
                        rows.getLong("months")));
            }
        }
        return lines;
    }

    /** Of CMS2, which must have been computed: how many people came into each population by which way. */
    SortedMap<String, Long> ways() throws SQLException, IOException {
        SortedMap<String, Long> persons = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(text("cms2-ways.sql"))) {
            while (rows.next()) {
                persons.put(rows.getString("way"), rows.getLong("persons"));
            }
        }
        return persons;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    private void execute(String file, Optional<SeededFault> fault) throws SQLException, IOException {
        String right = text(file);
        String sql = fault.map(wrong -> wrong.in(right)).orElse(right);
        try (Statement statement = database.createStatement()) {
            statement.execute(sql.replace("${year}", Integer.toString(year)));
        }
    }

    private static String measureFile(String measure) {
        return measure.toLowerCase(Locale.ROOT) + ".sql";
    }

    private static String text(String file) throws IOException {
        try (InputStream resource = SecondImplementation.class.getResourceAsStream("/second/" + file)) {
            return new String(requireNonNull(resource, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
