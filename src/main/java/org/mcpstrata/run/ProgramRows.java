package org.mcpstrata.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.stratify.StratifiedResult;

/** The rows that the printed summary shows: the whole program, all payers together, and the totals of each payer. */
final class ProgramRows {
    private ProgramRows() {}

    static boolean isShown(TableRow row) {
        return row.text("entity_type").equals("PROGRAM")
                && (row.text("payer_scope").equals("ALL")
                        || row.text("payer_scope").startsWith("payer:")
                                && row.text("stratifier_id").equals("TOTAL"));
    }

    /** Reads them from a published run. */
    static List<TableRow> of(Path runFolder, Configuration conf) {
        Path table = new Path(runFolder, "restricted/stratified_result");
        List<TableRow> rows = new ArrayList<>();
        try {
            FileStatus[] parts = table.getFileSystem(conf).listStatus(table);
            Arrays.sort(parts);
            for (FileStatus part : parts) {
                try (TableReader reader = TableReader.open(part.getPath(), StratifiedResult.SCHEMA, conf)) {
                    while (reader.hasNext()) {
                        TableRow row = new TableRow(StratifiedResult.SCHEMA, reader.next());
                        if (isShown(row)) {
                            rows.add(row);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.WRITE_FAILED, Place.of("stratified_result"), "");
        }
        return rows;
    }
}
