package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.DerivedRate.Kind;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.quality.QualityMarks;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Measured;
import org.mcpstrata.statistics.Reliability;

/** Makes the rows of one block: one rate of one measure for one entity and payer scope. */
final class StratifiedRow {
    /** Dollars of several payers are not one price level; the index of the same measure compares them. */
    private static final String PAYERS_POOLED = "PAYERS_POOLED";

    /** No payer of the cell delivered prices. */
    private static final String NO_COST = "NO_COST";

    private static final String EVERYBODY_LEFT = "EVERYBODY_LEFT";

    /** The year before, or this one, has no value to compare. */
    private static final String NO_BASELINE = "NO_BASELINE";

    private final ResultContext context;
    private final ReportedRate rate;
    private final ReportedRate compared;
    private final ExpectedRates expected;
    private final AgeStandard standard;
    private final Block block;
    private final EntityName entity;
    private final long ofEntity;
    private final Boolean scored;
    private final TableRow.Builder ofBlock;

    /** @param ofEntity people or responses behind the value of the whole entity, whoever pays */
    StratifiedRow(ResultContext context, Cells cells, ReportedRate rate, Block block, long ofEntity) {
        this.context = requireNonNull(context, "context");
        this.rate = requireNonNull(rate, "rate");
        this.compared = rate.isImprovement() ? rate.compared() : null;
        ReportedRate valued = rate.isImprovement() ? compared : rate;
        this.expected = valued.is(Kind.OBSERVED_TO_EXPECTED) ? cells.expected().get(valued.verdicts()) : null;
        this.standard = AgeStandard.of(cells, rate, context.period()).orElse(null);
        this.block = requireNonNull(block, "block");
        this.ofEntity = ofEntity;
        this.entity = EntityName.of(
                context, cells, block.entity().type(), block.entity().id());
        this.scored = block.entity().type() != EntityType.PRACTICE
                ? null
                : context.scoring()
                        .isScored(
                                cells.practices().get(block.entity().id()),
                                rate.key().measureId(),
                                rate.isImprovement());
        this.ofBlock = ofBlock();
    }

    /**
     * One row.
     *
     * @param union all strata of the stratifier together, each person once
     * @param earlier the same cell of the year before; read by improvements only
     */
    TableRow row(Stratifier stratifier, Stratum stratum, Counts counts, Counts union, Counts earlier) {
        TableRow.Builder row = named(stratifier.id(), stratifier.standard(), stratum, stratifier.exclusive(), "DIRECT");
        counts(row, counts);
        QualityMarks.Touch touch = touch(stratifier);
        Shown shown = shown(counts, earlier, touch);
        set(row, behind(counts), shown);
        standardise(row, counts, shown);
        quality(row, shown.blocking(), touch);
        completeness(row, stratifier, stratum, counts, union);
        return row.build();
    }

    /** What every row of the block says. */
    private TableRow.Builder ofBlock() {
        return TableRow.of(StratifiedResult.SCHEMA)
                .set("run_id", context.runId())
                .set("program_id", context.programId())
                .set("measure_id", rate.key().measureId())
                .set("measure_version", rate.measure().version())
                .set("measure_name", rate.measure().name())
                .set("rate_id", rate.key().rateId())
                .set("scoring", rate.scoring().name())
                .set("improvement", rate.improvement().name())
                .set("unit", rate.unit())
                .set("period_start", context.period().start())
                .set("period_end", context.period().end())
                .set("entity_type", block.entity().type().name())
                .set("entity_id", block.entity().id())
                .set("entity_name", entity.name())
                .set("entity_state", entity.state())
                .set("scored", scored)
                .set("payer_scope", block.payerScope())
                .set("payers_present", context.payersPresent())
                .set("payers_absent", context.payersAbsent());
    }

    /** A row of a stratum without any number. */
    TableRow.Builder named(String stratifierId, String standard, Stratum stratum, boolean exclusive, String method) {
        return ofBlock.copy()
                .set("stratifier_id", stratifierId)
                .set("stratifier_standard", standard)
                .set("stratum_id", stratum.id())
                .set("stratum_label", stratum.label())
                .set("stratum_order", stratum.order())
                .set("stratum_kind", stratum.kind().name())
                .set("exclusive", exclusive)
                .set("components", stratum.components().isEmpty() ? null : stratum.components())
                .set("method", method);
    }

    /** What a row of these counts shows, as comparisons take it. */
    StratumValue value(Stratum stratum, Counts counts, Counts earlier, QualityMarks.Touch touch) {
        Shown shown = shown(counts, earlier, touch);
        return new StratumValue(
                stratum,
                counts.populations().performanceDenominator(),
                counts.populations().numerator(),
                shown.estimate()
                        .map(it -> new Measured(it.value(), it.interval()))
                        .orElse(null),
                shown.reliability());
    }

    /** The failed quality rules that touch the rows of a stratifier. */
    QualityMarks.Touch touch(Stratifier stratifier) {
        return touch(stratifier.attributes());
    }

    /** The same of the rows of groups that rest on these attributes. */
    QualityMarks.Touch touch(Set<Attribute> stratifiedBy) {
        return context.marks().touch(rate.key().measureId(), block.payerScope(), stratifiedBy);
    }

    /**
     * What a row says of its value.
     *
     * @param blocking why there is none, apart from quality rules
     */
    private record Shown(Optional<Estimate> estimate, Reliability reliability, List<String> blocking) {}

    private Shown shown(Counts counts, Counts earlier, QualityMarks.Touch touch) {
        return rate.measure().itemScore() == null ? estimated(counts, earlier, touch) : scored(counts, touch);
    }

    private void counts(TableRow.Builder row, Counts counts) {
        boolean proportion = rate.scoring() == Scoring.PROPORTION;
        boolean amounts = !proportion && !rate.isImprovement();
        row.set("initial_population", counts.populations().initialPopulation())
                .set("denominator", counts.populations().denominator())
                .set("denominator_exclusion", counts.populations().denominatorExclusion())
                .set("denominator_exception", counts.populations().denominatorException())
                .set("performance_denominator", counts.populations().performanceDenominator())
                .set("numerator", proportion ? counts.populations().numerator() : null)
                .set("not_met", proportion ? counts.populations().notMet() : null)
                .set("observation_sum", amounts ? counts.amounts().observationSum() : null)
                .set(
                        "exposure",
                        !amounts || counts.amounts().exposed() == 0
                                ? null
                                : counts.amounts().exposureSum())
                .set("expected", !amounts || expected == null ? null : expected.expected(counts.riskMonths()))
                .set(
                        "data_sufficient",
                        rate.measure().sufficiencyStated()
                                ? counts.populations().dataSufficient()
                                : null);
    }

    /** The value of the rate that an improvement compares, in one of its years. */
    Optional<Estimate> compared(Counts counts) {
        return Estimate.of(compared, counts, expected);
    }

    private Optional<Estimate> estimate(Counts counts, Counts earlier) {
        return rate.isImprovement()
                ? Estimate.improvement(compared.improvement(), compared(counts), compared(earlier))
                : Estimate.of(rate, counts, expected);
    }

    private Shown estimated(Counts counts, Counts earlier, QualityMarks.Touch touch) {
        boolean pooled = rate.isInDollars() && !block.payerScope().startsWith("payer:");
        Optional<Estimate> made = estimate(counts, earlier).filter(found -> !pooled);
        boolean left = made.isPresent() && counts.populations().performanceDenominator() == 0;
        Optional<Estimate> estimate = left ? Optional.empty() : made;
        List<String> blocking = estimate.isEmpty() ? blocking(pooled, left, counts) : List.of();
        estimate = estimate.filter(found -> !touch.block());
        long people = behind(counts);
        boolean ofOne = rate.scoring() == Scoring.PROPORTION || rate.isImprovement();
        return new Shown(
                estimate, estimate.map(it -> it.reliability(ofOne, people)).orElse(Reliability.C), blocking);
    }

    /** People whose verdicts or months a value is made of: months of cost may be those of people who left since. */
    private long behind(Counts counts) {
        return rate.measure().cost() == null
                ? counts.populations().performanceDenominator()
                : counts.amounts().observed();
    }

    /** Why a row has no value. */
    private List<String> blocking(boolean pooled, boolean left, Counts counts) {
        if (pooled) {
            return List.of(PAYERS_POOLED);
        }
        if (left) {
            return List.of(EVERYBODY_LEFT);
        }
        if (rate.isImprovement()) {
            return List.of(NO_BASELINE);
        }
        return rate.measure().cost() != null && counts.populations().performanceDenominator() > 0
                ? List.of(NO_COST)
                : List.of();
    }

    /** The score of a survey, which is not shown where too little stands behind it. */
    private Shown scored(Counts counts, QualityMarks.Touch touch) {
        ItemMeansEstimate score = new ItemMeansEstimate(rate.measure().itemScore());
        long responses = counts.populations().performanceDenominator();
        String scale = rate.key().rateId();
        Optional<String> withheld = withheld(counts);
        Optional<Estimate> estimate =
                withheld.isPresent() || touch.block() ? Optional.empty() : score.of(counts.items(), responses, scale);
        return new Shown(
                estimate,
                estimate.map(it -> score.reliability(it, responses, scale)).orElse(Reliability.C),
                withheld.stream().toList());
    }

    /** @param blocking why the row has no value, apart from quality rules */
    static void quality(TableRow.Builder row, List<String> blocking, QualityMarks.Touch touch) {
        List<String> rules = new ArrayList<>(blocking);
        rules.addAll(touch.rules());
        String marked = rules.isEmpty() ? "OK" : "MARKED";
        row.set("quality_mark", blocking.isEmpty() && !touch.block() ? marked : "BLOCKED")
                .set("quality_rules", List.copyOf(rules));
    }

    /** Why a score may not be shown, its counts may: too few responses, or an item that nobody answered. */
    private Optional<String> withheld(Counts counts) {
        long responses = counts.populations().performanceDenominator();
        if (responses == 0) {
            return Optional.empty();
        }
        String practice =
                block.entity().type() == EntityType.PRACTICE ? block.entity().id() : "";
        return rate.measure()
                .itemScore()
                .withheld(practice, ofEntity, responses)
                .or(() -> ItemMeansEstimate.isComplete(counts.items())
                        ? Optional.empty()
                        : Optional.of("ITEM_ANSWERED_BY_NOBODY"));
    }

    private static void set(TableRow.Builder row, long people, Shown shown) {
        shown.estimate().ifPresent(it -> {
            row.set("value", it.value());
            if (it.interval() != null) {
                row.set("value_lo", it.interval().lo())
                        .set("value_hi", it.interval().hi())
                        .set("ci_method", it.interval().method())
                        .set("confidence", Interval.CONFIDENCE);
            }
        });
        row.set("n_effective", (double) people)
                .set("reliability", shown.reliability().name());
    }

    /** Names the standard also where nothing can be brought to it; what is withheld stays so. */
    private void standardise(TableRow.Builder row, Counts counts, Shown shown) {
        if (standard == null) {
            return;
        }
        row.set("std_weights_id", standard.id());
        if (shown.estimate().isPresent()) {
            standard.standardised(counts).ifPresent(it -> row.set("std_value", it.value())
                    .set("std_lo", it.interval().lo())
                    .set("std_hi", it.interval().hi()));
        }
    }

    private static void completeness(
            TableRow.Builder row, Stratifier stratifier, Stratum stratum, Counts counts, Counts union) {
        long all = union.populations().performanceDenominator();
        if (!stratum.kind().isMissing()) {
            row.set(
                    "share_of_denominator",
                    share(
                            counts.populations().performanceDenominator(),
                            union.answers().known(),
                            1));
        }
        if (stratum.kind() == StratumKind.TOTAL) {
            return;
        }
        long covered =
                switch (stratifier.coverage()) {
                    case ANSWERED -> union.answers().known();
                    case ASKED_2024 -> union.answers().asked2024();
                };
        row.set("coverage_pct", share(covered, all, 100));
        if (stratifier.isAnswered()) {
            row.set("direct_pct", share(union.answers().direct(), all, 100))
                    .set("conflict_pct", share(union.answers().conflict(), all, 100));
        }
    }

    static Double share(long part, long whole, int times) {
        return whole == 0 ? null : (double) (part * times) / whole;
    }
}
