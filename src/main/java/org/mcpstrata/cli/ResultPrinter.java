package org.mcpstrata.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.run.RunOutcome;

/** Prints what a run came to: measures by race and ethnicity, where the tables lie, and how to open them. */
final class ResultPrinter {
    private static final String SHOWN = "race_eth_2024";
    private static final String EVERY_PAYER = "ALL";
    private static final String PAYER = "payer:";
    private static final String LINE = "  %-44s %8s %9s  %-17s %9s  %s";

    private final PrintWriter out;

    ResultPrinter(PrintWriter out) {
        this.out = requireNonNull(out, "out");
    }

    void print(RunOutcome outcome) {
        ComparisonText comparisons =
                new ComparisonText(outcome.comparisons(), outcome.program(), ResultPrinter::points);
        Map<String, TableRow> totals = new LinkedHashMap<>();
        outcome.program().stream()
                .filter(row -> row.text("payer_scope").equals(EVERY_PAYER))
                .filter(row -> row.text("stratifier_id").equals("TOTAL"))
                // What only the rows of one payer can say is not shown for everybody.
                .filter(row -> !row.list("quality_rules").contains("PAYERS_POOLED"))
                .forEach(row -> totals.put(rate(row), row));
        totals.forEach((rate, total) -> {
            out.printf(Locale.ROOT, "%n%s %s%n", total.text("measure_id"), heading(total));
            out.printf(
                    Locale.ROOT,
                    "  denominator %,d, excluded %,d%n",
                    total.count("denominator"),
                    total.count("denominator_exclusion"));
            marks(total);
            if (total.count("performance_denominator") == 0) {
                out.println("  nobody to measure");
                return;
            }
            sufficiency(total, outcome.program());
            if (isBlind(total)) {
                return;
            }
            table(
                    "race and ethnicity",
                    "people",
                    unit(total),
                    "95 % interval",
                    "gap",
                    comparisons.heading(total, SHOWN));
            line(total, total, "");
            outcome.program().stream()
                    .filter(row ->
                            rate(row).equals(rate) && row.text("stratifier_id").equals(SHOWN))
                    .filter(row -> row.count("performance_denominator") > 0)
                    .sorted(ResultPrinter::byOrder)
                    .forEach(row -> line(row, total, comparisons.of(total, row)));
            comparisons.others(total, SHOWN).forEach(line -> out.println("  " + line));
        });
        if (comparisons.marksAny()) {
            out.println();
            out.println("* differs from its reference group; of the differences marked, one in twenty may be chance"
                    + " (q value at most 0.05, see stratum_comparison)");
        }
        footer(outcome);
    }

    /** Whether nobody's data could have shown a numerator: the rate would only say that data are missing. */
    private static boolean isBlind(TableRow total) {
        return total.value("data_sufficient") != null && total.count("data_sufficient") == 0;
    }

    private void marks(TableRow total) {
        List<String> rules = total.list("quality_rules");
        if (!rules.isEmpty()) {
            out.println("  " + total.text("quality_mark").toLowerCase(Locale.ROOT) + " for " + String.join(", ", rules)
                    + " (see quality_rules in the results dictionary, and dq_result)");
        }
    }

    private void sufficiency(TableRow total, List<TableRow> rows) {
        if (isBlind(total)) {
            out.println("  no payer delivers data that could show a numerator: the rate would say nothing about care");
        } else if (isShort(total)) {
            out.printf(
                    Locale.ROOT,
                    "  data could show a numerator for %,d of %,d, whoever delivered them%n",
                    total.count("data_sufficient"),
                    total.count("performance_denominator"));
            rows.stream()
                    .filter(row -> rate(row).equals(rate(total)))
                    .filter(row -> row.text("payer_scope").startsWith(PAYER) && isShort(row))
                    .forEach(row -> out.printf(
                            Locale.ROOT,
                            "    among those of %s: for %,d of %,d%n",
                            row.text("payer_scope").substring(PAYER.length()),
                            row.count("data_sufficient"),
                            row.count("performance_denominator")));
        }
        if (saysNothingOfTheRest(total)) {
            out.println("  only those with a numerator: of anybody else the data do not reach far enough to tell");
        }
    }

    /**
     * Whether data suffice exactly for those in the numerator. Where more is better these are the ones whose care was
     * seen, and nothing is known of the others: they may have had theirs before the data begin.
     */
    private static boolean saysNothingOfTheRest(TableRow total) {
        return isShort(total)
                && total.text("improvement").equals("HIGHER")
                && total.value("numerator") != null
                && total.count("numerator") == total.count("data_sufficient");
    }

    private static boolean isShort(TableRow row) {
        return row.value("data_sufficient") != null
                && row.count("data_sufficient") < row.count("performance_denominator");
    }

    private static int byOrder(TableRow one, TableRow other) {
        return Integer.compare((Integer) one.value("stratum_order"), (Integer) other.value("stratum_order"));
    }

    private static String rate(TableRow row) {
        return row.text("measure_id") + " " + row.text("rate_id");
    }

    private static String heading(TableRow row) {
        String rate = row.text("rate_id").equals("overall") ? "" : ", " + row.text("rate_id");
        String better = row.text("improvement").equals("LOWER") ? "lower is better" : "higher is better";
        return row.text("measure_name") + rate + " (" + better + ")";
    }

    private static String unit(TableRow row) {
        return switch (Scoring.valueOf(row.text("scoring"))) {
            case PROPORTION -> "rate";
            case RATE -> "per 1,000";
            case RATIO -> "ratio";
            case CONTINUOUS -> "mean";
        };
    }

    private void line(TableRow row, TableRow total, String compared) {
        boolean isTotal = row == total;
        String label = isTotal ? "everybody" : row.text("stratum_label");
        String gap = isTotal || row.statistic("value") == null
                ? ""
                : signed(row.statistic("value") - total.statistic("value"), row);
        String interval = row.statistic("value_lo") == null
                ? ""
                : number(row.statistic("value_lo"), row) + " to " + number(row.statistic("value_hi"), row);
        table(
                label,
                String.format(Locale.ROOT, "%,d", row.count("performance_denominator")),
                row.statistic("value") == null ? "-" : number(row.statistic("value"), row),
                interval,
                gap,
                compared);
    }

    private void table(String... columns) {
        out.println(String.format(Locale.ROOT, LINE, (Object[]) columns).stripTrailing());
    }

    private static String signed(double difference, TableRow row) {
        String number = number(difference, row);
        return difference > 0 ? "+" + number : number;
    }

    /** Rounding happens here, in presentation, half up (founding decision 19). */
    private static String number(double value, TableRow row) {
        return switch (Scoring.valueOf(row.text("scoring"))) {
            case PROPORTION -> rounded(100 * value, 1) + " %";
            case RATE -> rounded(value, 1);
            case RATIO, CONTINUOUS -> rounded(value, 2);
        };
    }

    /** A difference: of proportions in points of a hundred, without the sign of a share. */
    private static String points(double difference, TableRow row) {
        return switch (Scoring.valueOf(row.text("scoring"))) {
            case PROPORTION -> rounded(100 * difference, 1);
            case RATE, RATIO, CONTINUOUS -> number(difference, row);
        };
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void footer(RunOutcome outcome) {
        SortedMap<String, Long> counts = outcome.counts();
        out.printf(
                Locale.ROOT,
                "%n%,d of %,d drops accepted; %,d lines delivered, %,d accepted, %,d rejected%n",
                counts.get("drops accepted"),
                counts.get("drops found"),
                counts.get("lines delivered"),
                counts.get("lines accepted"),
                counts.get("lines rejected"));
        long takenOver = counts.getOrDefault("drops taken over", 0L);
        if (takenOver > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d drops read, %,d taken over as an earlier run read them; %,d people evaluated, %,d taken over%n",
                    counts.get("drops read"),
                    takenOver,
                    counts.getOrDefault("persons evaluated", 0L),
                    counts.getOrDefault("persons taken over", 0L));
        }
        if (counts.containsKey("persons")) {
            people(counts);
        }
        out.printf(
                Locale.ROOT,
                "%s as run %s, generation %d%n",
                outcome.alreadyPublished() ? "Already published" : "Published",
                outcome.runId(),
                outcome.generation());
        out.println();
        out.println("All results:  " + outcome.folder() + "/restricted/stratified_result");
        out.println("Comparisons:  " + outcome.folder() + "/restricted/stratum_comparison");
        out.println("Open them:    duckdb -c \"SELECT * FROM '" + outcome.folder()
                + "/restricted/stratified_result/*.parquet'\"");
        out.println("These are restricted results: small groups can reveal a person. Nothing here is for publication.");
        out.flush();
    }

    private void people(SortedMap<String, Long> counts) {
        out.printf(
                Locale.ROOT,
                "Linked: %,d members of %,d payers are %,d persons (see link_report)%n",
                counts.get("members"),
                counts.get("payers of members"),
                counts.get("persons"));
        out.printf(
                Locale.ROOT,
                "Known: race or ethnicity of %,d of them (see demographic_completeness)%n",
                counts.get("persons of known race or ethnicity"));
    }

    /** The same for machines. */
    void json(RunOutcome outcome) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode()
                .put("runId", outcome.runId())
                .put("alreadyPublished", outcome.alreadyPublished())
                .put("generation", outcome.generation())
                .put("folder", outcome.folder());
        ObjectNode counts = root.putObject("counts");
        outcome.counts().forEach(counts::put);
        ObjectNode seconds = root.putObject("seconds");
        outcome.seconds().forEach(seconds::put);
        ArrayNode problems = root.putArray("problems");
        outcome.problems().forEach(problem -> problems.addObject()
                .put("code", problem.code().name())
                .put("place", problem.place().toString()));
        out.println(root.toPrettyString());
        out.flush();
    }
}
