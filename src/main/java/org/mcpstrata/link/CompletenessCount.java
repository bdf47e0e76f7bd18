package org.mcpstrata.link;

import java.util.Locale;
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

    /** @param tier 1 to 4, stratification.md 2.2 */
    static CompletenessCount ofTier(int tier) {
        return switch (tier) {
            case 1 -> SELF_REPORT;
            case 2 -> SELF_REPORT_ENROLLMENT;
            case 3 -> ADMINISTRATIVE;
            case 4 -> INDIRECT_LABEL;
            default -> throw new IllegalArgumentException("no such tier");
        };
    }

    /** People with an answer of the tier and a self-report to compare it with. */
    static CompletenessCount compared(int tier) {
        return switch (tier) {
            case 2 -> SELF_REPORT_ENROLLMENT_COMPARED;
            case 3 -> ADMINISTRATIVE_COMPARED;
            case 4 -> INDIRECT_LABEL_COMPARED;
            default -> throw new IllegalArgumentException("no such tier to compare");
        };
    }

    /** Those of them whose two answers are the same. */
    static CompletenessCount agreeing(int tier) {
        return switch (tier) {
            case 2 -> SELF_REPORT_ENROLLMENT_AGREE;
            case 3 -> ADMINISTRATIVE_AGREE;
            case 4 -> INDIRECT_LABEL_AGREE;
            default -> throw new IllegalArgumentException("no such tier to compare");
        };
    }
}
