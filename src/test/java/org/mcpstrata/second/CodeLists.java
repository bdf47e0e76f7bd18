package org.mcpstrata.second;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.ValueSet;
import org.mcpstrata.valueset.ValueSetLoader;

/** The shipped value sets of a year as one flat table: set, code, and what the line of the file says about the code. */
final class CodeLists {
    private CodeLists() {}

    /** Makes the table {@code code_list}; which codes are members is worked out in SQL. */
    static void load(DuckDBConnection database, int year) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE code_list (set_id VARCHAR, system VARCHAR, code VARCHAR,"
                    + " heading BOOLEAN, out_again BOOLEAN)");
        }
        Problems problems = new Problems();
        Collection<ValueSet> sets = ValueSetLoader.load(
                        Path.of("measures", "value-sets"), year, Optional.empty(), problems)
                .values();
        problems.throwIfAny();
        try (DuckDBAppender appender = database.createAppender("main", "code_list")) {
            for (ValueSet set : sets) {
                append(appender, set, set.members(), false, false);
                append(appender, set, set.headings(), true, false);
                append(appender, set, set.notMembers(), false, true);
                append(appender, set, set.notHeadings(), true, true);
            }
        }
    }

    private static void append(
            DuckDBAppender appender, ValueSet set, Collection<Coding> codings, boolean heading, boolean outAgain)
            throws SQLException {
        for (Coding coding : codings) {
            appender.beginRow();
            appender.append(set.id());
            appender.append(coding.system().name());
            appender.append(coding.code());
            appender.append(heading);
            appender.append(outAgain);
            appender.endRow();
        }
    }
}
