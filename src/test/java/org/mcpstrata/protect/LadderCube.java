package org.mcpstrata.protect;

import static org.mcpstrata.protect.InventedDimensions.merged;
import static org.mcpstrata.protect.InventedDimensions.stratum;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/**
 * A random program of a few dozen people with a ladder: of one measure by race, and by one thing more, which joins tables at
 * different steps.
 */
final class LadderCube {
    /** What stands beside the program's races. */
    enum Beside {
        STATES,
        SEXES,
        LINE_OF_BUSINESS
    }

    /** People of one race and one value of what stands beside it. */
    record Group(String race, String beside, long met, long notMet) {}

    static final String RACE = "race";
    static final String SEX = "sex";
    static final String CROSSING = "race_x_sex";
    static final String TOTAL = "TOTAL";
    static final String LINE = "COMMERCIAL";

    private static final TableSchema RESULT = TableSchema.load("stratified_result", List.of());
    private static final byte[] SALT = "a salt of some length".getBytes(StandardCharsets.UTF_8);
    private static final List<String> RACES = List.of("r0", "r1", "r2", "r3");
    private static final Ladder LADDER =
            new Ladder(List.of(List.of(merged("r2-3", "r2", "r3")), List.of(merged("r1-3", "r1", "r2", "r3"))));

    private final Beside beside;
    private final ProtectionPolicy policy;
    private final List<Group> groups = new ArrayList<>();

    LadderCube(Random random) {
        beside = Beside.values()[random.nextInt(Beside.values().length)];
        List<String> values =
                switch (beside) {
                    case STATES -> List.of("CO", "ME");
                    case SEXES -> List.of("s0", "s1");
                    case LINE_OF_BUSINESS -> List.of(LINE, "all others");
                };
        int oneSmallIn = 2 + random.nextInt(5);
        for (String race : RACES) {
            for (String value : values) {
                groups.add(new Group(race, value, count(random, oneSmallIn), count(random, oneSmallIn)));
            }
        }
        int mergeAbove = List.of(1, 5, 15, 25).get(random.nextInt(4));
        policy = policy(mergeAbove, random.nextBoolean() ? 50 : 100);
    }

    private static long count(Random random, int oneSmallIn) {
        return random.nextInt(oneSmallIn) == 0 ? random.nextInt(11) : 11 + random.nextInt(30);
    }

    private static ProtectionPolicy policy(int mergeAbove, int mostSmall) {
        StratifierFacts plain = new StratifierFacts("", true, StratifierFacts.Guard.NONE, "", new TreeMap<>());
        return new ProtectionPolicy(
                new SafetyRule(10, 10),
                new TreeMap<>(Map.of(RACE, plain, SEX, plain)),
                new TreeSet<>(),
                List.of(new TreeSet<>(List.of(RACE, SEX))),
                new TreeSet<>(List.of(RACE)),
                new CoarseningRule(mergeAbove, mostSmall, new TreeMap<>(Map.of(RACE, LADDER))),
                4,
                0.25);
    }

    List<Group> groups() {
        return groups;
    }

    /** The races that a published one holds, as its name says. */
    static TreeSet<String> finest(String race) {
        return switch (race) {
            case "r2-3" -> new TreeSet<>(List.of("r2", "r3"));
            case "r1-3" -> new TreeSet<>(List.of("r1", "r2", "r3"));
            default -> new TreeSet<>(List.of(race));
        };
    }

    /** What the gate publishes. */
    List<TableRow> published() {
        ReleaseGate gate = new ReleaseGate(
                policy, SALT, List.of(InventedDimensions.measure("M1")), strata(), Practices.of(List.of()), List.of());
        return gate.protect(rows().stream().filter(gate::wants).toList(), 1).rows("r");
    }

    private static List<TableRow> strata() {
        List<TableRow> strata = new ArrayList<>();
        strata.add(stratum(TOTAL, TOTAL, "TOTAL", 0, new TreeMap<>()));
        for (int r = 0; r < RACES.size(); r++) {
            strata.add(stratum(RACE, RACES.get(r), "VALUE", r, new TreeMap<>()));
            for (int s = 0; s < 2; s++) {
                SortedMap<String, String> sides = new TreeMap<>(Map.of(RACE, RACES.get(r), SEX, "s" + s));
                strata.add(stratum(CROSSING, RACES.get(r) + ":s" + s, "VALUE", 10 * r + s, sides));
            }
        }
        strata.add(stratum(SEX, "s0", "VALUE", 0, new TreeMap<>()));
        strata.add(stratum(SEX, "s1", "VALUE", 1, new TreeMap<>()));
        return strata;
    }

    /** The restricted rows, in order of their key. */
    private List<TableRow> rows() {
        SortedMap<List<String>, long[]> cells =
                new TreeMap<>(Comparator.comparing((List<String> key) -> String.join("\u001f", key)));
        for (Group group : groups) {
            add(cells, group, "PROGRAM", "mcp", "ALL", beside == Beside.SEXES);
            switch (beside) {
                case STATES -> add(cells, group, "STATE", group.beside(), "ALL", false);
                case LINE_OF_BUSINESS -> {
                    if (group.beside().equals(LINE)) {
                        add(cells, group, "PROGRAM", "mcp", LINE, false);
                    }
                }
                case SEXES -> {}
            }
        }
        return cells.entrySet().stream()
                .filter(cell -> cell.getValue()[0] + cell.getValue()[1] > 0)
                .map(cell -> row(cell.getKey(), cell.getValue()[0], cell.getValue()[1]))
                .toList();
    }

    private static void add(
            Map<List<String>, long[]> cells, Group group, String type, String id, String scope, boolean bySex) {
        add(cells, group, List.of(type, id, scope, TOTAL, TOTAL));
        add(cells, group, List.of(type, id, scope, RACE, group.race()));
        if (bySex) {
            add(cells, group, List.of(type, id, scope, SEX, group.beside()));
            add(cells, group, List.of(type, id, scope, CROSSING, group.race() + ":" + group.beside()));
        }
    }

    private static void add(Map<List<String>, long[]> cells, Group group, List<String> key) {
        long[] counts = cells.computeIfAbsent(key, it -> new long[2]);
        counts[0] += group.met();
        counts[1] += group.notMet();
    }

    private static TableRow row(List<String> key, long met, long notMet) {
        String stratum = key.get(4);
        SortedMap<String, String> components = key.get(3).equals(CROSSING)
                ? new TreeMap<>(Map.of(RACE, stratum.substring(0, 2), SEX, stratum.substring(3)))
                : null;
        return TableRow.of(RESULT)
                .set("run_id", "r")
                .set("program_id", "mcp")
                .set("measure_id", "M1")
                .set("measure_version", "1")
                .set("measure_name", "an invented measure")
                .set("rate_id", "overall")
                .set("scoring", "PROPORTION")
                .set("improvement", "HIGHER")
                .set("unit", "proportion")
                .set("period_start", LocalDate.of(2025, 1, 1))
                .set("period_end", LocalDate.of(2025, 12, 31))
                .set("entity_type", key.get(0))
                .set("entity_id", key.get(1))
                .set("payer_scope", key.get(2))
                .set("stratifier_id", key.get(3))
                .set("stratum_id", stratum)
                .set("stratum_label", stratum)
                .set("stratum_order", 0)
                .set("stratum_kind", key.get(3).equals(TOTAL) ? "TOTAL" : "VALUE")
                .set("exclusive", true)
                .set("components", components)
                .set("method", "DIRECT")
                .set("initial_population", met + notMet)
                .set("denominator", met + notMet)
                .set("denominator_exclusion", 0L)
                .set("denominator_exception", 0L)
                .set("performance_denominator", met + notMet)
                .set("numerator", met)
                .set("not_met", notMet)
                .set("value", (double) met / (met + notMet))
                .set("reliability", "C")
                .set("quality_mark", "OK")
                .build();
    }
}
