package org.mcpstrata.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableSchema;

class DataContractPageTest {
    private static final List<String> RESULTS = List.of(
            "stratified_result",
            "member_result",
            "member_stratum",
            "dim_measure",
            "dim_stratum",
            "dim_entity",
            "link_report",
            "demographic_completeness",
            "dq_result");

    @Test
    void pageListsEveryColumnOfEveryTable() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Data contract: the canonical tables and the results

                What every delivered format becomes, and what the formats `canonical-csv` and `canonical-parquet` deliver
                directly. Made from `src/main/resources/tables`; the same files make the schema of the Parquet files.

                In a `canonical-csv` file the header names the columns, in any order; `member_id` is delivered, the other
                columns of provenance are the pipeline's own. The entries of a list are separated by one space and hold no
                space, bar or semicolon of their own; an entry of a column whose name ends in `_codes` is `SYSTEM|code`.
                """);
        for (Table table : Table.values()) {
            describe(page, table.tableName(), "", table.schema());
        }
        page.append("""

                # Result tables

                What a run leaves in `runs/<run-id>/restricted/`. Every row is about people in groups that may be small: nothing
                here is for publication.
                """);
        for (String table : RESULTS) {
            describe(page, table, comments(table), TableSchema.load(table, List.of()));
        }
        GeneratedPage.check("data-contract.md", page.toString());
    }

    private static void describe(StringBuilder page, String name, String comments, TableSchema schema) {
        page.append("\n## ").append(name).append('\n').append(comments);
        page.append("\n| column | type | | meaning |\n|---|---|---|---|\n");
        for (Column column : schema.columns()) {
            page.append("| ")
                    .append(column.name())
                    .append(" | ")
                    .append(column.type().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(column.required() ? "required" : "")
                    .append(" | ")
                    .append(column.description().replace("|", "\\|"))
                    .append(" |\n");
        }
    }

    /** What the table's own file says of it before its columns. */
    private static String comments(String table) throws IOException {
        StringBuilder comments = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("src/main/resources/tables", table + ".txt"))) {
            if (line.startsWith("# ")) {
                comments.append('\n').append(line.substring(2)).append('\n');
            }
        }
        return comments.toString();
    }
}
