package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Table;

/**
 * One rule of {@code quality-rules.yaml}.
 *
 * @param id stable name, for example {@code DQ09_KEY_UNIQUE}
 * @param number as in inputs.md 7.7
 * @param sentence what must hold
 * @param denominator what is counted, in words
 * @param threshold largest share of bad ones, 0 to 1
 * @param fewest of fewer than so many the share says nothing; at least 1
 * @param remedy what the payer should do
 * @param remark how it is counted and why so, or empty
 * @param tables a measure is touched when its definitions read one of these; empty touches every measure
 * @param attributes only strata of these attributes are touched; empty touches every row
 */
public record QualityRule(
        String id,
        int number,
        String sentence,
        Level level,
        Severity severity,
        Check check,
        String denominator,
        BigDecimal threshold,
        int fewest,
        String remedy,
        String remark,
        SortedSet<Table> tables,
        SortedSet<Attribute> attributes,
        Effect effect) {
    public QualityRule {
        requireNonNull(id, "id");
        requireNonNull(sentence, "sentence");
        requireNonNull(level, "level");
        requireNonNull(severity, "severity");
        requireNonNull(check, "check");
        requireNonNull(denominator, "denominator");
        requireNonNull(threshold, "threshold");
        if (fewest < 1) {
            throw new IllegalArgumentException("a share of nothing says nothing");
        }
        requireNonNull(remedy, "remedy");
        requireNonNull(remark, "remark");
        tables = Collections.unmodifiableSortedSet(new TreeSet<>(tables));
        attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
        requireNonNull(effect, "effect");
    }

    /** Whether it speaks of one drop alone, so that intake knows all it asks. */
    public boolean isOfIntake() {
        return check instanceof Check.Files || check instanceof Check.Rows;
    }

    /** Whether it speaks of one drop; else of a payer's drops together. */
    public boolean isOfDrop() {
        return isOfIntake() || check instanceof Check.Volume;
    }

    /** How the rule came out, against the threshold that applies. */
    public RuleResult judge(Share counted, BigDecimal applied) {
        return new RuleResult(this, counted, applied, status(counted, applied));
    }

    private RuleStatus status(Share counted, BigDecimal applied) {
        if (counted.of() < fewest) {
            return RuleStatus.NO_DATA;
        }
        if (!counted.exceeds(applied)) {
            return RuleStatus.PASS;
        }
        return effect == Effect.NONE ? RuleStatus.WARN : RuleStatus.FAIL;
    }
}
