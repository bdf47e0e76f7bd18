package org.mcpstrata.second;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.Table;

/** What a run left behind, as views: {@code member_result}, and {@code accepted_*} for the tables the measures read. */
final class PublishedRun {
    private static final List<Table> READ = List.of(
            Table.ELIGIBILITY,
            Table.PATIENT,
            Table.MEDICAL_CLAIM,
            Table.CLAIM_DIAGNOSIS,
            Table.CLAIM_PROCEDURE,
            Table.PHARMACY_CLAIM,
            Table.ENCOUNTER,
            Table.CONDITION,
            Table.OBSERVATION,
            Table.PROCEDURE,
            Table.MEDICATION,
            Table.SERVICE_REQUEST);

    private PublishedRun() {}

    /** Makes the views over the newest run below the folder; a table that nobody delivered is empty. */
    static void open(DuckDBConnection database, Path out) throws SQLException, IOException {
        Path run = out.resolve("runs")
                .resolve(Files.readString(out.resolve("CURRENT")).trim());
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "CREATE VIEW member_result AS FROM read_parquet('" + run + "/restricted/member_result/*.parquet')");
            for (Table table : READ) {
                statement.execute("CREATE VIEW accepted_" + table.tableName() + " AS "
                        + (delivered(out.resolve("drops"), table) ? files(out, table) : empty(table)));
            }
        }
    }

    private static boolean delivered(Path drops, Table table) throws IOException {
        Path folder = Path.of("accepted", table.tableName());
        try (Stream<Path> found = Files.walk(drops, 4)) {
            return found.anyMatch(path -> path.endsWith(folder));
        }
    }

    private static String files(Path out, Table table) {
        return "FROM read_parquet('" + out + "/drops/*/*/accepted/" + table.tableName() + "/*.parquet')";
    }

    private static String empty(Table table) {
        return table.schema().columns().stream()
                .map(column -> "CAST(NULL AS " + type(column.type()) + ") AS \"" + column.name() + "\"")
                .collect(joining(", ", "SELECT ", " WHERE false"));
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case STRING -> "VARCHAR";
            case DATE -> "DATE";
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case MONEY -> "DECIMAL(18, 2)";
            case DECIMAL -> "DECIMAL(38, 6)";
            case DOUBLE -> "DOUBLE";
            case LIST -> "VARCHAR[]";
            case MAP, STRUCTS -> throw new IllegalArgumentException("no accepted table has a column of type " + type);
        };
    }
}
