package org.mcpstrata.measure;

import java.util.Optional;

/**
 * The kinds of events and the canonical tables they come from. Unless said otherwise a clinical row is
 * {@code Path.CLIN}, a claim row {@code Path.PROC}. Claim rows are final-action rows; denied lines count only for
 * {@link #QUALITY_CODE} and coded results (founding decision 9).
 */
public enum EventKind {
    /** {@code condition} rows (onset to abatement) and {@code claim_diagnosis} rows (see {@link ClaimRule}). */
    CONDITION("condition"),
    /** {@code encounter} rows; claim lines by CPT or HCPCS code. */
    ENCOUNTER("encounter"),
    /** {@code procedure} rows; claim lines by CPT or HCPCS code; {@code claim_procedure} rows. */
    PROCEDURE("procedure"),
    /** {@code observation} rows; claim lines through the coded results of {@link EventClause#result()}. */
    OBSERVATION("observation"),
    /** {@code service_request} rows of kind SERVICE, on the day authored. */
    ORDER("order"),
    /** {@code service_request} rows of kind DEVICE, on the day authored; claim lines by HCPCS code. */
    SUPPLY("supply"),
    /** {@code medication} rows of kind REQUEST; the days of the supply. */
    MEDICATION_ORDER("medication order"),
    /** {@code medication} rows of kind DISPENSE and {@code pharmacy_claim} rows; the days of the supply. */
    DISPENSING("dispensing"),
    /**
     * {@code medical_claim} lines by any code on them: CPT, HCPCS, revenue centre, place of service, and of their claim:
     * type of bill, Medicare claim type.
     */
    CLAIM_LINE("claim line"),
    /**
     * {@code medical_claim} lines by CPT category II or quality-data code, whatever their payment status; path CPT2 for
     * codes of four digits and F, else QDC.
     */
    QUALITY_CODE("quality code"),
    /** {@code survey} rows, on the day of the response; the value is how many items were answered, in {@code {items}}. */
    SURVEY("survey");

    private final String keyword;

    EventKind(String keyword) {
        this.keyword = keyword;
    }

    /** The word in definition files. */
    public String keyword() {
        return keyword;
    }

    public static Optional<EventKind> named(String keyword) {
        for (EventKind kind : values()) {
            if (kind.keyword.equals(keyword)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
