package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/** Encounter: one visit or stay. */
final class FhirEncounter implements FhirMapping {
    @Override
    public List<CanonicalRow> rows(FhirResource encounter) {
        FhirNode root = encounter.root();
        RowBuilder row = encounter.row(Table.ENCOUNTER, encounter.patient("subject"));
        FhirNode kind = root.child("class");
        Coding kindCode = kind == null ? null : kind.asCoding();
        row.set("encounter_id", encounter.id())
                .set("status", root.text("status"))
                .set("encounter_class", kindCode == null ? null : kindCode.code());
        FhirNode period = root.child("period");
        if (period != null) {
            FhirDateTime start = period.dateTime("start");
            if (start != null) {
                row.set("encounter_start_date", start.first()).set("encounter_start_time", start.time());
            }
            FhirDateTime end = period.dateTime("end");
            if (end != null) {
                row.set("encounter_end_date", end.last()).set("encounter_end_time", end.time());
            }
        }
        FhirResource.setCodes(row, root.allCodings("type"));
        row.set("diagnosis_codes", FhirResource.joined(root.allCodings("reasonCode")))
                .set("diagnosis_condition_ids", diagnoses(root));
        FhirNode stay = root.child("hospitalization");
        List<Coding> disposition = stay == null ? List.of() : stay.codings("dischargeDisposition");
        if (!disposition.isEmpty()) {
            row.set("discharge_disposition_system", disposition.get(0).system())
                    .set("discharge_disposition_code", disposition.get(0).code());
        }
        return List.of(
                row.set("practice_id", root.referenceId("serviceProvider")).build());
    }

    private static List<String> diagnoses(FhirNode root) {
        List<String> ids = new ArrayList<>();
        for (FhirNode diagnosis : root.children("diagnosis")) {
            FhirReference condition = diagnosis.reference("condition");
            boolean usable = condition != null
                    && !condition.id().isEmpty()
                    && (condition.type().isEmpty() || condition.type().equals("Condition"));
            if (usable) {
                ids.add(condition.id());
            }
        }
        return ids;
    }
}
