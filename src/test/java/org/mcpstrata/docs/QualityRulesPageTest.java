package org.mcpstrata.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Table;
import org.mcpstrata.quality.QualityRule;
import org.mcpstrata.quality.RuleBook;

class QualityRulesPageTest {
    @Test
    void pageListsEveryRuleWithWhatItCountsAndTouches() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Quality rules

                What must hold of a delivery, how far it may fail, and what a failure does to results. Made from
                `measures/quality-rules.yaml`, where thresholds and effects can be changed; `jobs/payers/<payer-id>.yaml` holds
                what was agreed with one payer for a time. Both are part of the run's id.

                Rules about files and rows are counted for each drop, those across files and trends for each payer, but
                the volume of claims for each drop beside the drops before it. Every outcome is a row
                of `dq_result` (`jobs/mcp-strata export --table dq_result`), those of one drop alone also stand in its
                `report.md` and `report.json`. Rows are counted as they are read, before duplicates and restated rows are taken out.

                | status | meaning |
                |---|---|
                | PASS | the rate of bad ones is at most the threshold |
                | WARN | beyond the threshold, of a rule whose effect is none: only reported |
                | FAIL | beyond the threshold: the results the rule touches are marked or blocked |
                | NO_DATA | there was nothing to look at |

                A FAIL of a drop or payer whose data is in the results shows in `stratified_result`: `quality_mark` becomes
                MARKED (block: BLOCKED, and the value is withheld while counts stay) and `quality_rules` names the rule, in the
                rows of the touched measures for the payer scopes `ALL`, `payer:<id>` and the payer's lines of business. A
                measure is touched when its definitions read one of the tables; a rule about an attribute touches only rows of
                strata of that attribute and their crossings. A drop that is refused counts for nothing: its payer is named in
                `payers_absent` of every row where no other drop of it counts.

                Severity is how bad one violation is: 1 stop, 2 quarantine rows, 3 warn, 4 info.

                | # | rule | must hold | level | severity | counted | threshold | touches | effect |
                |---:|---|---|---|---:|---|---:|---|---|
                """);
        RuleBook book = RuleBook.load(Path.of("measures", RuleBook.FILE));
        for (QualityRule rule : book.rules()) {
            page.append("| ").append(rule.number());
            page.append(" | ").append(rule.id());
            page.append(" | ").append(rule.sentence());
            page.append(" | ").append(rule.level().word());
            page.append(" | ").append(rule.severity().number());
            page.append(" | ").append(rule.denominator());
            page.append(" | ").append(rule.threshold().toPlainString());
            page.append(" | ").append(touches(rule));
            page.append(" | ").append(rule.effect().word()).append(" |\n");
        }
        page.append("\n## What a payer should do\n\n");
        for (QualityRule rule : book.rules()) {
            page.append("- **")
                    .append(rule.id())
                    .append("**: ")
                    .append(rule.remedy())
                    .append('\n');
        }
        page.append("\n## How they are counted\n\n");
        for (QualityRule rule : book.rules()) {
            if (!rule.remark().isEmpty()) {
                page.append("- **")
                        .append(rule.id())
                        .append("**: ")
                        .append(rule.remark())
                        .append('\n');
            }
        }
        GeneratedPage.check("quality-rules.md", page.toString());
    }

    private static String touches(QualityRule rule) {
        String measures = rule.tables().isEmpty()
                ? "all measures"
                : String.join(", ", rule.tables().stream().map(Table::tableName).toList());
        String strata = String.join(
                ", ",
                rule.attributes().stream()
                        .map(Attribute::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        return strata.isEmpty() ? measures : measures + ", strata of " + strata;
    }
}
