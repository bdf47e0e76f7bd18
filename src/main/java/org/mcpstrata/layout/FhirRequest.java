package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/** ServiceRequest, DeviceRequest, Task, Communication and CommunicationRequest: what was ordered, or refused. */
final class FhirRequest implements FhirMapping {
    @Override
    public List<CanonicalRow> rows(FhirResource request) {
        FhirNode root = request.root();
        Shape shape = Shape.of(request.type());
        List<Coding> reasons = new ArrayList<>(root.oneOrMoreCodings("reasonCode"));
        reasons.addAll(root.oneOrMoreCodings("statusReason"));
        reasons.addAll(request.extensionReasons());
        RowBuilder row = request.row(Table.SERVICE_REQUEST, request.patient(shape.patient()))
                .set("request_id", request.id())
                .set("kind", shape.kind())
                .set("status", root.text("status"))
                .set("intent", root.text("intent"))
                .set("do_not_perform", request.doNotPerform())
                .set("reason_codes", FhirResource.joined(reasons))
                .set("encounter_id", root.referenceId("encounter"));
        FhirResource.setCodes(row, root.oneOrMoreCodings(shape.code()));
        FhirDateTime authored = root.dateTime(shape.when());
        if (authored != null) {
            row.set("authored_date", authored.first()).set("authored_time", authored.time());
        }
        return List.of(row.build());
    }

    /** Which element holds what; the types differ only in that. */
    private record Shape(String kind, String patient, String code, String when) {
        static Shape of(String type) {
            return switch (type) {
                case "DeviceRequest" -> new Shape("DEVICE", "subject", "codeCodeableConcept", "authoredOn");
                case "Task" -> new Shape("TASK", "for", "code", "authoredOn");
                case "Communication" -> new Shape("COMMUNICATION", "subject", "topic", "sent");
                case "CommunicationRequest" -> new Shape("COMMUNICATION", "subject", "category", "authoredOn");
                default -> new Shape("SERVICE", "subject", "code", "authoredOn");
            };
        }
    }
}
