package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;

/** Makes the rows of one block: one rate of one measure for one entity and payer scope. */
final class StratifiedRow {
    private final ResultContext context;
    private final ReportedRate rate;
    private final ExpectedRates expected;
    private final Block block;
    private final EntityName entity;

    StratifiedRow(ResultContext context, Cells cells, ReportedRate rate, Block block) {
        this.context = requireNonNull(context, "context");
        this.rate = requireNonNull(rate, "rate");
        this.expected = rate.scoring() == Scoring.RATIO ? cells.expected().get(rate.verdicts()) : null;
        this.block = requireNonNull(block, "block");
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
        boolean proportion = rate.scoring() == Scoring.PROPORTION;
        row.set("initial_population", counts.initialPopulation())
                .set("denominator", counts.denominator())
                .set("denominator_exclusion", counts.denominatorExclusion())
                .set("denominator_exception", counts.denominatorException())
                .set("performance_denominator", counts.performanceDenominator())
                .set("numerator", counts.numerator())
                .set("not_met", proportion ? counts.notMet() : null)
                .set("observation_sum", proportion ? null : counts.observationSum())
                .set("exposure", proportion || counts.exposed() == 0 ? null : counts.exposureSum())
                .set("expected", expected == null ? null : expected.expected(counts.riskMonths()))
                .set("data_sufficient", counts.dataSufficient());
    }

    private Optional<Estimate> estimate(Counts counts) {
        return expected == null
                ? Estimate.of(rate.scoring(), counts)
                : Estimate.observedToExpected(counts, expected.expected(counts.riskMonths()));
    }

    private void estimate(TableRow.Builder row, Counts counts) {
        Optional<Estimate> estimate = estimate(counts);
        long people = counts.performanceDenominator();
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
                .set(
                        "reliability",
                        estimate.map(it -> it.reliability(rate.scoring(), people))
                                .orElse(Reliability.C)
                                .name());
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
