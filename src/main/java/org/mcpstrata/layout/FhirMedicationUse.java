package org.mcpstrata.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/** MedicationRequest, MedicationDispense and MedicationStatement: an order, a fill, or what somebody says is taken. */
final class FhirMedicationUse implements FhirMapping {
    @Override
    public List<CanonicalRow> rows(FhirResource use) {
        FhirNode root = use.root();
        List<Coding> reasons = new ArrayList<>(root.allCodings("reasonCode"));
        reasons.addAll(root.oneOrMoreCodings("statusReason"));
        reasons.addAll(use.extensionReasons());
        RowBuilder row = use.row(Table.MEDICATION, use.patient("subject"))
                .set("medication_id", use.id())
                .set("status", root.text("status"))
                .set("intent", root.text("intent"))
                .set("do_not_perform", use.doNotPerform())
                .set("reason_codes", FhirResource.joined(reasons));
        FhirResource.setCodes(row, drug(use));
        switch (use.type()) {
            case "MedicationRequest" -> request(row, root);
            case "MedicationDispense" -> dispense(row, root);
            default -> statement(row, root);
        }
        return List.of(row.build());
    }

    /** The drug's codes: in place, contained, or in a Medication resource that the drop may refer to. */
    private static List<Coding> drug(FhirResource use) {
        FhirNode root = use.root();
        FhirReference reference = root.reference("medicationReference");
        if (reference == null) {
            return root.codings("medicationCodeableConcept");
        }
        if (!reference.contained()) {
            return use.medications()
                    .codings(reference.id())
                    .orElseThrow(() -> new FieldProblem(ProblemCode.ORPHAN, "medicationReference"));
        }
        for (FhirNode contained : root.children("contained")) {
            if (reference.id().equals(contained.text("id"))) {
                return contained.codings("code");
            }
        }
        throw new FieldProblem(ProblemCode.ORPHAN, "medicationReference");
    }

    private static void request(RowBuilder row, FhirNode root) {
        row.set("kind", "REQUEST").set("encounter_id", root.referenceId("encounter"));
        FhirDateTime authored = root.dateTime("authoredOn");
        authored(row, authored);
        boundsOfFirstDosage(row, root);
        FhirNode supply = root.child("dispenseRequest");
        if (supply != null) {
            row.set("days_supply", days(supply.child("expectedSupplyDuration")))
                    .set("refills", whole(supply.number("numberOfRepeatsAllowed")));
        }
    }

    private static void dispense(RowBuilder row, FhirNode root) {
        row.set("kind", "DISPENSE").set("encounter_id", root.referenceId("context"));
        FhirDateTime handedOver = root.dateTime("whenHandedOver");
        authored(row, handedOver == null ? root.dateTime("whenPrepared") : handedOver);
        row.set("days_supply", days(root.child("daysSupply")));
    }

    private static void statement(RowBuilder row, FhirNode root) {
        row.set("kind", "STATEMENT").set("encounter_id", root.referenceId("context"));
        authored(row, root.dateTime("dateAsserted"));
        FhirDateTime point = root.dateTime("effectiveDateTime");
        FhirNode period = root.child("effectivePeriod");
        if (point != null) {
            row.set("start_date", point.first()).set("end_date", point.last());
        } else if (period != null) {
            period(row, period);
        }
    }

    private static void authored(RowBuilder row, FhirDateTime when) {
        if (when != null) {
            row.set("authored_date", when.first()).set("authored_time", when.time());
        }
    }

    private static void boundsOfFirstDosage(RowBuilder row, FhirNode root) {
        for (FhirNode dosage : root.children("dosageInstruction")) {
            FhirNode timing = dosage.child("timing");
            FhirNode repeat = timing == null ? null : timing.child("repeat");
            FhirNode bounds = repeat == null ? null : repeat.child("boundsPeriod");
            if (bounds != null) {
                period(row, bounds);
                return;
            }
        }
    }

    private static void period(RowBuilder row, FhirNode period) {
        FhirDateTime start = period.dateTime("start");
        FhirDateTime end = period.dateTime("end");
        row.set("start_date", start == null ? null : start.first()).set("end_date", end == null ? null : end.last());
    }

    /** A duration in whole days; months and years have no fixed number of days and stay absent. */
    private static Integer days(FhirNode duration) {
        if (duration == null) {
            return null;
        }
        String code = duration.text("code");
        String unit = code == null ? duration.text("unit") : code;
        Integer number = whole(duration.number("value"));
        if (number == null || unit == null) {
            return null;
        }
        return switch (unit) {
            case "d", "day", "days", "Day", "Days" -> number;
            case "wk", "week", "weeks", "Week", "Weeks" -> number * 7;
            default -> null;
        };
    }

    private static Integer whole(BigDecimal number) {
        boolean usable = number != null
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(100_000)) < 0;
        return usable ? number.intValueExact() : null;
    }
}
