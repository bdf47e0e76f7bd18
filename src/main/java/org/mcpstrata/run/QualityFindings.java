package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.quality.Check;
import org.mcpstrata.quality.Effect;
import org.mcpstrata.quality.PayerRules;
import org.mcpstrata.quality.QualityMarks;
import org.mcpstrata.quality.QualityRule;
import org.mcpstrata.quality.RuleResult;
import org.mcpstrata.quality.RuleStatus;

/** How all drops and payers of a run came out of the quality rules: the rows of {@code dq_result} and what they mark. */
final class QualityFindings {
    static final TableSchema SCHEMA = TableSchema.load("dq_result", List.of());

    private static final String EVERYBODY = "ALL";
    private static final String PAYER = "payer:";

    private final PayerRules rules;
    private final TouchedMeasures touched;
    private final List<DropOutcome> counting;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param drop null where the rule looks at all drops of the payer
     * @param measures those it touches
     */
    private record Finding(String payer, DropOutcome drop, RuleResult result, SortedSet<String> measures) {
        String dropId() {
            return drop == null ? "" : drop.drop();
        }
    }

    QualityFindings(Definitions definitions, IngestResult ingested, PayerAnswers answers) {
        this.rules = definitions.rules();
        this.touched = new TouchedMeasures(definitions.measures());
        this.counting = ingested.outcomes().stream()
                .filter(drop -> drop.state() == DropState.ACCEPTED)
                .toList();
        for (DropOutcome drop : ofRun(ingested.outcomes())) {
            drop.quality()
                    .results()
                    .forEach(
                            result -> findings.add(new Finding(drop.payer(), drop, result, touched.by(result.rule()))));
            addVolumes(drop, answers);
        }
        for (String payer : counting.stream().map(DropOutcome::payer).collect(Collectors.toCollection(TreeSet::new))) {
            List<DropOutcome> drops = ofPayer(payer, counting);
            LocalDate newest = drops.stream()
                    .map(drop -> requireNonNull(drop.quality().created(), "created"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            for (QualityRule rule : rules.book().rules()) {
                if (!rule.isOfDrop()) {
                    RuleResult result =
                            rule.judge(answers.of(payer, rule.check()), rules.threshold(rule, payer, newest));
                    findings.add(new Finding(payer, null, result, touchedBy(result, payer, answers)));
                }
            }
        }
        findings.sort(Comparator.comparing(Finding::payer)
                .thenComparing(Finding::dropId)
                .thenComparing(finding -> finding.result().rule().id()));
    }

    /** Rules about a drop beside other drops, which intake does not answer. */
    private void addVolumes(DropOutcome drop, PayerAnswers answers) {
        if (drop.quality().results().isEmpty()) {
            return;
        }
        LocalDate created = drop.quality().created();
        for (QualityRule rule : rules.book().rules()) {
            if (rule.check() instanceof Check.Volume) {
                RuleResult result = rule.judge(
                        answers.volume(drop),
                        rules.threshold(rule, drop.payer(), created == null ? LocalDate.MAX : created));
                findings.add(new Finding(drop.payer(), drop, result, touched.by(rule)));
            }
        }
    }

    /** Of measures whose codes do not occur these alone, of all others those that read what the rule is about. */
    private SortedSet<String> touchedBy(RuleResult result, String payer, PayerAnswers answers) {
        boolean named =
                result.rule().check() instanceof Check.Codes && result.counted().bad() > 0;
        return named ? answers.counts().codes().without(payer) : touched.by(result.rule());
    }

    /**
     * The drops that are part of a run's id: those that count, and what became of payers none of whose drops does. Refused
     * drops of payers that are present change no result.
     */
    static List<DropOutcome> ofRun(List<DropOutcome> outcomes) {
        List<DropOutcome> accepted = outcomes.stream()
                .filter(drop -> drop.state() == DropState.ACCEPTED)
                .toList();
        return outcomes.stream()
                .filter(drop -> drop.state() == DropState.ACCEPTED || isAbsent(drop.payer(), accepted))
                .toList();
    }

    /** Whether a payer has drops and none of them counts. */
    static boolean isAbsent(String payer, List<DropOutcome> accepted) {
        return ofPayer(payer, accepted).isEmpty();
    }

    private static List<DropOutcome> ofPayer(String payer, List<DropOutcome> drops) {
        return drops.stream().filter(drop -> drop.payer().equals(payer)).toList();
    }

    /** What the failed rules of payers and drops that count touch. */
    QualityMarks marks() {
        List<QualityMarks.Mark> marks = new ArrayList<>();
        for (Finding finding : findings) {
            boolean counts = finding.drop() == null || finding.drop().state() == DropState.ACCEPTED;
            if (counts && finding.result().status() == RuleStatus.FAIL) {
                QualityRule rule = finding.result().rule();
                marks.add(new QualityMarks.Mark(
                        rule.id(),
                        rule.effect() == Effect.BLOCK,
                        scopesOf(finding.payer()),
                        finding.measures(),
                        rule.attributes()));
            }
        }
        return new QualityMarks(marks);
    }

    /** The payer itself, its lines of business, everybody; every scope where the payer covers nobody itself. */
    private SortedSet<String> scopesOf(String payer) {
        List<DropOutcome> own = ofPayer(payer, counting);
        boolean coversNobody =
                own.stream().anyMatch(drop -> drop.quality().lines().contains(LineOfBusiness.NONE));
        SortedSet<String> of = new TreeSet<>(Set.of(EVERYBODY, PAYER + payer));
        for (DropOutcome drop : coversNobody ? counting : own) {
            of.add(PAYER + drop.payer());
            drop.quality().lines().stream().map(LineOfBusiness::name).forEach(of::add);
        }
        return of;
    }

    /** The rows of {@code dq_result}, in order of their key. */
    List<TableRow> rows(String runId) {
        return findings.stream().map(finding -> row(runId, finding)).toList();
    }

    private TableRow row(String runId, Finding finding) {
        RuleResult result = finding.result();
        QualityRule rule = result.rule();
        return TableRow.of(SCHEMA)
                .set("run_id", runId)
                .set("payer", finding.payer())
                .set("drop", finding.dropId())
                .set(
                        "drop_state",
                        Optional.ofNullable(finding.drop())
                                .map(drop -> drop.state().name())
                                .orElse(null))
                .set("rule", rule.id())
                .set("rule_number", rule.number())
                .set("level", rule.level().name())
                .set("severity", rule.severity().number())
                .set("denominator", result.counted().of())
                .set("bad", result.counted().bad())
                .set("rate", result.counted().rate())
                .set("threshold", result.threshold().doubleValue())
                .set("status", result.status().name())
                .set("effect", rule.effect().word())
                .set("measures", List.copyOf(finding.measures()))
                .set(
                        "strata_by",
                        rule.attributes().isEmpty()
                                ? null
                                : rule.attributes().stream()
                                        .map(attribute -> attribute.name().toLowerCase(Locale.ROOT))
                                        .toList())
                .build();
    }
}
