package org.mcpstrata.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.compare.StratumComparisons;

/**
 * The rows that the printed summary shows: the whole program, all payers together, and the totals of each payer; people
 * counted directly.
 */
final class ProgramRows {
    private ProgramRows() {}

    static boolean isShown(TableRow row) {
        return row.text("entity_type").equals("PROGRAM")
                && row.text("method").equals("DIRECT")
                && (row.text("payer_scope").equals("ALL")
                        || row.text("payer_scope").startsWith("payer:")
                                && row.text("stratifier_id").equals("TOTAL"));
    }

    /** Whether a row of {@code stratum_comparison} is shown: the program's groups against their reference groups. */
    static boolean isShownComparison(TableRow row) {
        return row.text("entity_type").equals("PROGRAM")
                && row.text("payer_scope").equals("ALL")
                && row.text("comparator").equals("FIXED_REF");
    }

    /** Reads rows of results from a published run. */
    static List<TableRow> of(Path runFolder, Configuration conf) {
        return of(new Path(runFolder, "restricted"), StratifiedResult.SCHEMA, ProgramRows::isShown, conf);
    }

    /** Reads comparisons from a published run. */
    static List<TableRow> comparisons(Path runFolder, Configuration conf) {
        return of(new Path(runFolder, "restricted"), StratumComparisons.SCHEMA, ProgramRows::isShownComparison, conf);
    }

    private static List<TableRow> of(Path folder, TableSchema schema, Predicate<TableRow> shown, Configuration conf) {
        Path table = new Path(folder, schema.name());
        List<TableRow> rows = new ArrayList<>();
        try {
            TableRows.forEach(table, schema, conf, row -> {
                if (shown.test(row)) {
                    rows.add(row);
                }
            });
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of(schema.name()), e);
        }
        return rows;
    }
}
