package org.mcpstrata.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.publish.WrittenTable;
import org.mcpstrata.report.ReportHead;
import org.mcpstrata.report.ReportTables;
import org.mcpstrata.report.RunPage;
import org.mcpstrata.report.Shown;
import org.mcpstrata.report.Tier;
import org.mcpstrata.stratify.ResultContext;

/** Writes the report of a run among its files, of figures as they were read back. */
final class ReportFile {
    static final String INDEX = "report/index.html";

    private ReportFile() {}

    static void write(Staging staging, ResultContext context, List<String> figures) {
        ReportHead head = new ReportHead(
                Tier.RESTRICTED,
                context.runId(),
                context.programName(),
                context.period().start(),
                context.period().end(),
                context.payersPresent(),
                context.payersAbsent());
        ReportTables tables = new ReportTables(
                rows(staging, "dim_measure"),
                rows(staging, "dim_stratum"),
                rows(staging, "dim_entity"),
                rows(staging, "demographic_completeness"),
                rows(staging, "stratum_comparison", Shown::comparison));
        staging.writeFile(INDEX, new RunPage(head, tables).html(figures));
    }

    private static List<TableRow> rows(Staging staging, String table) {
        return rows(staging, table, row -> true);
    }

    /** The rows to keep of a table of the run; none where the run made no such table. */
    private static List<TableRow> rows(Staging staging, String table, Predicate<TableRow> keep) {
        List<TableRow> rows = new ArrayList<>();
        WrittenTable written = staging.tables().get("restricted/" + table);
        if (written != null) {
            staging.reread(written, row -> {
                if (keep.test(row)) {
                    rows.add(row);
                }
            });
        }
        return rows;
    }
}
