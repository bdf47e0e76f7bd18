package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;

/**
 * Practices by size against their value, everybody's payers together. Limits are drawn for proportions: only for counts
 * of people is it known how far chance alone spreads them.
 */
final class FunnelFigures {
    /** Points of a limit; between them it is drawn straight. */
    private static final int STEPS = 60;

    private final Display display;
    private final TableRow program;
    private final List<TableRow> practices;

    /** @param program the total of the program; null where there is none */
    FunnelFigures(Display display, TableRow program, List<TableRow> practices) {
        this.display = requireNonNull(display, "display");
        this.program = program;
        this.practices = List.copyOf(practices);
    }

    void write(JsonGenerator json) throws IOException {
        boolean limited = display == Display.PROPORTION
                && program != null
                && !Shown.isHidden(program)
                && program.statistic("value") != null;
        FunnelLimits limits = limited ? new FunnelLimits(program.statistic("value")) : null;
        json.writeStartObject();
        json.writeFieldName("centre");
        PageJson.number(json, program == null ? null : RateFigures.value(display, program, "value"));
        json.writeArrayFieldStart("practices");
        for (TableRow practice : practices) {
            if (!Shown.isStandIn(practice.text("entity_id")) && isCounted(practice)) {
                practice(json, practice, limits);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("limits");
        if (limits != null) {
            for (long people : sizes()) {
                limit(json, people, limits);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static boolean isCounted(TableRow practice) {
        return Shown.isHidden(practice) || Shown.people(practice) > 0;
    }

    private void practice(JsonGenerator json, TableRow row, FunnelLimits limits) throws IOException {
        boolean hidden = Shown.isHidden(row);
        json.writeStartArray();
        json.writeString(row.text("entity_id"));
        PageJson.count(json, hidden ? null : row.count("performance_denominator"));
        PageJson.count(json, hidden ? null : row.count("numerator"));
        PageJson.number(json, hidden ? null : RateFigures.value(display, row, "value"));
        PageJson.number(json, hidden ? null : RateFigures.value(display, row, "value_lo"));
        PageJson.number(json, hidden ? null : RateFigures.value(display, row, "value_hi"));
        json.writeString(row.text("reliability"));
        json.writeString(
                hidden || limits == null || row.statistic("value") == null
                        ? ""
                        : limits.place(Shown.people(row), row.statistic("value")));
        json.writeString(FigureBlock.mark(row));
        json.writeNumber(hidden ? 1 : 0);
        json.writeEndArray();
    }

    /** Sizes at which limits are drawn: more of them where they bend. */
    private TreeSet<Long> sizes() {
        long largest = practices.stream()
                .filter(row -> !Shown.isStandIn(row.text("entity_id")))
                .mapToLong(Shown::people)
                .max()
                .orElse(0);
        TreeSet<Long> sizes = new TreeSet<>();
        for (int step = 1; step <= STEPS && largest > 0; step++) {
            sizes.add(Math.max(1, largest * step * step / (STEPS * STEPS)));
        }
        return sizes;
    }

    private static void limit(JsonGenerator json, long people, FunnelLimits limits) throws IOException {
        json.writeStartArray();
        json.writeNumber(people);
        PageJson.number(json, FunnelLimits.percent(limits.lower(people, FunnelLimits.ALARM)));
        PageJson.number(json, FunnelLimits.percent(limits.lower(people, FunnelLimits.WARNING)));
        PageJson.number(json, FunnelLimits.percent(limits.upper(people, FunnelLimits.WARNING)));
        PageJson.number(json, FunnelLimits.percent(limits.upper(people, FunnelLimits.ALARM)));
        json.writeEndArray();
    }
}
