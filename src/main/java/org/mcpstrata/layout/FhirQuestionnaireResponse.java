package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/**
 * QuestionnaireResponse: every answer to an item that a LOINC code names becomes an observation, as if the record had
 * sent it that way. Screening tools name their items so: the link id is the code, or a path of codes that ends in it.
 * Answers to other items, and items without an answer, become no rows.
 */
final class FhirQuestionnaireResponse implements FhirMapping {
    private static final Pattern LOINC = Pattern.compile("(?:.*/)?(\\d{1,7}-\\d)");

    /** FHIR's words for a finished form as those of an observation; any other status is no result. */
    private static final Map<String, String> STATUSES = Map.of(
            "completed", "final",
            "amended", "amended",
            "in-progress", "preliminary",
            "stopped", "cancelled",
            "entered-in-error", "entered-in-error");

    @Override
    public List<CanonicalRow> rows(FhirResource response) {
        List<CanonicalRow> rows = new ArrayList<>();
        items(response, response.patient("subject"), response.root(), rows);
        return rows;
    }

    /** Items may hold items, and so may answers. */
    private static void items(FhirResource response, String member, FhirNode parent, List<CanonicalRow> rows) {
        for (FhirNode item : parent.children("item")) {
            String linkId = item.text("linkId");
            Matcher code = LOINC.matcher(linkId == null ? "" : linkId);
            for (FhirNode answer : item.children("answer")) {
                if (code.matches()) {
                    rows.add(row(response, member, rows.size() + 1, code.group(1), answer));
                }
                items(response, member, answer, rows);
            }
            items(response, member, item, rows);
        }
    }

    private static CanonicalRow row(FhirResource response, String member, int number, String code, FhirNode answer) {
        // An Observation may have the same id: the two are different resources.
        String id = "QuestionnaireResponse/" + response.id();
        String status = response.root().text("status");
        RowBuilder row = response.row(Table.OBSERVATION, member)
                .set("observation_id", id + '#' + number)
                .set("parent_id", id)
                .set("status", status == null ? null : STATUSES.getOrDefault(status, status))
                .set("category", List.of("survey"))
                .set("code_system", "LOINC")
                .set("code", code)
                .set("encounter_id", response.root().referenceId("encounter"));
        FhirDateTime authored = response.root().dateTime("authored");
        if (authored != null) {
            row.set("observation_date", authored.first()).set("observation_time", authored.time());
            if (!authored.isDay()) {
                row.set("observation_end_date", authored.last());
            }
        }
        FhirValue.set(row, answer);
        return row.build();
    }
}
