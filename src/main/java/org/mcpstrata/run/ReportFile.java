package org.mcpstrata.run;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.publish.WrittenTable;
import org.mcpstrata.report.ReportHead;
import org.mcpstrata.report.ReportTables;
import org.mcpstrata.report.RunPage;
import org.mcpstrata.report.Tier;
import org.mcpstrata.stratify.ResultContext;

/** Writes the report of a run among its files, of figures as they were read back. */
final class ReportFile {
    static final String INDEX = "report/index.html";

    private ReportFile() {}

    /** @param comparisons those that the report shows */
    static void write(Staging staging, ResultContext context, List<TableRow> comparisons, List<String> figures) {
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
                comparisons);
        staging.writeFile(INDEX, new RunPage(head, tables).html(figures));
    }

    /** The rows of a table of the run; none where the run made no such table. */
    private static List<TableRow> rows(Staging staging, String table) {
        List<TableRow> rows = new ArrayList<>();
        WrittenTable written = staging.tables().get("restricted/" + table);
        if (written != null) {
            staging.reread(written, rows::add);
        }
        return rows;
    }
}
