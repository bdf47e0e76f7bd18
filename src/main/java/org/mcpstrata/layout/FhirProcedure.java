package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/** Procedure: performed, planned, or not done for a reason. */
final class FhirProcedure implements FhirMapping {
    private static final FhirTimes.Columns TIMES = new FhirTimes.Columns(
            "procedure_start_date", "procedure_start_time", "procedure_end_date", "procedure_end_time");

    @Override
    public List<CanonicalRow> rows(FhirResource procedure) {
        FhirNode root = procedure.root();
        List<Coding> reasons = new ArrayList<>(root.codings("statusReason"));
        reasons.addAll(procedure.extensionReasons());
        RowBuilder row = procedure
                .row(Table.PROCEDURE, procedure.patient("subject"))
                .set("procedure_id", procedure.id())
                .set("status", root.text("status"))
                .set("reason_codes", FhirResource.joined(reasons))
                .set("encounter_id", root.referenceId("encounter"));
        FhirResource.setCodes(row, root.codings("code"));
        FhirTimes.set(row, root, "performed", TIMES);
        // An act that was not done has no time of performance; the profiles record when that was written down.
        for (FhirNode recorded : root.extensions(name -> name.endsWith("recorded"))) {
            FhirDateTime when = recorded.dateTime("valueDateTime");
            if (when != null) {
                row.set("recorded_date", when.first());
            }
        }
        return List.of(row.build());
    }
}
