package org.mcpstrata.stratify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** The costs of one year: what payers came to, and the cells of all rates of costs. */
public final class Costs {
    public static final TableSchema PAYER_COST = TableSchema.load("dim_payer_cost", List.of());

    /** No measure is about costs. */
    public static final Costs NONE = new Costs(new TreeMap<>(), new TreeMap<>(), List.of());

    private final SortedMap<PayerKey, PayerCosts> payers;
    private final SortedMap<PayerKey, PayerScale> scales;
    private final List<PartialCells> cells;

    Costs(SortedMap<PayerKey, PayerCosts> payers, SortedMap<PayerKey, PayerScale> scales, List<PartialCells> cells) {
        this.payers = Collections.unmodifiableSortedMap(new TreeMap<>(payers));
        this.scales = Collections.unmodifiableSortedMap(new TreeMap<>(scales));
        this.cells = List.copyOf(cells);
    }

    /** Cells to be added to those of the people. */
    List<PartialCells> cells() {
        return cells;
    }

    SortedMap<PayerKey, PayerScale> scales() {
        return scales;
    }

    /** One row for each measure and payer: the scale behind every adjusted cost, and what had no price. */
    public List<TableRow> rows() {
        List<TableRow> rows = new ArrayList<>();
        payers.forEach((payer, costs) -> {
            Optional<PayerScale> scale = Optional.ofNullable(scales.get(payer));
            rows.add(TableRow.of(PAYER_COST)
                    .set("measure_id", payer.measureId())
                    .set("payer_id", payer.payerId())
                    .set("beneficiary_months", costs.pricedMonths())
                    .set("unpriced_months", costs.unpricedMonths())
                    .set("unpriced_lines", costs.unpricedLines())
                    .set("scored_months", costs.scoredMonths())
                    .set(
                            "risk_basis",
                            costs.scoredMonths() == 0
                                    ? "AGE_SEX"
                                    : costs.scoredMonths() == costs.pricedMonths()
                                            ? "SUPPLIED_SCORE"
                                            : "SUPPLIED_SCORE_ELSE_AGE_SEX")
                    .set("allowed_dollars", costs.dollars())
                    .set("winsorised_at", scale.map(PayerScale::limit).orElse(null))
                    .set("mean_adjusted", scale.map(PayerScale::roundedMean).orElse(null))
                    .build());
        });
        return rows;
    }
}
