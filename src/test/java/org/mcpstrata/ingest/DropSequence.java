package org.mcpstrata.ingest;

import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.PATIENT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A landing folder that changes at random, as landing folders do: new, restated, replaced, withdrawn, lost, put back. */
final class DropSequence {
    private static final List<String> MODES = List.of("incremental", "incremental", "incremental", "full", "replace");

    private final Random random;
    private final Path landing;
    private final Path away;
    private final List<String> sent = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    /** @param away receives drops that are lost, until they are put back */
    DropSequence(long seed, Path landing, Path away) {
        this.random = new Random(seed);
        this.landing = landing;
        this.away = away;
    }

    /** Changes one thing. */
    void next() {
        int what = random.nextInt(8);
        if (what == 0 && sent.size() > 1) {
            lose(sent.remove(random.nextInt(sent.size())));
        } else if (what == 1 && !lost.isEmpty()) {
            putBack(lost.remove(random.nextInt(lost.size())));
        } else {
            send();
        }
    }

    private void send() {
        String payer = random.nextInt(3) == 0 ? "q" : "p";
        String drop = "d" + (sent.size() + lost.size());
        DropDraft draft = new DropDraft(landing, payer, drop)
                // Some arrive late: a drop may be older than those that are there.
                .createdAt("2026-01-" + (10 + random.nextInt(15)) + "T00:00:00Z")
                .mode(MODES.get(random.nextInt(MODES.size())));
        int year = 2023 + random.nextInt(3);
        draft.set(root -> root.putObject("period").put("start", year + "-01-01").put("end", "2025-12-31"));
        if (random.nextInt(6) == 0 && !sent.isEmpty()) {
            String other = sent.get(random.nextInt(sent.size()));
            draft.set(root -> root.withArray("supersedes").add(other.substring(other.indexOf('/') + 1)));
        }
        boolean attributions = random.nextInt(4) > 0;
        if (attributions) {
            attributions(draft);
        }
        if (!attributions || random.nextBoolean()) {
            observations(draft);
        }
        draft.send();
        sent.add(payer + '/' + drop);
    }

    private void attributions(DropDraft draft) {
        StringBuilder text = new StringBuilder(ATTRIBUTION_HEADER);
        int records = 1 + random.nextInt(300);
        for (int i = 0; i < records; i++) {
            // Few members, so that keys repeat in drops and between them; rarely too many for a drop to count.
            text.append("m").append(random.nextInt(records < 100 ? 40 : 9_000));
            text.append(",P1,\"First, Practice\",,,NY,1,STANDARD,").append(2023 + random.nextInt(3));
            text.append("-01-01,2025-12-31\n");
        }
        draft.csv("a.csv", "attribution", text.toString(), records);
    }

    private void observations(DropDraft draft) {
        draft.fhir("Patient.ndjson", "Patient", PATIENT + PATIENT.replace("p1", "p2"));
        StringBuilder text = new StringBuilder();
        int records = 120 + random.nextInt(60);
        for (int i = 0; i < records; i++) {
            // One in about two hundred speaks of a patient whom the drop does not describe.
            String patient = random.nextInt(200) == 0 ? "p9" : "p" + (1 + random.nextInt(2));
            text.append(SuccessiveDropsTest.observation("o" + random.nextInt(20_000), patient));
        }
        draft.fhir("Observation.ndjson", "Observation", text.toString());
    }

    private void lose(String drop) {
        move(landing.resolve(drop), away.resolve(drop));
        lost.add(drop);
    }

    private void putBack(String drop) {
        move(away.resolve(drop), landing.resolve(drop));
        sent.add(drop);
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to);
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.move(file, to.resolve(file.getFileName()));
                }
            }
            Files.delete(from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
