package org.mcpstrata.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.mcpstrata.quality.DropQuality;
import org.mcpstrata.quality.RuleResult;
import org.mcpstrata.quality.RuleStatus;

/** What a drop's reports say about quality rules. Numbers only. */
final class QualitySection {
    private static final int PER_CENT_POINT = 2;

    private QualitySection() {}

    /** {@code qualityRules} of {@code report.json}: every rule that looks at drops. */
    static void json(ObjectNode root, DropQuality quality) {
        ArrayNode rules = root.putArray("qualityRules");
        for (RuleResult result : quality.results()) {
            ObjectNode node = rules.addObject();
            node.put("rule", result.rule().id());
            node.put("number", result.rule().number());
            node.put("level", result.rule().level().name());
            node.put("severity", result.rule().severity().number());
            node.put("status", result.status().name());
            node.put("denominator", result.counted().of());
            node.put("bad", result.counted().bad());
            node.put("rate", result.counted().rate());
            node.put("threshold", result.threshold().toPlainString());
        }
    }

    /** The section of {@code report.md}: a table of all rules, and what to do about those beyond their threshold. */
    static void markdown(StringBuilder text, DropQuality quality) {
        if (quality.results().isEmpty()) {
            return;
        }
        text.append("\n## Quality rules\n\n");
        text.append("| rule | must hold | counted | bad | bad % | allowed % | status |\n");
        text.append("|---|---|---|---:|---:|---:|---|\n");
        for (RuleResult result : quality.results()) {
            text.append("| ").append(result.rule().id());
            text.append(" | ").append(result.rule().sentence());
            text.append(" | ")
                    .append(result.counted().of())
                    .append(' ')
                    .append(result.rule().denominator());
            text.append(" | ").append(result.counted().bad());
            text.append(" | ").append(badShare(result));
            text.append(" | ").append(perCent(result.threshold()));
            text.append(" | ").append(result.status()).append(" |\n");
        }
        List<RuleResult> beyond = quality.results().stream()
                .filter(result -> result.status() == RuleStatus.FAIL || result.status() == RuleStatus.WARN)
                .toList();
        if (!beyond.isEmpty()) {
            text.append('\n');
            beyond.forEach(result -> text.append("- **")
                    .append(result.rule().id())
                    .append("**: ")
                    .append(result.rule().remedy())
                    .append('\n'));
        }
    }

    private static String badShare(RuleResult result) {
        long of = result.counted().of();
        return of == 0
                ? ""
                : BigDecimal.valueOf(100 * result.counted().bad())
                        .divide(BigDecimal.valueOf(of), PER_CENT_POINT, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String perCent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
