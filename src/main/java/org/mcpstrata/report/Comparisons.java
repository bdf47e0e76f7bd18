package org.mcpstrata.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;

/**
 * Rows of {@code stratum_comparison} for the forest plot: differences from the reference group and from everyone else,
 * rounded, with the verdict whether they are more than chance (q below 0.05) taken before rounding.
 */
final class Comparisons {
    /** A q value below this marks a difference as more than chance (stratification.md 6.3). */
    private static final double NOTABLE = 0.05;

    private static final BigDecimal SMALLEST = new BigDecimal("0.0001");

    /** Rows by measure and rate, then by everything that is filtered by. */
    private final TreeMap<String, TreeMap<String, List<TableRow>>> byRate = new TreeMap<>();

    Comparisons(List<TableRow> rows) {
        for (TableRow row : rows) {
            if (Shown.comparison(row)) {
                byRate.computeIfAbsent(FeedbackRate.id(row), rate -> new TreeMap<>())
                        .computeIfAbsent(family(row), family -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    private static String family(TableRow row) {
        return String.join(
                "|",
                RateFigures.entity(row),
                row.text("payer_scope"),
                row.text("stratifier_id"),
                row.text("comparator"));
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var rate : byRate.entrySet()) {
            json.writeObjectFieldStart(rate.getKey());
            for (var family : rate.getValue().entrySet()) {
                json.writeArrayFieldStart(family.getKey());
                for (TableRow row : family.getValue()) {
                    row(json, row);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, TableRow row) throws IOException {
        Display display = Display.valueOf(row.text("scoring"));
        Double q = row.statistic("q_value");
        json.writeStartArray();
        json.writeString(row.text("stratum_id"));
        json.writeString(row.text("comparison_state"));
        if (row.text("comparison_state").equals("OK")) {
            PageJson.number(json, RateFigures.value(display, row, "diff"));
            PageJson.number(json, RateFigures.value(display, row, "diff_lo"));
            PageJson.number(json, RateFigures.value(display, row, "diff_hi"));
            json.writeString(probability(row.statistic("p_value")));
            json.writeString(probability(q));
            json.writeNumber(q != null && q < NOTABLE ? 1 : 0);
        }
        json.writeEndArray();
    }

    private static String probability(Double probability) {
        if (probability == null) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(probability);
        return exact.compareTo(SMALLEST) < 0
                ? "below 0.0001"
                : exact.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }
}
