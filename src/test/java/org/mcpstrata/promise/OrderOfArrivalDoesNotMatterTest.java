package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.IngestOptions;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.ingest.Intake;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

/**
 * Promise 12: five drops that restate, replace, withdraw and repeat one another come in any order, one a night, and the
 * last night is that of a run that found them all. What a whole run makes of it: {@code IncrementalEqualsFullTest}.
 */
class OrderOfArrivalDoesNotMatterTest {
    private static final IngestOptions NIGHTLY = IngestOptions.usual().incremental("reader", false);
    private static final List<String> DROPS = List.of("a-full", "b-adds", "c-replaces", "d-withdraws", "e-repeats");
    private static final int SOME = 4;

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

    /** What counts on the last night: every drop with its state, and every row with where it came from. */
    private record Night(List<String> states, List<CanonicalRow> attributions, List<CanonicalRow> crosswalks) {}

    @Test
    void someOrdersAmongThemTheReversedOneGiveTheSame() throws IOException {
        List<List<String>> orders = permutations(DROPS);
        Collections.shuffle(orders, new Random(12));
        List<String> reversed = new ArrayList<>(DROPS);
        Collections.reverse(reversed);
        orders.add(0, reversed);

        allAgree(orders.subList(0, SOME));
    }

    @Tag("full")
    @Test
    void all120OrdersGiveTheSame() throws IOException {
        List<List<String>> orders = permutations(DROPS);

        assertThat(orders).hasSize(120);
        allAgree(orders);
    }

    private void allAgree(List<List<String>> orders) throws IOException {
        Path away = folder.resolve("away");
        deliver(away);
        Night golden = night(away, folder.resolve("golden"), IngestOptions.usual());
        assertThat(golden.states())
                .containsExactly(
                        "p/a-full ACCEPTED",
                        "p/b-adds SUPERSEDED",
                        "p/c-replaces ACCEPTED",
                        "p/d-withdraws ACCEPTED",
                        "p/e-repeats REJECTED");
        assertThat(golden.attributions())
                .extracting(CanonicalRow::memberId)
                .containsExactlyInAnyOrder("m1", "m5", "m6");
        assertThat(golden.crosswalks()).hasSize(1);
        for (int i = 0; i < orders.size(); i++) {
            Path landing = folder.resolve("landing-" + i);
            Night last = null;
            for (String drop : orders.get(i)) {
                FileTree.copy(
                        away.resolve("p").resolve(drop), landing.resolve("p").resolve(drop), Comparator.naturalOrder());
                last = night(landing, folder.resolve("out-" + i), NIGHTLY);
            }
            assertThat(last).as("%s", orders.get(i)).isEqualTo(golden);
        }
    }

    private Night night(Path landing, Path out, IngestOptions options) throws IOException {
        Files.createDirectories(out);
        IngestResult result = intake.read(landing, out, options);
        return new Night(
                Intake.states(result),
                intake.rows(result, Table.ATTRIBUTION),
                intake.rows(result, Table.MBI_CROSSWALK));
    }

    private static void deliver(Path landing) {
        drop(landing, 0, "full")
                .csv(
                        "a.csv",
                        "attribution",
                        ATTRIBUTION_HEADER
                                + attribution(1).replace("2025-01-01", "2024-01-01")
                                + attribution(2)
                                + attribution(3),
                        3)
                .csv("x.csv", "mbi_crosswalk", "payer_member_id,mbi\nm1,1S00E00AA00\n", 1)
                .send();
        drop(landing, 1, "incremental")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(4), 1)
                .send();
        // Restates 2025 whole: members 2 to 4 of that year are gone, whoever told of them before.
        drop(landing, 2, "replace")
                .set(root -> root.putObject("period").put("start", "2025-01-01").put("end", "2025-12-31"))
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(5), 1)
                .send();
        drop(landing, 3, "incremental")
                .set(root -> root.withArray("supersedes").add(DROPS.get(1)))
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(6), 1)
                .send();
        drop(landing, 4, "incremental")
                .csv("again.csv", "attribution", ATTRIBUTION_HEADER + attribution(6), 1)
                .send();
    }

    private static DropDraft drop(Path landing, int number, String mode) {
        return new DropDraft(landing, "p", DROPS.get(number))
                .createdAt("2026-0" + (number + 1) + "-01T00:00:00Z")
                .mode(mode);
    }

    private static List<List<String>> permutations(List<String> of) {
        if (of.isEmpty()) {
            return new ArrayList<>(List.of(List.of()));
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : of) {
            List<String> others = new ArrayList<>(of);
            others.remove(first);
            for (List<String> rest : permutations(others)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }
}
