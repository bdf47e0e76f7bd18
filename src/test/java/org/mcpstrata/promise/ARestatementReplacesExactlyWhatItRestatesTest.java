package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.ingest.Intake;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;
import org.mcpstrata.story.CanonicalDrop;

/**
 * Promise 13: months that are restated are those of a world that knows the restatement only, and other months are
 * untouched. Seeded worlds; a failure names its seed.
 */
class ARestatementReplacesExactlyWhatItRestatesTest {
    private static final int WORLDS = 6;
    private static final int FIRST = 4;
    private static final int LAST = 6;
    private static final List<Table> TABLES =
            List.of(Table.MEDICAL_CLAIM, Table.PHARMACY_CLAIM, Table.OBSERVATION, Table.ATTRIBUTION);

    private static Intake intake;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = new Intake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void restatedMonthsAreTheRestatementsAndOtherMonthsTheOriginals() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            Map<Table, List<Fact>> original = facts(random, "o", 1, 12);
            Map<Table, List<Fact>> restated = facts(random, "r", FIRST, LAST);
            Map<Table, List<Fact>> known = new TreeMap<>();
            for (Table table : TABLES) {
                List<Fact> facts = new ArrayList<>(original.get(table));
                facts.removeIf(fact -> fact.month() >= FIRST && fact.month() <= LAST);
                facts.addAll(restated.get(table));
                known.put(table, facts);
            }
            Path landing = folder.resolve("landing-" + seed);
            send(landing, "d1", "2026-01-01T00:00:00Z", "full", original);
            send(landing, "d2", "2026-02-01T00:00:00Z", "replace", restated);
            Path world = folder.resolve("world-" + seed);
            send(world, "d1", "2026-01-01T00:00:00Z", "full", known);

            Map<Table, List<String>> found = read(landing, "out-" + seed);

            assertThat(found).as("seed %s", seed).isEqualTo(read(world, "world-out-" + seed));
            assertThat(found.get(Table.MEDICAL_CLAIM)).as("seed %s", seed).isNotEmpty();
        }
    }

    /** Something that happened in one month of 2025. */
    private record Fact(int month, String[] record) {}

    private static Map<Table, List<Fact>> facts(Random random, String source, int from, int to) {
        Map<Table, List<Fact>> facts = new LinkedHashMap<>();
        for (Table table : TABLES) {
            List<Fact> of = new ArrayList<>();
            int count = 6 + random.nextInt(20);
            for (int i = 0; i < count; i++) {
                int month = from + random.nextInt(to - from + 1);
                // First and last days of months, where one day more or less is another month.
                String day = "2025-%02d-%02d".formatted(month, random.nextBoolean() ? 1 : lastDay(month));
                of.add(new Fact(month, CanonicalDrop.record(table, "m" + i % 5, values(table, source + i, day))));
            }
            facts.put(table, of);
        }
        return facts;
    }

    private static int lastDay(int month) {
        return java.time.YearMonth.of(2025, month).lengthOfMonth();
    }

    private static Map<String, String> values(Table table, String id, String day) {
        return switch (table) {
            case MEDICAL_CLAIM ->
                Map.of(
                        "claim_id", id,
                        "claim_line_number", "1",
                        "claim_type", "professional",
                        "record_version", "0",
                        "adjustment_type", "ORIGINAL",
                        "claim_start_date", day,
                        "claim_end_date", day,
                        "claim_status", "paid",
                        "line_status", "paid",
                        "paid_amount", "10.00");
            case PHARMACY_CLAIM ->
                Map.of(
                        "claim_id", id,
                        "claim_line_number", "1",
                        "record_version", "0",
                        "adjustment_type", "ORIGINAL",
                        "dispensing_date", day,
                        "claim_status", "paid",
                        "paid_amount", "5.00");
            case OBSERVATION ->
                Map.of(
                        "observation_id", id,
                        "observation_date", day,
                        "code", "4548-4",
                        "code_system", "LOINC",
                        "value_kind", "QUANTITY",
                        "value", "7.1",
                        "unit", "%",
                        "status", "final");
            case ATTRIBUTION ->
                Map.of(
                        "practice_id", "P" + id,
                        "state", "NY",
                        "track", "1",
                        "participant_type", "STANDARD",
                        "start_date", day,
                        "end_date", "2025-12-31");
            default -> throw new IllegalArgumentException("no fact of " + table);
        };
    }

    private static void send(Path landing, String drop, String created, String mode, Map<Table, List<Fact>> facts) {
        DropDraft draft = new DropDraft(landing, "p", drop).createdAt(created).mode(mode);
        if (mode.equals("replace")) {
            draft.set(
                    root -> root.putObject("period").put("start", "2025-04-01").put("end", "2025-06-30"));
        }
        facts.forEach((table, of) -> draft.csv(
                table.tableName() + ".csv",
                table.tableName(),
                String.join(",", CanonicalDrop.header(table)) + "\n"
                        + of.stream()
                                .map(fact -> String.join(",", fact.record()) + "\n")
                                .collect(Collectors.joining()),
                of.size()));
        draft.send();
    }

    /** The rows that count, by what they say and not by where they stand. */
    private Map<Table, List<String>> read(Path landing, String out) {
        IngestResult result = intake.read(landing, folder.resolve(out));
        Map<Table, List<String>> rows = new TreeMap<>();
        for (Table table : TABLES) {
            rows.put(
                    table,
                    intake.rows(result, table).stream()
                            .map(ARestatementReplacesExactlyWhatItRestatesTest::said)
                            .sorted(Comparator.naturalOrder())
                            .toList());
        }
        return rows;
    }

    private static String said(CanonicalRow row) {
        return row.memberId()
                + row.table().schema().columns().stream()
                        .filter(column -> !isPlace(column))
                        .map(column -> " " + row.value(column))
                        .collect(Collectors.joining());
    }

    private static boolean isPlace(Column column) {
        return List.of("payer_id", "drop_id", "source_file", "source_row").contains(column.name());
    }
}
