package org.mcpstrata.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.TableWriter;

/** A small public release, written as Parquet with the public columns, cell by cell as a test says. */
final class ReleaseDraft {
    private static final TableSchema RESULT = TableSchema.load("public_stratified_result", List.of());
    private static final TableSchema COMPARISONS = TableSchema.load("public_stratum_comparison", List.of());
    private static final TableSchema SUMMARIES = TableSchema.load("public_disparity_summary", List.of());
    private static final TableSchema MEASURES = TableSchema.load("public_dim_measure", List.of());
    private static final TableSchema STRATA = TableSchema.load("public_dim_stratum", List.of());
    private static final TableSchema ENTITIES = TableSchema.load("public_dim_entity", List.of());

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<TableRow> measures = new ArrayList<>();
    private final List<TableRow> strata = new ArrayList<>();
    private final List<TableRow> entities = new ArrayList<>();
    private final List<TableRow> comparisons = new ArrayList<>();
    private Optional<List<TableRow>> summaries = Optional.empty();
    private String program = "mcp";

    /** One row in the making; a count is given or hidden. */
    static final class Row {
        private final Map<String, Object> values = new TreeMap<>();
        private final List<String> hidden = new ArrayList<>();

        Row set(String column, Object value) {
            values.put(column, value);
            return this;
        }

        /** Shows a field that was hidden. */
        Row show(String column, Object value) {
            hidden.remove(column);
            return set(column, value);
        }

        Row hide(String... columns) {
            for (String column : columns) {
                values.remove(column);
                if (!hidden.contains(column)) {
                    hidden.add(column);
                }
            }
            return this;
        }
    }

    /** Where a row is; the program, everybody and the total unless said otherwise. */
    record At(
            String measure, String rate, String type, String entity, String scope, String stratifier, String stratum) {
        static At total() {
            return new At("M1", "overall", "PROGRAM", "mcp", "ALL", "TOTAL", "TOTAL");
        }

        static At stratum(String stratifier, String stratum) {
            return total().in(stratifier, stratum);
        }

        At in(String otherStratifier, String otherStratum) {
            return new At(measure, rate, type, entity, scope, otherStratifier, otherStratum);
        }

        At of(String otherType, String otherEntity) {
            return new At(measure, rate, otherType, otherEntity, scope, stratifier, stratum);
        }

        At scope(String otherScope) {
            return new At(measure, rate, type, entity, otherScope, stratifier, stratum);
        }

        At rate(String otherMeasure, String otherRate) {
            return new At(otherMeasure, otherRate, type, entity, scope, stratifier, stratum);
        }
    }

    ReleaseDraft measure(String measure, String rate, String addsTo, String population) {
        return measure(measure, rate, addsTo, population, null);
    }

    /** @param narrows the rate that excludes fewer people, or null */
    ReleaseDraft measure(String measure, String rate, String addsTo, String population, String narrows) {
        measures.add(TableRow.of(MEASURES)
                .set("measure_id", measure)
                .set("measure_version", "1")
                .set("measure_name", measure)
                .set("rate_id", rate)
                .set("rate_order", measures.size())
                .set("scoring", "PROPORTION")
                .set("improvement", "HIGHER")
                .set("unit", "proportion")
                .set("age_anchor", "PERIOD_END")
                .set("verdicts_of", rate)
                .set("adds_to", addsTo)
                .set("population_id", population)
                .set("narrows", narrows)
                .build());
        return this;
    }

    /** Names the initial population of a measure that was described without. */
    ReleaseDraft populationOf(String measure, String population) {
        return described(measure, "population_id", population);
    }

    /** Says of a measure whose counts its own are. */
    ReleaseDraft sameCounts(String measure, Map<String, String> counts) {
        return described(measure, "same_counts", new TreeMap<>(counts));
    }

    private ReleaseDraft described(String measure, String told, Object value) {
        measures.replaceAll(row -> {
            TableRow.Builder changed = TableRow.of(MEASURES);
            MEASURES.columns().forEach(column -> changed.set(column.name(), row.value(column.name())));
            return row.text("measure_id").equals(measure)
                    ? changed.set(told, value).build()
                    : row;
        });
        return this;
    }

    /** Calls the program otherwise; its people are the same. */
    ReleaseDraft ofProgram(String id) {
        program = id;
        return this;
    }

    /** Adds a measure with the rows that the first one has. */
    ReleaseDraft alsoWith(String measure) {
        measure(measure, "overall", null, "");
        new LinkedHashMap<>(rows).forEach((at, row) -> {
            Row copy = new Row().set("measure_id", measure);
            row.values.forEach(copy.values::putIfAbsent);
            copy.hidden.addAll(row.hidden);
            rows.put(at + measure, copy);
        });
        return this;
    }

    ReleaseDraft exclusive(String stratifier, String... ids) {
        for (String id : ids) {
            stratum(stratifier, id, "VALUE", row -> {});
        }
        return this;
    }

    /** @param more sets what else the row says */
    ReleaseDraft stratum(String stratifier, String id, String kind, Consumer<TableRow.Builder> more) {
        TableRow.Builder row = TableRow.of(STRATA)
                .set("stratifier_id", stratifier)
                .set("exclusive", true)
                .set("stratum_id", id)
                .set("stratum_label", id)
                .set("stratum_order", strata.size())
                .set("stratum_kind", kind);
        more.accept(row);
        strata.add(row.build());
        return this;
    }

    ReleaseDraft entity(String type, String id, String state) {
        entities.add(TableRow.of(ENTITIES)
                .set("entity_type", type)
                .set("entity_id", id)
                .set("entity_state", state)
                .build());
        return this;
    }

    ReleaseDraft practice(String id, String state, int track) {
        entities.add(TableRow.of(ENTITIES)
                .set("entity_type", "PRACTICE")
                .set("entity_id", id)
                .set("entity_state", state)
                .set("track", track)
                .build());
        return this;
    }

    /** A row of which only one count says anything: all people are in the denominator and nobody meets it. */
    ReleaseDraft people(At at, long count) {
        row(at, count, 0, 0, count);
        return this;
    }

    /** A row of a proportion without exclusions. */
    ReleaseDraft metAndNot(At at, long met, long notMet) {
        row(at, met + notMet, met, notMet, met + notMet);
        return this;
    }

    private void row(At at, long denominator, long met, long notMet, long people) {
        Row row = new Row();
        if (!at.type().equals("PRACTICE")) {
            row.set("initial_population", people)
                    .set("denominator", denominator)
                    .set("denominator_exclusion", met + notMet == 0 ? denominator : 0L)
                    .set("denominator_exception", 0L);
        }
        row.set("performance_denominator", met + notMet).set("numerator", met).set("not_met", notMet);
        if (met + notMet > 0) {
            row.set("value", (double) met / (met + notMet));
        }
        rows.put(at.toString(), row);
        base(row, at);
    }

    private static void base(Row row, At at) {
        row.set("measure_id", at.measure())
                .set("rate_id", at.rate())
                .set("entity_type", at.type())
                .set("entity_id", at.entity())
                .set("payer_scope", at.scope())
                .set("stratifier_id", at.stratifier())
                .set("stratum_id", at.stratum());
    }

    /** The row there, to change it. */
    Row at(At at) {
        Row row = rows.get(at.toString());
        if (row == null) {
            throw new IllegalArgumentException("no row there");
        }
        return row;
    }

    /** A row of a proportion without a numerator, some of whose people are excluded. */
    ReleaseDraft excluding(At at, long people, long excluded) {
        row(at, people, 0, people - excluded, people);
        at(at).set("denominator_exclusion", excluded);
        return this;
    }

    /** Hides the people of a row made by {@link #people}: all its counts that are not zero. */
    ReleaseDraft hidePeople(At at) {
        at(at).hide("initial_population", "denominator", "denominator_exclusion");
        return this;
    }

    /** Hides met, not met and what is made of them. */
    ReleaseDraft hideMet(At at) {
        at(at).hide("numerator", "not_met", "value");
        return this;
    }

    /** Says at which step the row's stratum is. */
    ReleaseDraft step(At at, int step) {
        at(at).set("coarsening_level", step);
        return this;
    }

    ReleaseDraft without(At at) {
        rows.remove(at.toString());
        return this;
    }

    ReleaseDraft compared(List<TableRow> more) {
        comparisons.addAll(more);
        return this;
    }

    /** Gives it a table of summaries, whether or not it has rows. */
    ReleaseDraft summarised(List<TableRow> rows) {
        summaries = Optional.of(rows);
        return this;
    }

    /** The rows as they are published. */
    List<TableRow> results() {
        return rows.values().stream().map(this::result).toList();
    }

    /** Writes the release. */
    Path write(Path folder) {
        write(folder, "stratified_result", RESULT, results());
        if (!comparisons.isEmpty()) {
            write(folder, "stratum_comparison", COMPARISONS, comparisons);
        }
        summaries.ifPresent(rows -> write(folder, "disparity_summary", SUMMARIES, rows));
        write(folder, "dim_measure", MEASURES, measures);
        write(folder, "dim_stratum", STRATA, strata);
        write(folder, "dim_entity", ENTITIES, entities);
        return folder;
    }

    /** Writes it into a folder of its own and verifies it, after earlier ones. */
    Verification verify(Path work, Path... earlier) {
        try {
            return ReleaseVerifier.verify(write(work), List.of(earlier), Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableRow result(Row row) {
        TableRow.Builder result = TableRow.of(RESULT)
                .set("run_id", "r1")
                .set("release_id", "1")
                .set("measure_version", "1")
                .set("measure_name", "a measure")
                .set("scoring", "PROPORTION")
                .set("improvement", "HIGHER")
                .set("unit", "proportion")
                .set("period_start", LocalDate.of(2025, 1, 1))
                .set("period_end", LocalDate.of(2025, 12, 31))
                .set("stratum_label", "a label")
                .set("stratum_order", 0)
                .set("stratum_kind", "VALUE")
                .set("exclusive", true)
                .set("method", "DIRECT")
                .set("quality_mark", "OK")
                .set("suppression", row.hidden.isEmpty() ? "SHOWN" : "HIDDEN")
                .set("coarsening_level", 0);
        List<String> order = RESULT.columns().stream()
                .map(column -> column.name())
                .filter(row.hidden::contains)
                .toList();
        result.set("suppressed_fields", order.isEmpty() ? null : order);
        row.values.forEach(result::set);
        result.set("program_id", program);
        if ("PROGRAM".equals(row.values.get("entity_type"))) {
            result.set("entity_id", program);
        }
        return result.build();
    }

    private static void write(Path folder, String table, TableSchema schema, List<TableRow> rows) {
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(folder.resolve("tables")
                .resolve(table)
                .resolve("part-00000.parquet")
                .toUri());
        try (TableWriter writer = TableWriter.create(file, schema, new Configuration(false))) {
            for (TableRow row : rows) {
                writer.write(row.values());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
