package org.mcpstrata.docs;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

class DataContractPageTest {
    @Test
    void pageListsEveryColumnOfEveryCanonicalTable() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Data contract: the canonical tables

                What every delivered format becomes, and what the formats `canonical-csv` and `canonical-parquet` deliver
                directly. Made from `src/main/resources/tables`; the same files make the schema of the Parquet files.

                In a `canonical-csv` file the header names the columns, in any order; `member_id` is delivered, the other
                columns of provenance are the pipeline's own. The entries of a list are separated by one space and hold no
                space, bar or semicolon of their own; an entry of a column whose name ends in `_codes` is `SYSTEM|code`.
                """);
        for (Table table : Table.values()) {
            page.append("\n## ")
                    .append(table.tableName())
                    .append("\n\n| column | type | | meaning |\n|---|---|---|---|\n");
            for (Column column : table.schema().columns()) {
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
        GeneratedPage.check("data-contract.md", page.toString());
    }
}
