package org.mcpstrata.layout;

import java.math.BigDecimal;
import java.util.List;
import org.mcpstrata.model.RowBuilder;

/** The value of an observation or component, or an answer to a questionnaire, whatever of FHIR's kinds it has. */
final class FhirValue {
    private FhirValue() {}

    static void set(RowBuilder row, FhirNode part) {
        if (part.has("valueQuantity")) {
            quantity(row, part.child("valueQuantity"));
        } else if (part.has("valueInteger")) {
            row.set("value_kind", "QUANTITY").set("value", plain(part.number("valueInteger")));
        } else if (part.has("valueCodeableConcept")) {
            concept(row, part);
        } else if (part.has("valueCoding")) {
            coding(row, part.child("valueCoding"));
        } else if (part.has("valueDecimal")) {
            row.set("value_kind", "QUANTITY").set("value", plain(part.number("valueDecimal")));
        } else if (part.has("valueBoolean")) {
            row.set("value_kind", "BOOLEAN")
                    .set("value", part.flag("valueBoolean").toString());
        } else if (part.has("valueString")) {
            text(row, part.text("valueString"));
        } else if (part.has("valueDateTime")) {
            date(row, part.dateTime("valueDateTime"));
        } else if (part.has("valueDate")) {
            date(row, part.dateTime("valueDate"));
        } else if (part.has("valueTime")) {
            text(row, part.text("valueTime"));
        } else if (part.has("valueRange")) {
            FhirNode range = part.child("valueRange");
            row.set("value_kind", "RANGE").set("value", bound(range, "low") + ".." + bound(range, "high"));
        } else if (part.has("valueRatio")) {
            FhirNode ratio = part.child("valueRatio");
            text(row, bound(ratio, "numerator") + ":" + bound(ratio, "denominator"));
        } else if (part.has("valuePeriod") || part.has("valueSampledData")) {
            // A value of a kind no measure reads: it is there, and that is all that is kept.
            row.set("value_kind", "TEXT");
        }
    }

    private static void quantity(RowBuilder row, FhirNode quantity) {
        BigDecimal number = quantity.number("value");
        if (number != null) {
            String code = quantity.text("code");
            row.set("value_kind", "QUANTITY")
                    .set("value", plain(number))
                    .set("comparator", quantity.text("comparator"))
                    .set("unit", code == null ? quantity.text("unit") : code);
        }
    }

    private static void concept(RowBuilder row, FhirNode part) {
        List<Coding> codings = part.codings("valueCodeableConcept");
        String text = part.child("valueCodeableConcept").text("text");
        if (codings.isEmpty()) {
            text(row, text);
            return;
        }
        row.set("value_kind", "CODE")
                .set("value", text)
                .set("value_code_system", codings.get(0).system())
                .set("value_code", codings.get(0).code())
                .set("more_value_codes", FhirResource.joined(codings.subList(1, codings.size())));
    }

    private static void coding(RowBuilder row, FhirNode answer) {
        Coding coding = answer.asCoding();
        if (coding == null) {
            text(row, answer.text("display"));
            return;
        }
        row.set("value_kind", "CODE")
                .set("value", answer.text("display"))
                .set("value_code_system", coding.system())
                .set("value_code", coding.code());
    }

    private static void text(RowBuilder row, String text) {
        if (text != null) {
            row.set("value_kind", "TEXT").set("value", text);
        }
    }

    private static void date(RowBuilder row, FhirDateTime date) {
        if (date != null) {
            row.set("value_kind", "DATE").set("value", date.first().toString());
        }
    }

    private static String bound(FhirNode node, String name) {
        FhirNode end = node.child(name);
        BigDecimal number = end == null ? null : end.number("value");
        return number == null ? "" : plain(number);
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
