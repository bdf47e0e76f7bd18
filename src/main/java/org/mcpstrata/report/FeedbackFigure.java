package org.mcpstrata.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mcpstrata.model.TableRow;

/**
 * One figure of a feedback page.
 *
 * @param numerator null where the measure counts none
 * @param value null where there is none; {@code quality} then says why
 * @param lo lower limit of its interval, null without one
 */
record FeedbackFigure(
        long people,
        Long numerator,
        Double value,
        Double lo,
        Double hi,
        String reliability,
        List<String> quality,
        Long sufficient) {
    /** With fewer people a practice's group shows no rate: one person more or less would turn it. */
    static final long FEWEST = 11;

    FeedbackFigure {
        quality = List.copyOf(quality);
    }

    static FeedbackFigure of(TableRow row) {
        return new FeedbackFigure(
                Shown.people(row),
                row.count("numerator"),
                row.statistic("value"),
                row.statistic("value_lo"),
                row.statistic("value_hi"),
                row.text("reliability"),
                row.list("quality_rules"),
                row.count("data_sufficient"));
    }

    boolean isSmall() {
        return people < FEWEST;
    }

    /** What has to be known of the figure beyond its interval. */
    String remark() {
        List<String> remarks = new ArrayList<>();
        if (value != null) {
            remarks.add(
                    switch (reliability) {
                        case "A" -> "reliable (A)";
                        case "B" -> "usable (B)";
                        default -> "too uncertain to compare (C)";
                    });
        }
        if (sufficient != null && sufficient < people) {
            remarks.add("data could show it for " + count(sufficient) + " of " + count(people));
        }
        quality.stream().map(Words::mark).forEach(remarks::add);
        return remarks.isEmpty() ? "no value" : String.join("; ", remarks);
    }

    static String count(Long number) {
        return number == null ? "–" : String.format(Locale.ROOT, "%,d", number);
    }
}
