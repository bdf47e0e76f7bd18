package org.mcpstrata.link;

import java.util.Locale;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Missing;

/** The counts of a row of {@code demographic_completeness}, each a column of that name. */
enum CompletenessCount {
    PEOPLE,
    KNOWN,
    DECLINED,
    ASKED_UNKNOWN,
    UNKNOWN,
    NOT_ASKED,
    NO_INFORMATION,
    UNMAPPED,
    NOT_APPLICABLE,
    SELF_REPORT,
    SELF_REPORT_ENROLLMENT,
    ADMINISTRATIVE,
    INDIRECT_LABEL,
    CONFLICT,
    COMBINED_QUESTION,
    SELF_REPORT_ENROLLMENT_COMPARED,
    SELF_REPORT_ENROLLMENT_AGREE,
    ADMINISTRATIVE_COMPARED,
    ADMINISTRATIVE_AGREE,
    INDIRECT_LABEL_COMPARED,
    INDIRECT_LABEL_AGREE;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CompletenessCount of(Missing reason) {
        return switch (reason) {
            case DECLINED -> DECLINED;
            case ASKED_UNKNOWN -> ASKED_UNKNOWN;
            case UNKNOWN -> UNKNOWN;
            case NOT_ASKED -> NOT_ASKED;
            case NO_INFORMATION -> NO_INFORMATION;
            case UNMAPPED -> UNMAPPED;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }

    static CompletenessCount of(EvidenceTier tier) {
        return switch (tier) {
            case SELF_REPORT -> SELF_REPORT;
            case SELF_REPORT_ENROLLMENT -> SELF_REPORT_ENROLLMENT;
            case ADMINISTRATIVE -> ADMINISTRATIVE;
            case INDIRECT_LABEL -> INDIRECT_LABEL;
        };
    }
}
