package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * One rule for one drop or payer.
 *
 * @param threshold the one that applied: of the rule, or of the payer's profile
 */
public record RuleResult(QualityRule rule, Share counted, BigDecimal threshold, RuleStatus status) {
    public RuleResult {
        requireNonNull(rule, "rule");
        requireNonNull(counted, "counted");
        requireNonNull(threshold, "threshold");
        requireNonNull(status, "status");
    }
}
