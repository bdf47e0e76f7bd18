package org.mcpstrata.promise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Table;
import org.mcpstrata.story.CanonicalDrop;

/**
 * The landing folder of two payers over some nights: new people and claims, restatements, replaced months, withdrawn and
 * lost drops, lines of business that come and go, cancellations that come before what they cancel, Medicare numbers that make
 * one person of two, and people whom results that no measure asks for alone name.
 */
final class LandingHistory {
    private static final int PEOPLE = 12;
    private static final int CLAIMS = 25;

    private final Random random;
    private final Path landing;
    private final List<String> sent = new ArrayList<>();
    private int number;

    LandingHistory(long seed, Path landing) {
        this.random = new Random(seed);
        this.landing = landing;
    }

    /** Both payers' first drops. */
    void begin() throws IOException {
        send("alpha", "full", true);
        send("beta", "full", true);
    }

    /** What one night brings: one drop or a few, or the loss of one. */
    void night() throws IOException {
        if (sent.size() > 2 && random.nextInt(5) == 0) {
            lose(sent.remove(random.nextInt(sent.size())));
            return;
        }
        int drops = 1 + random.nextInt(3);
        for (int i = 0; i < drops; i++) {
            String mode =
                    List.of("incremental", "incremental", "replace", "full").get(random.nextInt(4));
            send(random.nextBoolean() ? "alpha" : "beta", mode, random.nextInt(3) == 0);
        }
    }

    int drops() {
        return number;
    }

    private void send(String payer, String mode, boolean identities) throws IOException {
        String drop = "d%02d".formatted(number++);
        DropDraft draft = new DropDraft(landing, payer, drop)
                .mode(mode)
                // Now and then one comes late: older than those that are there.
                .createdAt("2026-0%d-%02dT00:00:00Z".formatted(1 + random.nextInt(2), 1 + number));
        String line = number % 3 == 0 ? "MEDICARE_ADVANTAGE" : "COMMERCIAL";
        draft.set(root -> root.put("lineOfBusiness", line));
        int month = 1 + random.nextInt(12);
        draft.set(root -> root.putObject("period")
                .put("start", "2025-%02d-01".formatted(month))
                .put("end", "2025-12-31"));
        if (random.nextInt(6) == 0 && !sent.isEmpty()) {
            String other = sent.get(random.nextInt(sent.size()));
            draft.set(root -> root.withArray("supersedes").add(other.substring(other.indexOf('/') + 1)));
        }
        Map<Table, List<String[]>> rows = new EnumMap<>(Table.class);
        if (identities) {
            for (int member = 0; member < PEOPLE; member++) {
                identity(rows, payer, member);
            }
        }
        int events = 3 + random.nextInt(20);
        for (int i = 0; i < events; i++) {
            event(rows, payer, random.nextInt(CLAIMS));
        }
        rows.forEach((table, records) ->
                draft.csv(table.tableName() + ".csv", table.tableName(), text(table, records), records.size()));
        draft.send();
        sent.add(payer + '/' + drop);
    }

    private void identity(Map<Table, List<String[]>> rows, String payer, int member) {
        String id = payer.charAt(0) + "m" + member;
        String birth = (1950 + member * 4) + "-05-17";
        String sex = member % 2 == 0 ? "female" : "male";
        // The same number at both payers makes one person of two members; it may come and go with each drop.
        String mbi = random.nextInt(3) == 0 ? "1S00E00AA%02d".formatted(member) : "";
        add(
                rows,
                Table.ELIGIBILITY,
                id,
                Map.of(
                        "birth_date",
                        birth,
                        "gender",
                        sex,
                        "enrollment_start_date",
                        "2024-01-01",
                        "enrollment_end_date",
                        random.nextInt(4) == 0 ? "2025-06-30" : "2025-12-31",
                        "address_state",
                        "NY",
                        "mbi",
                        mbi));
        add(
                rows,
                Table.ATTRIBUTION,
                id,
                Map.of(
                        "practice_id", "P" + random.nextInt(3),
                        "state", "NY",
                        "track", "1",
                        "participant_type", "STANDARD",
                        "start_date", "2025-01-01",
                        "end_date", "2025-12-31"));
        if (random.nextInt(6) == 0) {
            add(rows, Table.MBI_CROSSWALK, id, Map.of("mbi", "1S00E00AA%02d".formatted(random.nextInt(PEOPLE))));
        }
    }

    private void event(Map<Table, List<String[]>> rows, String payer, int claim) {
        int member = claim % PEOPLE;
        String id = payer.charAt(0) + "m" + member;
        String day = "2025-%02d-11".formatted(1 + claim % 12);
        if (random.nextInt(3) == 0) {
            boolean asked = claim % 6 != 0;
            add(
                    rows,
                    Table.OBSERVATION,
                    asked ? id : "stranger" + claim,
                    Map.of(
                            "observation_id",
                            "o" + claim,
                            "status",
                            "final",
                            "observation_date",
                            day,
                            "code_system",
                            "LOINC",
                            "code",
                            asked ? "4548-4" : "2339-0",
                            "value_kind",
                            "QUANTITY",
                            "value",
                            random.nextBoolean() ? "7.1" : "10.4",
                            "unit",
                            "%"));
            return;
        }
        boolean cancels = random.nextInt(4) == 0;
        Map<String, String> line = new HashMap<>(Map.of(
                "claim_id",
                (cancels ? "x" : "c") + claim,
                "claim_line_number",
                "1",
                "claim_type",
                "professional",
                "record_version",
                "0",
                "adjustment_type",
                cancels ? "CANCELLATION" : "ORIGINAL",
                "claim_start_date",
                day,
                "hcpcs_code",
                random.nextInt(3) == 0 ? "99283" : "99213",
                "claim_status",
                "paid",
                "line_status",
                "paid",
                "paid_amount",
                (cancels ? "-" : "") + (50 + claim) + ".10"));
        line.put("claim_end_date", day);
        if (cancels) {
            line.put("replaces_claim_id", "c" + claim);
        }
        add(rows, Table.MEDICAL_CLAIM, id, line);
        add(
                rows,
                Table.CLAIM_DIAGNOSIS,
                id,
                Map.of(
                        "claim_id", line.get("claim_id"),
                        "record_version", "0",
                        "claim_line_number", "0",
                        "sequence", "1",
                        "role", "principal",
                        "code_system", "ICD10CM",
                        "code", "E11.9",
                        "claim_start_date", day,
                        "claim_end_date", day));
    }

    private static void add(Map<Table, List<String[]>> rows, Table table, String member, Map<String, String> values) {
        List<String[]> records = rows.computeIfAbsent(table, any -> new ArrayList<>());
        String[] record = CanonicalDrop.record(table, member, values);
        // One record of a key in a drop; what it says is the last word.
        records.removeIf(other -> sameKey(table, other, record));
        records.add(record);
    }

    private static boolean sameKey(Table table, String[] one, String[] other) {
        boolean numbered = table == Table.MEDICAL_CLAIM || table == Table.CLAIM_DIAGNOSIS || table == Table.OBSERVATION;
        return one[0].equals(other[0]) && (!numbered || one[1].equals(other[1]));
    }

    private static String text(Table table, List<String[]> records) {
        StringBuilder text = new StringBuilder(String.join(",", CanonicalDrop.header(table))).append('\n');
        records.forEach(record -> text.append(String.join(",", record)).append('\n'));
        return text.toString();
    }

    private void lose(String drop) throws IOException {
        Path folder = landing.resolve(drop);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
