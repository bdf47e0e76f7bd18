package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.TableRow;

/** Writes the groups of one entity, payer scope and stratifier; {@code data.js} reads what this writes, field by field. */
final class FigureBlock {
    private final Display display;
    private final NumberedTexts groups;
    private final NumberedTexts marks;

    FigureBlock(Display display, NumberedTexts groups, NumberedTexts marks) {
        this.display = requireNonNull(display, "display");
        this.groups = requireNonNull(groups, "groups");
        this.marks = requireNonNull(marks, "marks");
    }

    /** @param total the row of everybody of the same entity and payer scope; null where there is none */
    void write(JsonGenerator json, List<TableRow> rows, TableRow total) throws IOException {
        TableRow any = rows.get(0);
        json.writeStartArray();
        json.writeString(RateFigures.entity(any));
        json.writeString(any.text("payer_scope"));
        json.writeString(any.text("stratifier_id"));
        json.writeString(any.text("method"));
        PageJson.number(json, Display.percent(any.statistic("coverage_pct")));
        PageJson.number(json, Display.percent(any.statistic("direct_pct")));
        PageJson.number(json, Display.percent(any.statistic("conflict_pct")));
        json.writeStartArray();
        for (TableRow row : RateFigures.ordered(rows)) {
            group(json, row, total);
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    private void group(JsonGenerator json, TableRow row, TableRow total) throws IOException {
        boolean hidden = Shown.isHidden(row);
        json.writeStartArray();
        json.writeNumber(groups.of(row.text("stratum_id")));
        PageJson.count(json, hidden ? null : row.count("performance_denominator"));
        PageJson.count(json, hidden ? null : row.count("numerator"));
        PageJson.number(json, hidden ? null : RateFigures.value(display, row, "value"));
        PageJson.number(json, hidden ? null : RateFigures.value(display, row, "value_lo"));
        PageJson.number(json, hidden ? null : RateFigures.value(display, row, "value_hi"));
        json.writeString(row.text("reliability"));
        PageJson.count(json, hidden ? null : row.count("data_sufficient"));
        PageJson.number(json, hidden || total == null || total == row ? null : gap(row, total));
        json.writeNumber(marks.of(mark(row)));
        json.writeNumber(hidden ? 1 : 0);
        PageJson.number(json, hidden ? null : RateFigures.value(display, row, "std_value"));
        if (row.text("stratifier_id").equals(Shown.TOTAL)) {
            for (String count :
                    List.of("initial_population", "denominator", "denominator_exclusion", "denominator_exception")) {
                PageJson.count(json, row.count(count));
            }
        }
        json.writeEndArray();
    }

    private BigDecimal gap(TableRow row, TableRow total) {
        return display.difference(row.statistic("value"), total.statistic("value"));
    }

    /** The quality mark and its rules, for example {@code MARKED DQ01 DQ07}. */
    static String mark(TableRow row) {
        List<String> words = new ArrayList<>(List.of(row.text("quality_mark")));
        words.addAll(row.list("quality_rules"));
        return String.join(" ", words);
    }
}
