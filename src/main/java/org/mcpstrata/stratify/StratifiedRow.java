package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;

/** Makes the rows of one block: one rate of one measure for one entity and payer scope. */
final class StratifiedRow {
    private final ResultContext context;
    private final MeasureInfo measure;
    private final Block block;
    private final EntityName entity;
    private final long ofEntity;

    /** @param ofEntity people or responses behind the value of the whole entity, whoever pays */
    StratifiedRow(ResultContext context, Cells cells, MeasureInfo measure, Block block, long ofEntity) {
        this.context = requireNonNull(context, "context");
        this.measure = requireNonNull(measure, "measure");
        this.block = requireNonNull(block, "block");
        this.ofEntity = ofEntity;
        this.entity = EntityName.of(
                context, cells, block.entity().type(), block.entity().id());
    }

    /**
     * One row.
     *
     * @param union all strata of the stratifier together, each person once
     */
    TableRow row(Stratifier stratifier, Stratum stratum, Counts counts, Counts union) {
        TableRow.Builder row = TableRow.of(StratifiedResult.SCHEMA)
                .set("run_id", context.runId())
                .set("program_id", context.programId())
                .set("measure_id", measure.measureId())
                .set("measure_version", measure.version())
                .set("measure_name", measure.name())
                .set("rate_id", block.rate().rateId())
                .set("scoring", measure.scoring().name())
                .set("improvement", measure.improvement().name())
                .set("unit", measure.unit(block.rate().rateId()))
                .set("period_start", context.period().start())
                .set("period_end", context.period().end())
                .set("entity_type", block.entity().type().name())
                .set("entity_id", block.entity().id())
                .set("entity_name", entity.name())
                .set("entity_state", entity.state())
                .set("payer_scope", block.payerScope())
                .set("stratifier_id", stratifier.id())
                .set("stratifier_standard", stratifier.standard())
                .set("stratum_id", stratum.id())
                .set("stratum_label", stratum.label())
                .set("stratum_order", stratum.order())
                .set("stratum_kind", stratum.kind().name())
                .set("exclusive", stratifier.exclusive())
                .set("components", stratum.components().isEmpty() ? null : stratum.components())
                .set("method", "DIRECT")
                .set("quality_mark", "OK")
                .set("quality_rules", List.of())
                .set("payers_present", context.payersPresent())
                .set("payers_absent", context.payersAbsent());
        counts(row, counts);
        estimate(row, counts);
        completeness(row, stratifier, stratum, counts, union);
        return row.build();
    }

    private void counts(TableRow.Builder row, Counts counts) {
        boolean proportion = measure.scoring() == Scoring.PROPORTION;
        row.set("initial_population", counts.initialPopulation())
                .set("denominator", counts.denominator())
                .set("denominator_exclusion", counts.denominatorExclusion())
                .set("denominator_exception", counts.denominatorException())
                .set("performance_denominator", counts.performanceDenominator())
                .set("numerator", counts.numerator())
                .set("not_met", proportion ? counts.notMet() : null)
                .set("observation_sum", proportion ? null : counts.observationSum())
                .set("exposure", proportion || counts.exposed() == 0 ? null : counts.exposureSum())
                .set("data_sufficient", counts.dataSufficient());
    }

    private void estimate(TableRow.Builder row, Counts counts) {
        long people = counts.performanceDenominator();
        if (measure.itemScore() == null) {
            Optional<Estimate> estimate = Estimate.of(measure.scoring(), counts);
            set(row, people, estimate, estimate.map(it -> it.reliability(measure.scoring(), people)));
            return;
        }
        ItemMeansEstimate score = new ItemMeansEstimate(measure.itemScore());
        String rate = block.rate().rateId();
        Optional<String> withheld = withheld(counts);
        withheld.ifPresent(rule -> row.set("quality_mark", "BLOCKED").set("quality_rules", List.of(rule)));
        Optional<Estimate> estimate = withheld.isPresent() ? Optional.empty() : score.of(counts.items(), people, rate);
        set(row, people, estimate, estimate.map(it -> score.reliability(it, people, rate)));
    }

    /** Why a score may not be shown, its counts may: too few responses, or an item that nobody answered. */
    private Optional<String> withheld(Counts counts) {
        long responses = counts.performanceDenominator();
        if (responses == 0) {
            return Optional.empty();
        }
        String practice =
                block.entity().type() == EntityType.PRACTICE ? block.entity().id() : "";
        return measure.itemScore()
                .withheld(practice, ofEntity, responses)
                .or(() -> ItemMeansEstimate.isComplete(counts.items())
                        ? Optional.empty()
                        : Optional.of("ITEM_ANSWERED_BY_NOBODY"));
    }

    private static void set(
            TableRow.Builder row, long people, Optional<Estimate> estimate, Optional<Reliability> reliability) {
        estimate.ifPresent(it -> {
            row.set("value", it.value());
            if (it.interval() != null) {
                row.set("value_lo", it.interval().lo())
                        .set("value_hi", it.interval().hi())
                        .set("ci_method", it.interval().method())
                        .set("confidence", Interval.CONFIDENCE);
            }
        });
        row.set("n_effective", (double) people)
                .set("reliability", reliability.orElse(Reliability.C).name());
    }

    private static void completeness(
            TableRow.Builder row, Stratifier stratifier, Stratum stratum, Counts counts, Counts union) {
        long all = union.performanceDenominator();
        if (!stratum.kind().isMissing()) {
            row.set("share_of_denominator", share(counts.performanceDenominator(), union.known(), 1));
        }
        if (stratum.kind() == StratumKind.TOTAL) {
            return;
        }
        long covered =
                switch (stratifier.coverage()) {
                    case ANSWERED -> union.known();
                    case ASKED_2024 -> union.asked2024();
                };
        row.set("coverage_pct", share(covered, all, 100));
        if (stratifier.isAnswered()) {
            row.set("direct_pct", share(union.direct(), all, 100))
                    .set("conflict_pct", share(union.conflict(), all, 100));
        }
    }

    private static Double share(long part, long whole, int times) {
        return whole == 0 ? null : (double) (part * times) / whole;
    }
}
