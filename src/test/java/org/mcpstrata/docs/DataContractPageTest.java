package org.mcpstrata.docs;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
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

                A `canonical-parquet` file has the same columns, in any order, each nullable or not. A `string` is BINARY, with or
                without STRING, an `int` INT32 or INT64, a `long` INT64, a `date` INT32 (DATE), `money` a DECIMAL of scale 2, a `decimal`
                one of scale 6, both in any form of DECIMAL, a `boolean` BOOLEAN, a `list` a LIST of strings with the usual two levels.
                A column of any other type is refused with its name.
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
            describe(page, table, ColumnTable.remarks(table), TableSchema.load(table, List.of()));
        }
        GeneratedPage.check("data-contract.md", page.toString());
    }

    private static void describe(StringBuilder page, String name, String remarks, TableSchema schema) {
        page.append("\n## ").append(name).append('\n').append(remarks).append(ColumnTable.of(schema));
    }
}
