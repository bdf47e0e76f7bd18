package org.mcpstrata.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.Table;

/** What stories say of payers' bills. Claims are original, professional and paid unless the story says otherwise. */
final class ClaimWords {
    private final Given given;
    private final RowIds ids;
    private final String claimId;
    private final String version;
    private final String status;
    private final String first;
    private final String last;
    private final boolean institutional;

    private ClaimWords(Given given, RowIds ids) {
        this.given = given;
        this.ids = ids;
        this.claimId = ids.take(given);
        this.version = given.take("version", "0");
        this.status = given.take("status", "paid");
        String from = given.date(given.has("on") ? given.take("on") : given.take("from"));
        this.first = from;
        this.last = given.date(given.take("to", from));
        this.institutional = given.has("bill type");
    }

    /** One claim: its lines, its diagnoses and its ICD procedures. */
    static List<StoryRow> claim(Given given, RowIds ids) {
        return new ClaimWords(given, ids).rows();
    }

    /** One fill at a pharmacy. */
    static List<StoryRow> fill(Given given, RowIds ids) {
        return List.of(new RowDraft(Table.PHARMACY_CLAIM)
                .set("claim_id", ids.take(given))
                .set("claim_line_number", "1")
                .set("record_version", "0")
                .set("adjustment_type", "ORIGINAL")
                .set("claim_status", given.take("status", "paid"))
                .set("ndc_code", given.take("ndc"))
                .date("dispensing_date", given, given.take("on"))
                .rest(given)
                .build());
    }

    private List<StoryRow> rows() {
        List<StoryRow> rows = new ArrayList<>();
        diagnoses(rows);
        procedures(rows);
        if (given.has("line") == given.has("lines")) {
            throw new StoryException(given.place(), "a claim has either one \"line\" or \"lines\"");
        }
        List<Object> lines = given.has("line") ? List.of(given.takeAny("line")) : given.takeList("lines");
        for (int number = 1; number <= lines.size(); number++) {
            rows.add(line(number, lines.get(number - 1)));
        }
        return rows;
    }

    private StoryRow line(int number, Object words) {
        Given line = words instanceof String
                ? Given.of(given.place(), Map.of("service", words))
                : Given.of(given.place() + " line " + number, words);
        Given all = line.over(given);
        RowDraft row = ofClaim(new RowDraft(Table.MEDICAL_CLAIM))
                .set("claim_line_number", String.valueOf(number))
                .set("claim_type", institutional ? "institutional" : "professional")
                .set("adjustment_type", all.take("adjustment", "ORIGINAL"))
                .set("claim_status", status)
                .set("line_status", all.take("status", status));
        String day = all.date(all.has("on") ? all.take("on") : all.take("from", first));
        row.set("claim_line_start_date", day);
        row.set("claim_line_end_date", all.date(all.take("to", line.has("on") ? day : last)));
        set(row, all, "service", "hcpcs_code");
        set(row, all, "modifier", "hcpcs_modifier_1");
        set(row, all, "revenue", "revenue_center_code");
        set(row, all, "place of service", "place_of_service_code");
        set(row, all, "bill type", "bill_type_code");
        set(row, all, "admitted", "admission_date");
        set(row, all, "discharged", "discharge_date");
        set(row, all, "discharge status", "discharge_disposition_code");
        if (all.has("replaces")) {
            row.set("replaces_claim_id", ids.of(all.take("replaces")));
        }
        return row.rest(all).build();
    }

    private static void set(RowDraft row, Given words, String word, String column) {
        if (word.equals("service") && words.has(word)) {
            row.set(column, words.coding(words.take(word))[1]);
        } else if (words.has(word)) {
            String text = words.take(word);
            row.set(column, column.endsWith("_date") ? words.date(text) : text);
        }
    }

    private void diagnoses(List<StoryRow> rows) {
        int sequence = 0;
        for (Object value : given.takeList("diagnosis")) {
            sequence++;
            rows.add(diagnosis(sequence, sequence == 1 ? "principal" : "other", value));
        }
        for (Object value : given.takeList("external cause")) {
            sequence++;
            rows.add(diagnosis(sequence, "external_cause", value));
        }
    }

    private StoryRow diagnosis(int sequence, String role, Object coding) {
        return ofClaim(new RowDraft(Table.CLAIM_DIAGNOSIS))
                .set("claim_line_number", "0")
                .set("sequence", String.valueOf(sequence))
                .set("role", role)
                .coding("code_system", "code", given.coding(coding))
                .build();
    }

    private void procedures(List<StoryRow> rows) {
        int sequence = 0;
        for (Object value : given.takeList("procedures")) {
            sequence++;
            rows.add(new RowDraft(Table.CLAIM_PROCEDURE)
                    .set("claim_id", claimId)
                    .set("record_version", version)
                    .set("sequence", String.valueOf(sequence))
                    .set("procedure_date", first)
                    .coding("code_system", "code", given.coding(value))
                    .build());
        }
    }

    private RowDraft ofClaim(RowDraft row) {
        return row.set("claim_id", claimId)
                .set("record_version", version)
                .set("claim_start_date", first)
                .set("claim_end_date", last);
    }
}
