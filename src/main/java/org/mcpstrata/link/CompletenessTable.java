package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.time.MeasurementPeriod;

/** The rows of {@code demographic_completeness}. */
public final class CompletenessTable {
    public static final TableSchema SCHEMA = TableSchema.load("demographic_completeness", List.of());

    private final String runId;
    private final MeasurementPeriod period;

    public CompletenessTable(String runId, MeasurementPeriod period) {
        this.runId = requireNonNull(runId, "runId");
        this.period = requireNonNull(period, "period");
    }

    /** Every row, in the table's order. */
    public List<TableRow> rows(DemographicCompleteness completeness) {
        List<TableRow> rows = new ArrayList<>();
        completeness.counts().forEach((group, counts) -> rows.add(row(group, counts)));
        return rows;
    }

    private TableRow row(DemographicCompleteness.Group group, DemographicCompleteness.Counts counts) {
        TableRow.Builder row = TableRow.of(SCHEMA)
                .set("run_id", runId)
                .set("period_start", period.start())
                .set("period_end", period.end())
                .set("payer_id", group.payer())
                .set("basis", group.basis().name())
                .set("attribute", group.attribute().name());
        for (CompletenessCount count : CompletenessCount.values()) {
            row.set(count.column(), counts.of(count));
        }
        if (group.attribute() != Attribute.RACE_ETHNICITY) {
            // Only race and ethnicity were ever asked in two ways.
            row.set(CompletenessCount.COMBINED_QUESTION.column(), null);
        }
        share(row, "known_share", counts, CompletenessCount.KNOWN, CompletenessCount.PEOPLE);
        share(row, "conflict_share", counts, CompletenessCount.CONFLICT, CompletenessCount.PEOPLE);
        share(
                row,
                "self_report_enrollment_agree_share",
                counts,
                CompletenessCount.SELF_REPORT_ENROLLMENT_AGREE,
                CompletenessCount.SELF_REPORT_ENROLLMENT_COMPARED);
        share(
                row,
                "administrative_agree_share",
                counts,
                CompletenessCount.ADMINISTRATIVE_AGREE,
                CompletenessCount.ADMINISTRATIVE_COMPARED);
        share(
                row,
                "indirect_label_agree_share",
                counts,
                CompletenessCount.INDIRECT_LABEL_AGREE,
                CompletenessCount.INDIRECT_LABEL_COMPARED);
        return row.build();
    }

    private static void share(
            TableRow.Builder row,
            String column,
            DemographicCompleteness.Counts counts,
            CompletenessCount part,
            CompletenessCount whole) {
        row.set(column, counts.of(whole) == 0 ? null : (double) counts.of(part) / counts.of(whole));
    }
}
