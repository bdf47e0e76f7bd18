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

    private final TreeMap<String, List<TableRow>> byRate = new TreeMap<>();

    Comparisons(List<TableRow> rows) {
        for (TableRow row : rows) {
            if (Shown.comparison(row)) {
                byRate.computeIfAbsent(row.text("measure_id") + "|" + row.text("rate_id"), rate -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var rate : byRate.entrySet()) {
            json.writeArrayFieldStart(rate.getKey());
            for (TableRow row : rate.getValue()) {
                row(json, row);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, TableRow row) throws IOException {
        Display display = Display.valueOf(row.text("scoring"));
        Double q = row.statistic("q_value");
        json.writeStartArray();
        json.writeString(RateFigures.entity(row));
        json.writeString(row.text("payer_scope"));
        json.writeString(row.text("stratifier_id"));
        json.writeString(row.text("stratum_id"));
        json.writeString(row.text("comparator"));
        json.writeString(row.text("comparator_stratum_id"));
        PageJson.number(json, RateFigures.value(display, row, "diff"));
        PageJson.number(json, RateFigures.value(display, row, "diff_lo"));
        PageJson.number(json, RateFigures.value(display, row, "diff_hi"));
        json.writeString(probability(row.statistic("p_value")));
        json.writeString(probability(q));
        json.writeNumber(q != null && q < NOTABLE ? 1 : 0);
        json.writeString(row.text("comparison_state"));
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
