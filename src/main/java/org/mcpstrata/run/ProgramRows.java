package org.mcpstrata.run;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.stratify.Dimensions;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.compare.StratumComparisons;

/**
 * The rows that tell an operator what a run came to: the whole program, all payers together, and the totals of each
 * payer, people counted directly; and which practices have results.
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
        return StoredTables.ofRun(runFolder, conf).rows(StratifiedResult.SCHEMA, ProgramRows::isShown);
    }

    /** Whether a row of {@code dim_entity} is a practice that somebody sent, no stand-in for people of no practice. */
    static boolean isPractice(TableRow row) {
        return row.text("entity_type").equals("PRACTICE")
                && !row.text("entity_id")
                        .equals(Practice.unattributed(row.text("entity_state")).id());
    }

    /** Reads practices from a published run. */
    static List<TableRow> practices(Path runFolder, Configuration conf) {
        return StoredTables.ofRun(runFolder, conf).rows(Dimensions.ENTITY, ProgramRows::isPractice);
    }

    /** Reads comparisons from a published run. */
    static List<TableRow> comparisons(Path runFolder, Configuration conf) {
        return StoredTables.ofRun(runFolder, conf).rows(StratumComparisons.SCHEMA, ProgramRows::isShownComparison);
    }
}
