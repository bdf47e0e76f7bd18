package org.mcpstrata.protect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** Invented counts of a whole program: states, practices, measures, stratifiers, crossings and lines of business. */
final class LargeRelease {
    private static final TableSchema RESULT = TableSchema.load("stratified_result", List.of());
    private static final TableSchema ENTITY = TableSchema.load("dim_entity", List.of());
    private static final List<String> STATES = List.of("CO", "MA", "MN", "NC", "NJ", "NM", "NY", "WA");
    private static final List<String> LINES =
            List.of("COMMERCIAL", "MEDICAID_FFS", "MEDICARE_ADVANTAGE", "MEDICARE_FFS");
    /** Excluded, excepted, met, not met. */
    private static final double[] STATUS = {0.06, 0.01, 0.6, 0.33};

    private static final String PROGRAM = "program";

    private final Random random = new Random(20251231);
    private final int practices;
    private final int measures;
    private final int people;
    private final List<TableRow> rows = new ArrayList<>();

    /** @param people in the denominator of a middling practice */
    LargeRelease(int practices, int measures, int people) {
        this.practices = practices;
        this.measures = measures;
        this.people = people;
    }

    static ProtectionPolicy policy() {
        return LargePolicy.policy(25);
    }

    /** @param mergeAbove per cent of small counts */
    static ProtectionPolicy policy(int mergeAbove) {
        return LargePolicy.policy(mergeAbove);
    }

    /** Every stratum, as {@code dim_stratum} of the run describes it. */
    List<TableRow> strata() {
        return LargePolicy.strata();
    }

    /** Shares of the strata; of the first three axes every pair of strata can be counted. */
    static SortedMap<String, double[]> axes() {
        SortedMap<String, double[]> axes = new TreeMap<>();
        axes.put("race", new double[] {0.58, 0.14, 0.12, 0.05, 0.01, 0.004, 0.002, 0.03, 0.02, 0.034, 0.01});
        axes.put("sex", new double[] {0.53, 0.465, 0.005});
        axes.put("dual", new double[] {0.45, 0.2, 0.1, 0.05, 0.2});
        axes.put("age", new double[] {0.01, 0.02, 0.25, 0.3, 0.22, 0.14, 0.06});
        axes.put("language", tail(30, 0.8));
        axes.put("disability", new double[] {0.1, 0.01, 0.45, 0.4, 0.04});
        axes.put("state", tail(9, 0.3));
        axes.put("rurality", new double[] {0.7, 0.15, 0.08, 0.05, 0.02});
        axes.put("adi", new double[] {0.2, 0.2, 0.2, 0.2, 0.15, 0.05});
        axes.put("hrsn", new double[] {0.06, 0.3, 0.02, 0.62});
        return axes;
    }

    private static double[] tail(int strata, double first) {
        double[] shares = new double[strata];
        shares[0] = first;
        double left = 1 - first;
        for (int i = 1; i < strata; i++) {
            shares[i] = i == strata - 1 ? left : left * 0.4;
            left -= shares[i];
        }
        return shares;
    }

    List<TableRow> entities() {
        List<TableRow> entities = new ArrayList<>();
        for (int p = 0; p < practices; p++) {
            entities.add(TableRow.of(ENTITY)
                    .set("entity_type", "PRACTICE")
                    .set("entity_id", practice(p))
                    .set("entity_state", state(p))
                    .set("track", track(p))
                    .set("participant_type", type(p))
                    .build());
        }
        return entities;
    }

    List<TableRow> measures() {
        List<TableRow> all = new ArrayList<>();
        for (int m = 0; m < measures; m++) {
            all.add(InventedDimensions.measure(measure(m)));
        }
        return all;
    }

    private static String measure(int m) {
        return String.format(java.util.Locale.ROOT, "M%02d", m);
    }

    private static String practice(int p) {
        return String.format(java.util.Locale.ROOT, "P%05d", p);
    }

    private static String state(int p) {
        return STATES.get(p % STATES.size());
    }

    private static int track(int p) {
        return 1 + p / 7 % 3;
    }

    private static String type(int p) {
        return p % 50 == 0 ? "IHS_TRIBAL" : p % 9 == 0 ? "FQHC" : "STANDARD";
    }

    /** All rows of the restricted table that a gate wants, in order of measure. */
    List<TableRow> rows() {
        for (int m = 0; m < measures; m++) {
            measure(measure(m), Math.pow(2, m % 4 - 2));
        }
        return rows;
    }

    private void measure(String id, double size) {
        Map<String, Map<String, long[]>> ofStates = new TreeMap<>();
        for (int p = 0; p < practices; p++) {
            long[] counts = new long[STATUS.length];
            for (int t = 0; t < counts.length; t++) {
                double mean = size * people * STATUS[t] * (0.3 + 1.4 * random.nextDouble());
                counts[t] = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
            }
            row(id, "PRACTICE", practice(p), "ALL", "TOTAL", "TOTAL", Map.of(), counts);
            Map<String, long[]> state = ofStates.computeIfAbsent(state(p), it -> new TreeMap<>());
            add(state, "TOTAL|TOTAL", counts);
            add(state, "track|TRACK_" + track(p), counts);
            add(state, "participant_type|" + type(p), counts);
        }
        Map<String, long[]> program = new TreeMap<>();
        ofStates.forEach((state, cells) -> {
            split(cells);
            cells.forEach((key, counts) -> add(program, key, counts));
            write(id, "STATE", state, "ALL", cells);
            for (String line : LINES) {
                write(id, "STATE", state, line, Map.of("TOTAL|TOTAL", share(cells.get("TOTAL|TOTAL"), line)));
            }
        });
        write(id, "PROGRAM", PROGRAM, "ALL", program);
        for (String line : LINES) {
            lines(id, line, ofStates, program);
        }
    }

    private void lines(String id, String line, Map<String, Map<String, long[]>> ofStates, Map<String, long[]> program) {
        long[] total = new long[STATUS.length];
        ofStates.values().forEach(cells -> {
            long[] part = share(cells.get("TOTAL|TOTAL"), line);
            for (int t = 0; t < total.length; t++) {
                total[t] += part[t];
            }
        });
        Map<String, long[]> cells = new TreeMap<>(Map.of("TOTAL|TOTAL", total));
        for (String axis : List.of("age", "race", "sex")) {
            List<String> keys = program.keySet().stream()
                    .filter(key -> key.startsWith(axis + "|"))
                    .toList();
            for (int t = 0; t < total.length; t++) {
                long left = total[t];
                long all = 0;
                for (String key : keys) {
                    all += program.get(key)[t];
                }
                for (String key : keys) {
                    long part = all == 0 ? 0 : total[t] * program.get(key)[t] / all;
                    cells.computeIfAbsent(key, it -> new long[STATUS.length])[t] = part;
                    left -= part;
                }
                for (String key : keys) {
                    long more = Math.min(left, program.get(key)[t] - cells.get(key)[t]);
                    cells.get(key)[t] += more;
                    left -= more;
                }
            }
        }
        write(id, "PROGRAM", PROGRAM, line, cells);
    }

    private static long[] share(long[] counts, String line) {
        long[] part = counts.clone();
        for (int t = 0; t < part.length; t++) {
            part[t] = part[t] * (10 + 7 * LINES.indexOf(line)) / 100;
        }
        return part;
    }

    private static void add(Map<String, long[]> cells, String key, long[] counts) {
        long[] sum = cells.computeIfAbsent(key, it -> new long[counts.length]);
        for (int t = 0; t < sum.length; t++) {
            sum[t] += counts[t];
        }
    }

    /** Gives every person of a state a stratum of each axis. */
    private void split(Map<String, long[]> cells) {
        long[] total = cells.get("TOTAL|TOTAL");
        SortedMap<String, double[]> axes = axes();
        for (int t = 0; t < total.length; t++) {
            long[] races = split(total[t], axes.get("race"));
            for (int r = 0; r < races.length; r++) {
                put(cells, "race|r" + r, t, races[r]);
                long[] sexes = split(races[r], axes.get("sex"));
                long[] duals = split(races[r], axes.get("dual"));
                for (int k = 0; k < sexes.length; k++) {
                    put(cells, "sex|s" + k, t, sexes[k]);
                    put(cells, "race_x_sex|r" + r + ":s" + k, t, sexes[k]);
                }
                for (int k = 0; k < duals.length; k++) {
                    put(cells, "dual|d" + k, t, duals[k]);
                    put(cells, "race_x_dual|r" + r + ":d" + k, t, duals[k]);
                }
            }
            for (String axis : axes.keySet()) {
                if (!List.of("race", "sex", "dual").contains(axis)) {
                    long[] parts = split(total[t], axes.get(axis));
                    for (int k = 0; k < parts.length; k++) {
                        put(cells, axis + "|" + axis.charAt(0) + k, t, parts[k]);
                    }
                }
            }
        }
    }

    private static void put(Map<String, long[]> cells, String key, int status, long count) {
        cells.computeIfAbsent(key, it -> new long[STATUS.length])[status] += count;
    }

    private long[] split(long total, double[] shares) {
        long[] parts = new long[shares.length];
        long left = total;
        double rest = 1;
        for (int k = 0; k < shares.length - 1; k++) {
            double p = Math.min(1, shares[k] / rest);
            double mean = left * p;
            long part = Math.round(mean + Math.sqrt(mean * (1 - p)) * random.nextGaussian());
            parts[k] = Math.max(0, Math.min(left, part));
            left -= parts[k];
            rest -= shares[k];
        }
        parts[shares.length - 1] = left;
        return parts;
    }

    private void write(String id, String type, String entity, String scope, Map<String, long[]> cells) {
        cells.forEach((key, counts) -> {
            String stratifier = key.substring(0, key.indexOf('|'));
            String stratum = key.substring(key.indexOf('|') + 1);
            if (type.equals("STATE") && stratifier.equals("state")) {
                return;
            }
            Map<String, String> components = Map.of();
            if (stratifier.contains("_x_")) {
                String[] axes = stratifier.split("_x_");
                String[] parts = stratum.split(":");
                components = Map.of(axes[0], parts[0], axes[1], parts[1]);
            }
            row(id, type, entity, scope, stratifier, stratum, components, counts);
        });
    }

    private void row(
            String id,
            String type,
            String entity,
            String scope,
            String stratifier,
            String stratum,
            Map<String, String> components,
            long[] counts) {
        long performance = counts[2] + counts[3];
        long all = counts[0] + counts[1] + performance;
        if (all == 0) {
            return;
        }
        rows.add(TableRow.of(RESULT)
                .set("run_id", "r")
                .set("program_id", PROGRAM)
                .set("measure_id", id)
                .set("measure_version", "1")
                .set("measure_name", "an invented measure")
                .set("rate_id", "overall")
                .set("scoring", "PROPORTION")
                .set("improvement", "HIGHER")
                .set("unit", "proportion")
                .set("period_start", LocalDate.of(2025, 1, 1))
                .set("period_end", LocalDate.of(2025, 12, 31))
                .set("entity_type", type)
                .set("entity_id", entity)
                .set("payer_scope", scope)
                .set("stratifier_id", stratifier)
                .set("stratum_id", stratum)
                .set("stratum_label", stratum)
                .set("stratum_order", 0)
                .set("stratum_kind", stratifier.equals("TOTAL") ? "TOTAL" : "VALUE")
                .set("exclusive", true)
                .set("components", components.isEmpty() ? null : new TreeMap<>(components))
                .set("method", "DIRECT")
                .set("initial_population", all)
                .set("denominator", all)
                .set("denominator_exclusion", counts[0])
                .set("denominator_exception", counts[1])
                .set("performance_denominator", performance)
                .set("numerator", counts[2])
                .set("not_met", counts[3])
                .set("value", performance == 0 ? null : (double) counts[2] / performance)
                .set("reliability", "A")
                .set("quality_mark", "OK")
                .build());
    }
}
