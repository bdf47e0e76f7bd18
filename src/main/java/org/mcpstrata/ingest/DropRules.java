package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.quality.Check;
import org.mcpstrata.quality.DropQuality;
import org.mcpstrata.quality.PayerRules;
import org.mcpstrata.quality.QualityRule;
import org.mcpstrata.quality.RowCounts;
import org.mcpstrata.quality.RuleResult;
import org.mcpstrata.quality.Share;
import org.mcpstrata.time.DayRange;

/** Holds the rules about drops against what became of one: intake's own findings and what the row checks counted. */
final class DropRules {
    private final PayerRules rules;

    DropRules(PayerRules rules) {
        this.rules = requireNonNull(rules, "rules");
    }

    /** UTC day on which a drop was created: the day that decides which variances hold. */
    static LocalDate created(Manifest manifest) {
        return LocalDate.ofInstant(manifest.createdAt(), ZoneOffset.UTC);
    }

    /** A drop whose manifest was read. */
    DropQuality of(DropOutcome outcome, Manifest manifest, RowCounts counts) {
        LocalDate created = created(manifest);
        List<RuleResult> results = results(outcome, manifest.files().size(), counts, created);
        return new DropQuality(
                new DayRange(manifest.periodStart(), manifest.periodEnd()),
                created,
                new TreeSet<>(DropQuality.lines(counts, manifest.lineOfBusiness())),
                results);
    }

    /** A drop that was refused by its folder or manifest; one that is pending is not judged. */
    DropQuality ofRefused(DropOutcome outcome) {
        return outcome.state() == DropState.PENDING
                ? DropQuality.NONE
                : new DropQuality(null, null, new TreeSet<>(), results(outcome, 1, RowCounts.NONE, LocalDate.MAX));
    }

    private List<RuleResult> results(DropOutcome outcome, long files, RowCounts counts, LocalDate created) {
        List<RuleResult> results = new ArrayList<>();
        for (QualityRule rule : rules.book().rules()) {
            if (rule.isOfIntake()) {
                Share counted = rule.check() instanceof Check.Files check
                        ? files(check, outcome, files)
                        : rows((Check.Rows) rule.check(), outcome, counts);
                results.add(rule.judge(counted, rules.threshold(rule, outcome.payer(), created)));
            }
        }
        return results;
    }

    /** Each file once, however often it is named; what names no file speaks of the drop as if of one file. */
    private static Share files(Check.Files check, DropOutcome outcome, long files) {
        long all = check.controlled()
                ? outcome.files().stream()
                        .filter(file -> file.paidDelivered() != null)
                        .count()
                : files;
        Set<String> bad = new HashSet<>();
        for (Problem problem : outcome.problems()) {
            if (check.problems().contains(problem.code()) && !isOfRecord(problem, outcome)) {
                bad.add(problem.place().file());
            }
        }
        return new Share(Math.max(all, bad.size()), bad.size());
    }

    /** A header has a line too; what is told of a record is among the reasons for which records were rejected. */
    private static boolean isOfRecord(Problem problem, DropOutcome outcome) {
        return problem.place().line() > 0
                && outcome.files().stream().anyMatch(file -> file.rejected().containsKey(problem.code()));
    }

    private static Share rows(Check.Rows check, DropOutcome outcome, RowCounts counts) {
        if (check.rows().isEmpty()) {
            return outcome.files().stream().map(file -> records(check, file)).reduce(Share.NONE, Share::plus);
        }
        // A few claims with wrong days among many members lie as far off as in a drop of their own.
        return outcome.files().stream()
                .map(file -> records(check, file))
                .reduce(counts.of(check.rows().get()), Share::worse);
    }

    private static Share records(Check.Rows check, FileOutcome file) {
        long rejected = check.rejected().stream()
                .mapToLong(code -> file.rejected().getOrDefault(code, 0L))
                .sum();
        return new Share(file.delivered(), rejected);
    }
}
