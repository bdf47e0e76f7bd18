package org.mcpstrata.disclosed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** Rows of {@code stratified_result} as they are published: one rate of a program, everybody together. */
final class PublishedRows {
    private static final TableSchema RESULT = TableSchema.load("public_stratified_result", List.of());

    private final List<TableRow> rows = new ArrayList<>();

    List<TableRow> all() {
        return rows;
    }

    void clear() {
        rows.clear();
    }

    private static TableRow.Builder row(String stratifier, String stratum, String kind) {
        return TableRow.of(RESULT)
                .set("run_id", "r1")
                .set("release_id", "1")
                .set("program_id", "mcp")
                .set("measure_id", "M1")
                .set("measure_version", "1")
                .set("measure_name", "a measure")
                .set("rate_id", "overall")
                .set("scoring", "PROPORTION")
                .set("improvement", "HIGHER")
                .set("unit", "proportion")
                .set("period_start", LocalDate.of(2025, 1, 1))
                .set("period_end", LocalDate.of(2025, 12, 31))
                .set("entity_type", "PROGRAM")
                .set("entity_id", "mcp")
                .set("payer_scope", "ALL")
                .set("stratifier_id", stratifier)
                .set("stratum_id", stratum)
                .set("stratum_label", stratum)
                .set("stratum_order", 0)
                .set("stratum_kind", kind)
                .set("exclusive", true)
                .set("method", "DIRECT")
                .set("quality_mark", "OK")
                .set("suppression", "SHOWN")
                .set("coarsening_level", 0);
    }

    private static TableRow.Builder counted(TableRow.Builder row, long met, long people) {
        return row.set("performance_denominator", people)
                .set("numerator", met)
                .set("not_met", people - met)
                .set("value", (double) met / people)
                .set("reliability", "B");
    }

    PublishedRows shown(String stratifier, String stratum, String kind, long met, long people) {
        rows.add(counted(row(stratifier, stratum, kind), met, people).build());
        return this;
    }

    /** A row of a race of which every count is hidden. */
    PublishedRows hidden(String stratum, String kind) {
        rows.add(row("race", stratum, kind).set("suppression", "HIDDEN").build());
        return this;
    }

    /** A race crossed with a sex. */
    PublishedRows crossed(String race, String sex, long met, long people) {
        rows.add(counted(row("race_x_sex", race + "_" + sex, "VALUE"), met, people)
                .set("components", new TreeMap<>(Map.of("race", race, "sex", sex)))
                .build());
        return this;
    }

    /** The groups of the example in stratification.md 4.4. */
    PublishedRows fiveGroups() {
        return shown("race", "WHITE", "VALUE", 150, 180)
                .shown("race", "BLACK", "VALUE", 45, 60)
                .shown("race", "ASIAN", "VALUE", 34, 40)
                .shown("race", "HISPANIC", "VALUE", 56, 80)
                .shown("race", "AIAN", "VALUE", 18, 30);
    }
}
