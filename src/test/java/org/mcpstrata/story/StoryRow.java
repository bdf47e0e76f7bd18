package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.Table;

/** One row of a canonical CSV file as a story tells it: text by column name, without the columns of provenance. */
record StoryRow(Table table, Map<String, String> values) {
    StoryRow {
        requireNonNull(table, "table");
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        for (String column : values.keySet()) {
            table.column(column);
        }
    }

    /** Claims and fills come from payers' bills; everything else is a clinical record. */
    boolean isClaim() {
        return switch (table) {
            case MEDICAL_CLAIM, CLAIM_DIAGNOSIS, CLAIM_PROCEDURE, PHARMACY_CLAIM -> true;
            case PATIENT,
                    ELIGIBILITY,
                    DEMOGRAPHICS,
                    ATTRIBUTION,
                    MBI_CROSSWALK,
                    ENCOUNTER,
                    CONDITION,
                    PROCEDURE,
                    OBSERVATION,
                    MEDICATION,
                    SERVICE_REQUEST,
                    SURVEY,
                    RACE_PROBABILITY,
                    RISK_SCORE,
                    PROVIDER -> false;
        };
    }
}
