package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.ValueSet;

/**
 * The measures computed a second time, in DuckDB SQL written from the specification alone ({@code second/*.sql}), over
 * what one published run accepted. It shares with the pipeline only the reading of delivered lines, the linking of
 * members to persons, and the value sets as lists of codes.
 */
final class SecondImplementation implements AutoCloseable {
    /** The measures that exist in SQL, in the order of their files. */
    static final List<String> MEASURES = List.of("CMS122", "CMS130", "CMS165", "EDU");

    private static final List<String> COMMON =
            List.of("01-input.sql", "02-final-action.sql", "03-evidence.sql", "04-shared-exclusions.sql");

    private final DuckDBConnection database;
    private final String run;
    private final String drops;
    private final int year;

    private SecondImplementation(DuckDBConnection database, Path out, int year) throws IOException {
        this.database = database;
        this.run = out.resolve("runs")
                .resolve(Files.readString(out.resolve("CURRENT")).trim())
                .toString();
        this.drops = out.resolve("drops").toString();
        this.year = year;
    }

    /**
     * Reads the newest run and everything the measures share.
     *
     * @param out the folder given to {@code run --out}
     * @param valueSets the value sets of that year
     * @param year the measurement period of the run
     */
    static SecondImplementation of(Path out, List<ValueSet> valueSets, int year) throws SQLException, IOException {
        return withFault(out, valueSets, year, UnaryOperator.identity());
    }

    /** The same with the text of the shared files changed first. */
    static SecondImplementation withFault(Path out, List<ValueSet> valueSets, int year, UnaryOperator<String> fault)
            throws SQLException, IOException {
        requireNonNull(fault, "fault");
        DuckDBConnection database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        SecondImplementation second = new SecondImplementation(database, out, year);
        second.load(valueSets);
        for (String file : COMMON) {
            second.execute(fault.apply(text(file)));
        }
        return second;
    }

    /** Computes the measure, its SQL changed first; a second time replaces the first. */
    void compute(String measure, UnaryOperator<String> fault) throws SQLException, IOException {
        execute(fault.apply(text(measure.toLowerCase(java.util.Locale.ROOT) + ".sql")));
    }

    /** Computes the measure as specified. */
    void compute(String measure) throws SQLException, IOException {
        compute(measure, UnaryOperator.identity());
    }

    /** Where the two differ about a measure: one row per rate, population and pair of answers. */
    List<Disagreement> disagreements(String measure) throws SQLException, IOException {
        List<Disagreement> found = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery(located(text("compare.sql")).replace("${measure}", measure))) {
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

    /** Persons in the initial population, exclusions and numerator, and visits, to show that there was something to compare. */
    List<String> totals() throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(text("totals.sql"))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    private void load(List<ValueSet> valueSets) throws SQLException {
        execute(
                "CREATE TABLE code_list (set_id VARCHAR, system VARCHAR, code VARCHAR, heading BOOLEAN, out_again BOOLEAN)");
        try (DuckDBAppender appender = database.createAppender("main", "code_list")) {
            for (ValueSet set : valueSets) {
                for (Coding member : set.members()) {
                    append(appender, set, member, false, false);
                }
                for (Coding heading : set.headings()) {
                    append(appender, set, heading, true, false);
                }
                for (Coding member : set.notMembers()) {
                    append(appender, set, member, false, true);
                }
                for (Coding heading : set.notHeadings()) {
                    append(appender, set, heading, true, true);
                }
            }
        }
    }

    private static void append(DuckDBAppender appender, ValueSet set, Coding coding, boolean heading, boolean outAgain)
            throws SQLException {
        appender.beginRow();
        appender.append(set.id());
        appender.append(coding.system().name());
        appender.append(coding.code());
        appender.append(heading);
        appender.append(outAgain);
        appender.endRow();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(located(sql));
        }
    }

    private String located(String sql) {
        return sql.replace("${run}", run).replace("${drops}", drops).replace("${year}", Integer.toString(year));
    }

    private static String text(String file) throws IOException {
        try (InputStream resource = SecondImplementation.class.getResourceAsStream("/second/" + file)) {
            return new String(requireNonNull(resource, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
