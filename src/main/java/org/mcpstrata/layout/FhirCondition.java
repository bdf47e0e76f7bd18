package org.mcpstrata.layout;

import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/** Condition: one problem or diagnosis; the evaluator filters by its statuses (measures.md 17.2). */
final class FhirCondition implements FhirMapping {
    @Override
    public List<CanonicalRow> rows(FhirResource condition) {
        FhirNode root = condition.root();
        RowBuilder row = condition
                .row(Table.CONDITION, condition.patient("subject"))
                .set("condition_id", condition.id())
                .set("clinical_status", FhirResource.firstCode(root.codings("clinicalStatus")))
                .set("verification_status", FhirResource.firstCode(root.codings("verificationStatus")))
                .set("category", FhirResource.codes(root.allCodings("category")))
                .set("encounter_id", root.referenceId("encounter"));
        FhirResource.setCodes(row, root.codings("code"));
        FhirDateTime onset = ofChoice(root, "onset", "start");
        if (onset != null) {
            row.set("onset_date", onset.first()).set("onset_time", onset.time());
        }
        FhirDateTime abatement = ofChoice(root, "abatement", "end");
        if (abatement != null) {
            row.set("abatement_date", abatement.last()).set("abatement_time", abatement.time());
        }
        FhirDateTime recorded = root.dateTime("recordedDate");
        return List.of(row.set("recorded_date", recorded == null ? null : recorded.first())
                .build());
    }

    /** A choice of dateTime or period; ages, ranges and texts give no date. */
    private static FhirDateTime ofChoice(FhirNode root, String name, String boundary) {
        FhirDateTime point = root.dateTime(name + "DateTime");
        FhirNode period = root.child(name + "Period");
        return point != null || period == null ? point : period.dateTime(boundary);
    }
}
