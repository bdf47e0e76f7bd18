package org.mcpstrata.run;

import java.util.List;
import org.mcpstrata.link.CompletenessTable;
import org.mcpstrata.link.LinkTable;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.stratify.Costs;
import org.mcpstrata.stratify.Dimensions;
import org.mcpstrata.stratify.IndirectCalibration;
import org.mcpstrata.stratify.MemberResult;
import org.mcpstrata.stratify.MemberStratum;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.compare.DisparitySummaries;
import org.mcpstrata.stratify.compare.StratumComparisons;

/** The tables that a run leaves below {@code restricted/}; whoever exports or describes them has them from here. */
public final class RestrictedTables {
    /** In the order in which a reader meets them: results, what they are about, then where they come from. */
    public static final List<TableSchema> SCHEMAS = List.of(
            StratifiedResult.SCHEMA,
            StratumComparisons.SCHEMA,
            DisparitySummaries.SCHEMA,
            MemberResult.SCHEMA,
            MemberStratum.SCHEMA,
            Dimensions.MEASURE,
            Dimensions.STRATUM,
            Dimensions.ENTITY,
            Dimensions.EXPECTED_RATE,
            Costs.PAYER_COST,
            IndirectCalibration.SCHEMA,
            QualityFindings.SCHEMA,
            LinkTable.SCHEMA,
            CompletenessTable.SCHEMA);

    private RestrictedTables() {}
}
