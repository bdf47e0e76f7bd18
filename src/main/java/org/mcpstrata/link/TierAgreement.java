package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.model.EvidenceTier;

/**
 * What is counted of a tier whose answers are compared with self-reports (stratification.md 2.4).
 *
 * @param compared people with an answer of the tier and a self-report to compare it with
 * @param agreeing those of them whose two answers are the same
 */
record TierAgreement(EvidenceTier tier, CompletenessCount compared, CompletenessCount agreeing) {
    static final List<TierAgreement> WITH_SELF_REPORTS = List.of(
            new TierAgreement(
                    EvidenceTier.SELF_REPORT_ENROLLMENT,
                    CompletenessCount.SELF_REPORT_ENROLLMENT_COMPARED,
                    CompletenessCount.SELF_REPORT_ENROLLMENT_AGREE),
            new TierAgreement(
                    EvidenceTier.ADMINISTRATIVE,
                    CompletenessCount.ADMINISTRATIVE_COMPARED,
                    CompletenessCount.ADMINISTRATIVE_AGREE),
            new TierAgreement(
                    EvidenceTier.INDIRECT_LABEL,
                    CompletenessCount.INDIRECT_LABEL_COMPARED,
                    CompletenessCount.INDIRECT_LABEL_AGREE));

    TierAgreement {
        requireNonNull(tier, "tier");
        requireNonNull(compared, "compared");
        requireNonNull(agreeing, "agreeing");
    }
}
