package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/**
 * Observation: one result, vital sign, assessment or answer. Each component becomes a row of its own with the panel's
 * time, status and setting; the panel keeps its row too.
 */
final class FhirObservation implements FhirMapping {
    private static final FhirTimes.Columns TIMES = new FhirTimes.Columns(
            "observation_date", "observation_time", "observation_end_date", "observation_end_time");

    @Override
    public List<CanonicalRow> rows(FhirResource observation) {
        String member = observation.patient("subject");
        List<CanonicalRow> rows = new ArrayList<>();
        rows.add(row(observation, member, observation.id(), observation.root()).build());
        int number = 0;
        for (FhirNode component : observation.root().children("component")) {
            number++;
            rows.add(row(observation, member, observation.id() + '#' + number, component)
                    .set("parent_id", observation.id())
                    .build());
        }
        return rows;
    }

    /** A row with the shared facts of the resource and the code and value of one part of it. */
    private static RowBuilder row(FhirResource observation, String member, String id, FhirNode part) {
        FhirNode root = observation.root();
        List<Coding> reasons = observation.extensionReasons();
        RowBuilder row = observation
                .row(Table.OBSERVATION, member)
                .set("observation_id", id)
                .set("status", root.text("status"))
                .set("category", FhirResource.codes(root.allCodings("category")))
                .set("reason_codes", FhirResource.joined(reasons))
                .set("data_absent_reason", absence(part, reasons))
                .set("encounter_id", root.referenceId("encounter"));
        FhirDateTime issued = root.dateTime("issued");
        if (issued != null) {
            row.set("issued_date", issued.first()).set("issued_time", issued.time());
        }
        FhirTimes.set(row, root, "effective", TIMES);
        FhirResource.setCodes(row, part.codings("code"));
        FhirValue.set(row, part);
        return row;
    }

    /** The stated reason for no value; a reason why the whole act was not done explains it too. */
    private static String absence(FhirNode part, List<Coding> reasons) {
        List<Coding> stated = part.codings("dataAbsentReason");
        Coding reason = !stated.isEmpty() ? stated.get(0) : reasons.isEmpty() ? null : reasons.get(0);
        if (reason != null) {
            return reason.system().equals("DATAABSENT") ? reason.code() : reason.joined();
        }
        return part.has("dataAbsentReason") ? "unknown" : null;
    }
}
