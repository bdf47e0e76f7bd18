package org.mcpstrata.stratify.compare;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.stratify.RateValues;
import org.mcpstrata.stratify.ScopeValues;

/** The columns that both tables of comparisons begin a row with. */
record ScopeColumns(ScopeValues values) {
    static final String METHOD = "DIRECT";

    ScopeColumns {
        requireNonNull(values, "values");
    }

    TableRow.Builder row(TableSchema schema, String stratifierId, RateValues rate) {
        return TableRow.of(schema)
                .set("run_id", values.context().runId())
                .set("program_id", values.context().programId())
                .set("period_start", values.context().period().start())
                .set("period_end", values.context().period().end())
                .set("entity_type", values.scope().entityType().name())
                .set("entity_id", values.scope().entityId())
                .set("payer_scope", values.scope().payerScope())
                .set("stratifier_id", stratifierId)
                .set("method", METHOD)
                .set("measure_id", rate.measureId())
                .set("rate_id", rate.rateId())
                .set("scoring", rate.scoring().name())
                .set("improvement", rate.improvement().name());
    }
}
