package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.TableRow;

/**
 * The report of a run: one page that needs nothing but itself. Its security policy forbids every request, and scripts
 * other than its own. The same rows give the same bytes.
 */
public final class RunPage {
    private static final List<String> SCRIPTS =
            List.of("data.js", "tables.js", "charts.js", "drawings.js", "views.js", "practices.js", "main.js");

    private final ReportHead head;
    private final ReportTables tables;

    public RunPage(ReportHead head, ReportTables tables) {
        this.head = requireNonNull(head, "head");
        this.tables = requireNonNull(tables, "tables");
    }

    /**
     * The page in UTF-8.
     *
     * @param rates what {@link RateFigures#json} gave for every rate, in any order
     */
    public byte[] html(List<String> rates) {
        String style = PageResource.text("report.css");
        String script = PageResource.texts(SCRIPTS);
        String library = PageResource.charts();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("library-hash", PageResource.policyName(library));
        parts.put("script-hash", PageResource.policyName(script));
        parts.put("style", style);
        parts.put("data", data(rates));
        parts.put("library", library);
        parts.put("script", script);
        return filled(PageResource.text("index.html"), parts).getBytes(StandardCharsets.UTF_8);
    }

    /** Fills in {@code {{name}}}; what is filled in is not looked at again. */
    static String filled(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", at);
            String name = template.substring(at + 2, end);
            page.append(template, from, at).append(requireNonNull(parts.get(name), name));
            from = end + 2;
        }
        return page.append(template, from, template.length()).toString();
    }

    private String data(List<String> rates) {
        return PageJson.of(json -> {
            json.writeStartObject();
            head(json);
            measures(json);
            strata(json);
            entities(json);
            completeness(json);
            json.writeFieldName("words");
            json.writeRawValue(PageResource.text("words.json"));
            json.writeFieldName("comparisons");
            new Comparisons(tables.comparisons()).write(json);
            json.writeArrayFieldStart("rates");
            for (String rate :
                    rates.stream().filter(each -> !each.isEmpty()).sorted().toList()) {
                json.writeRawValue(rate);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void head(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("head");
        json.writeStringField("tier", head.tier().name());
        json.writeStringField("id", head.id());
        json.writeStringField("program", head.program());
        json.writeStringField("start", head.periodStart().toString());
        json.writeStringField("end", head.periodEnd().toString());
        PageJson.texts(json, "present", head.payersPresent());
        PageJson.texts(json, "absent", head.payersAbsent());
        json.writeEndObject();
    }

    private void measures(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("measures");
        for (TableRow row : tables.measures()) {
            json.writeStartObject();
            json.writeStringField("id", row.text("measure_id") + "|" + row.text("rate_id"));
            json.writeNumberField("order", (Integer) row.value("rate_order"));
            PageJson.texts(json, "unverified", row.list("unverified"));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strata(JsonGenerator json) throws IOException {
        arrays(json, "strata", tables.strata(), row -> {
            json.writeString(row.text("stratifier_id"));
            json.writeString(row.text("stratum_id"));
            json.writeString(row.text("stratum_label"));
            json.writeNumber((Integer) row.value("stratum_order"));
            json.writeString(row.text("stratum_kind"));
            json.writeNumber(row.flag("exclusive") ? 1 : 0);
            json.writeString(row.text("stratifier_standard"));
        });
    }

    private void entities(JsonGenerator json) throws IOException {
        arrays(json, "entities", tables.entities(), row -> {
            json.writeString(RateFigures.entity(row));
            json.writeString(row.text("entity_name"));
            json.writeString(row.text("entity_state"));
        });
    }

    private void completeness(JsonGenerator json) throws IOException {
        arrays(json, "completeness", tables.completeness(), row -> {
            json.writeString(row.text("payer_id"));
            json.writeString(row.text("basis"));
            json.writeString(row.text("attribute"));
            PageJson.count(json, row.count("people"));
            PageJson.count(json, row.count("known"));
            PageJson.number(json, Display.PROPORTION.shown(row.statistic("known_share")));
            PageJson.number(json, share(row, "self_report"));
            PageJson.number(json, share(row, "indirect_label"));
            PageJson.number(json, Display.PROPORTION.shown(row.statistic("conflict_share")));
            PageJson.count(json, row.count("declined"));
        });
    }

    /** Writes the fields of one row. */
    private interface RowFields {
        void write(TableRow row) throws IOException;
    }

    /** A field that holds an array for each row, without names, to keep the page small. */
    private static void arrays(JsonGenerator json, String field, List<TableRow> rows, RowFields fields)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (TableRow row : rows) {
            json.writeStartArray();
            fields.write(row);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Part of all people of a row, in percent. */
    private static BigDecimal share(TableRow row, String column) {
        Long people = row.count("people");
        Long part = row.count(column);
        return people == null || part == null || people == 0
                ? null
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(people), 1, RoundingMode.HALF_UP);
    }
}
