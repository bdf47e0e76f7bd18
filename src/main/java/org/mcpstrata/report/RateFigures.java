package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;

/**
 * The figures of one rate of one measure as the page carries them: rounded, with the gap of every group to everybody of
 * its entity and payer scope. Made where the rows are read, so that rates can be looked at side by side.
 */
public final class RateFigures {
    /** Rows of one entity, payer scope and stratifier, a group each. */
    private record BlockKey(String entity, String scope, String stratifier) {}

    private final Map<BlockKey, List<TableRow>> blocks = new LinkedHashMap<>();
    private final List<TableRow> practices = new ArrayList<>();
    private TableRow first;
    private TableRow program;

    /** Takes a row of {@code stratified_result}; rows that the report does not carry are passed over. */
    public void add(TableRow row) {
        requireNonNull(row, "row");
        if (!Shown.result(row)) {
            return;
        }
        first = first == null ? row : first;
        String type = row.text("entity_type");
        if (type.equals(Shown.PRACTICE)) {
            practices.add(row);
            return;
        }
        if (type.equals(Shown.PROGRAM)
                && isTotal(row)
                && row.text("payer_scope").equals(Shown.ALL)) {
            program = row;
        }
        blocks.computeIfAbsent(
                        new BlockKey(entity(row), row.text("payer_scope"), row.text("stratifier_id")),
                        unseen -> new ArrayList<>())
                .add(row);
    }

    static String entity(TableRow row) {
        return row.text("entity_type") + "/" + row.text("entity_id");
    }

    private static boolean isTotal(TableRow row) {
        return row.text("stratifier_id").equals(Shown.TOTAL);
    }

    /** The figures as one JSON object that may stand inside a page; empty where no row of the rate is shown. */
    public String json() {
        return first == null ? "" : PageJson.of(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        Display display = Display.valueOf(first.text("scoring"));
        json.writeStartObject();
        json.writeStringField("measure", first.text("measure_id"));
        json.writeStringField("version", first.text("measure_version"));
        json.writeStringField("name", first.text("measure_name"));
        json.writeStringField("rate", first.text("rate_id"));
        json.writeStringField("scoring", first.text("scoring"));
        json.writeStringField("improvement", first.text("improvement"));
        json.writeStringField("unit", first.text("unit"));
        json.writeNumberField("decimals", display.decimals());
        PageJson.texts(json, "intervals", intervalMethods());
        NumberedTexts groups = new NumberedTexts();
        NumberedTexts marks = new NumberedTexts();
        json.writeArrayFieldStart("blocks");
        for (Map.Entry<BlockKey, List<TableRow>> block : blocks.entrySet()) {
            new FigureBlock(display, groups, marks)
                    .write(json, block.getValue(), total(block.getKey()).orElse(null));
        }
        json.writeEndArray();
        PageJson.texts(json, "groups", groups.all());
        PageJson.texts(json, "marks", marks.all());
        json.writeFieldName("funnel");
        new FunnelFigures(display, program, practices).write(json);
        json.writeEndObject();
    }

    private java.util.Optional<TableRow> total(BlockKey block) {
        return blocks.getOrDefault(new BlockKey(block.entity(), block.scope(), Shown.TOTAL), List.of()).stream()
                .findFirst();
    }

    private List<String> intervalMethods() {
        TreeSet<String> methods = new TreeSet<>();
        blocks.values().forEach(rows -> rows.stream()
                .map(row -> row.text("ci_method"))
                .filter(method -> method != null)
                .forEach(methods::add));
        return List.copyOf(methods);
    }

    /** Rows of one block in the order in which groups are shown. */
    static List<TableRow> ordered(List<TableRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt((TableRow row) -> (Integer) row.value("stratum_order"))
                        .thenComparing(row -> row.text("stratum_id")))
                .toList();
    }

    /** The value of a row as it is shown. */
    static BigDecimal value(Display display, TableRow row, String column) {
        return display.shown(row.statistic(column));
    }
}
