package org.mcpstrata.story;

import java.util.List;
import org.mcpstrata.model.Table;

/** What stories say of clinical records. Rows are finished, active or final unless the story says otherwise. */
final class ClinicalWords {
    private ClinicalWords() {}

    static List<StoryRow> rows(String word, Given given, RowIds ids) {
        return switch (word) {
            case "encounter" -> List.of(encounter(given, ids));
            case "condition" -> List.of(condition(given, ids));
            case "procedure" -> List.of(procedure(given, ids));
            case "observation" -> List.of(observation(given, ids));
            case "blood pressure" -> bloodPressure(given, ids);
            case "medication order" -> List.of(medication("REQUEST", "active", given, ids));
            case "medication dispense" -> List.of(medication("DISPENSE", "completed", given, ids));
            case "service order" -> List.of(order("SERVICE", given, ids));
            case "device order" -> List.of(order("DEVICE", given, ids));
            default -> throw new StoryException(given.place(), "unknown kind of row \"" + word + "\"");
        };
    }

    private static StoryRow encounter(Given given, RowIds ids) {
        RowDraft row = coded(new RowDraft(Table.ENCOUNTER).set("encounter_id", ids.take(given)), given)
                .set("status", given.take("status", "finished"))
                .set("encounter_class", given.take("class", "AMB"))
                .days(given, "encounter_start_date", "encounter_end_date", true);
        List<String> diagnoses = given.takeList("diagnosis").stream()
                .map(value -> String.join("|", given.coding(value)))
                .toList();
        if (!diagnoses.isEmpty()) {
            row.set("diagnosis_codes", String.join(" ", diagnoses));
        }
        return row.rest(given).build();
    }

    private static StoryRow condition(Given given, RowIds ids) {
        RowDraft row = coded(new RowDraft(Table.CONDITION).set("condition_id", ids.take(given)), given)
                .set("clinical_status", given.take("status", "active"))
                .set("verification_status", given.take("verification", "confirmed"))
                .date("onset_date", given, given.take("onset"));
        if (given.has("ended")) {
            row.date("abatement_date", given, given.take("ended"));
        }
        return row.rest(given).build();
    }

    private static StoryRow procedure(Given given, RowIds ids) {
        return linked(coded(new RowDraft(Table.PROCEDURE).set("procedure_id", ids.take(given)), given), given, ids)
                .set("status", given.take("status", "completed"))
                .days(given, "procedure_start_date", "procedure_end_date", true)
                .rest(given)
                .build();
    }

    private static StoryRow observation(Given given, RowIds ids) {
        RowDraft row = linked(
                        coded(new RowDraft(Table.OBSERVATION).set("observation_id", ids.take(given)), given),
                        given,
                        ids)
                .set("status", given.take("status", "final"))
                .days(given, "observation_date", "observation_end_date", false);
        if (given.has("value")) {
            row.set("value_kind", "QUANTITY").set("value", given.take("value"));
        } else if (given.has("answer")) {
            row.set("value_kind", "CODE");
            row.coding("value_code_system", "value_code", given.coding(given.take("answer")));
        } else if (given.has("text")) {
            row.set("value_kind", "TEXT").set("value", given.take("text"));
        }
        return row.rest(given).build();
    }

    /** One reading is two observations; a part that is not given was not recorded. */
    private static List<StoryRow> bloodPressure(Given given, RowIds ids) {
        String systolic = given.take("systolic", "");
        String diastolic = given.take("diastolic", "");
        if (systolic.isEmpty() && diastolic.isEmpty()) {
            throw new StoryException(given.place(), "a reading has a systolic or a diastolic part");
        }
        RowIds parts = new RowIds(ids.take(given));
        List<String[]> read = List.of(new String[] {"8480-6", systolic}, new String[] {"8462-4", diastolic});
        return read.stream()
                .filter(part -> !part[1].isEmpty())
                .map(part -> pressure(given.copy(), parts.of(part[0]), part, ids))
                .toList();
    }

    private static StoryRow pressure(Given given, String id, String[] part, RowIds ids) {
        return linked(new RowDraft(Table.OBSERVATION).set("observation_id", id), given, ids)
                .coding("code_system", "code", new String[] {"LOINC", part[0]})
                .set("value_kind", "QUANTITY")
                .set("value", part[1])
                .set("unit", given.take("unit", "mm[Hg]"))
                .set("status", given.take("status", "final"))
                .days(given, "observation_date", "observation_end_date", false)
                .rest(given)
                .build();
    }

    private static StoryRow medication(String kind, String status, Given given, RowIds ids) {
        return coded(new RowDraft(Table.MEDICATION).set("medication_id", ids.take(given)), given)
                .set("kind", kind)
                .set("status", given.take("status", status))
                .set("intent", given.take("intent", "order"))
                .date("authored_date", given, given.take("on"))
                .rest(given)
                .build();
    }

    private static StoryRow order(String kind, Given given, RowIds ids) {
        return coded(new RowDraft(Table.SERVICE_REQUEST).set("request_id", ids.take(given)), given)
                .set("kind", kind)
                .set("status", given.take("status", "active"))
                .set("intent", given.take("intent", "order"))
                .date("authored_date", given, given.take("on"))
                .rest(given)
                .build();
    }

    private static RowDraft coded(RowDraft row, Given given) {
        return row.coding("code_system", "code", given.coding(given.take("code")));
    }

    /** {@code during} names the encounter in which something was done; without it the record does not say. */
    private static RowDraft linked(RowDraft row, Given given, RowIds ids) {
        return given.has("during") ? row.set("encounter_id", ids.of(given.take("during"))) : row;
    }
}
