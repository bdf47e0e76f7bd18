package org.mcpstrata.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** Rows of the tables that pages are made of, written by hand. */
final class ReportRows {
    static final TableSchema RESULT = TableSchema.load("stratified_result", List.of());
    static final ReportHead HEAD = new ReportHead(
            Tier.RESTRICTED,
            "run1",
            "Program",
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 12, 31),
            List.of("payer-a"),
            List.of("payer-b"));

    private ReportRows() {}

    /** The schema of a release, which says of every row whether it is hidden. */
    static TableSchema released() {
        List<Column> columns = new ArrayList<>(RESULT.columns());
        columns.add(new Column(columns.size(), "suppression", ColumnType.STRING, true, "", null));
        return new TableSchema("stratified_result", columns);
    }

    static TableRow.Builder result(TableSchema schema, String type, String entity, String stratifier, String stratum) {
        return TableRow.of(schema)
                .set("run_id", "run1")
                .set("program_id", "program")
                .set("measure_id", "M1")
                .set("measure_version", "1")
                .set("measure_name", "Screening")
                .set("rate_id", "overall")
                .set("scoring", "PROPORTION")
                .set("improvement", "HIGHER")
                .set("unit", "proportion")
                .set("period_start", LocalDate.of(2025, 1, 1))
                .set("period_end", LocalDate.of(2025, 12, 31))
                .set("entity_type", type)
                .set("entity_id", entity)
                .set("entity_state", type.equals("PROGRAM") ? null : "CO")
                .set("payer_scope", "ALL")
                .set("stratifier_id", stratifier)
                .set("stratum_id", stratum)
                .set("stratum_label", stratum)
                .set("stratum_order", 0)
                .set("stratum_kind", "VALUE")
                .set("exclusive", true)
                .set("method", "DIRECT")
                .set("reliability", "A")
                .set("quality_mark", "OK");
    }

    /** A row with counts and a value. */
    static TableRow.Builder counted(TableRow.Builder row, long people, long numerator) {
        double value = (double) numerator / people;
        return row.set("initial_population", people)
                .set("denominator", people)
                .set("denominator_exclusion", 0L)
                .set("denominator_exception", 0L)
                .set("performance_denominator", people)
                .set("numerator", numerator)
                .set("data_sufficient", people)
                .set("value", value)
                .set("value_lo", Math.max(0, value - 0.1))
                .set("value_hi", Math.min(1, value + 0.1))
                .set("ci_method", "WILSON");
    }

    static TableRow counted(
            String type, String entity, String stratifier, String stratum, long people, long numerator) {
        return counted(result(RESULT, type, entity, stratifier, stratum), people, numerator)
                .build();
    }

    static TableRow measure() {
        return TableRow.of(TableSchema.load("dim_measure", List.of()))
                .set("measure_id", "M1")
                .set("measure_version", "1")
                .set("measure_name", "Screening")
                .set("rate_id", "overall")
                .set("rate_order", 0)
                .set("scoring", "PROPORTION")
                .set("improvement", "HIGHER")
                .set("unit", "proportion")
                .set("age_anchor", "PERIOD_END")
                .set("verdicts_of", "overall")
                .build();
    }

    static TableRow stratum(String stratifier, String stratum, String label) {
        return TableRow.of(TableSchema.load("dim_stratum", List.of()))
                .set("stratifier_id", stratifier)
                .set("exclusive", true)
                .set("stratum_id", stratum)
                .set("stratum_label", label)
                .set("stratum_order", 0)
                .set("stratum_kind", "VALUE")
                .build();
    }

    static TableRow entity(String type, String id, String name) {
        return TableRow.of(TableSchema.load("dim_entity", List.of()))
                .set("entity_type", type)
                .set("entity_id", id)
                .set("entity_name", name)
                .set("entity_state", type.equals("PROGRAM") ? null : "CO")
                .build();
    }

    static ReportTables tables(List<TableRow> strata, List<TableRow> entities, List<TableRow> comparisons) {
        return new ReportTables(List.of(measure()), strata, entities, List.of(), comparisons);
    }

    static String figures(List<TableRow> rows) {
        RateFigures figures = new RateFigures();
        rows.forEach(figures::add);
        return figures.json();
    }
}
