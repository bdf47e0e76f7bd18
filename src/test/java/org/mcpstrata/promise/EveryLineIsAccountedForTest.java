package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.FileOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.ingest.Intake;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.ProblemCode;

/**
 * Promise 16: of many lines, one in a hundred of them bad in one of the ways of {@link BadLine}, every line is accepted or
 * rejected for its reason, the counts are those of the generator's ledger, the rejects can be read again, and the heap of
 * the process stays small. By hand with ten million lines:
 *
 * <pre>mvn test -Dtest=EveryLineIsAccountedForTest -Dmcp.lines=10000000</pre>
 */
class EveryLineIsAccountedForTest {
    private static final long LINES = Long.getLong("mcp.lines", 100_000);
    private static final int BAD_ONE_IN = 100;
    private static final int PATIENTS = 1000;
    private static final long TWO_GIGABYTES = 2L << 30;

    @TempDir
    private Path folder;

    /** What the generator knows it wrote into one file. */
    private record Ledger(long records, SortedMap<ProblemCode, Long> reasons, SortedSet<String> places) {}

    @Test
    void acceptedAndRejectedAreWhatWasDeliveredReasonByReason() throws IOException {
        DropDraft draft = new DropDraft(folder.resolve("landing"), "payer", "d1");
        draft.fhir("Patient.ndjson", "Patient", patients());
        Map<BadLine.LineFile, Ledger> ledgers = new EnumMap<>(BadLine.LineFile.class);
        for (BadLine.LineFile file : BadLine.LineFile.values()) {
            Ledger ledger = write(draft.folder().resolve(file.fileName()), file);
            ledgers.put(file, ledger);
            draft.existing(file.fileName(), file.type(), file.format(), ledger.records());
        }
        draft.send();

        IngestResult result;
        List<String> rejects;
        long live;
        try (HeapWatch heap = new HeapWatch();
                Intake intake = new Intake()) {
            result = intake.read(folder.resolve("landing"), folder.resolve("out"));
            live = heap.mostLive();
            rejects = intake.rejects(folder.resolve("out"), "payer/d1");
        }

        System.out.printf("%,d lines: at most %,d bytes live after a collection%n", LINES, live);
        assertThat(live).isLessThan(TWO_GIGABYTES);
        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
        SortedSet<String> places = new TreeSet<>();
        for (BadLine.LineFile file : BadLine.LineFile.values()) {
            Ledger ledger = ledgers.get(file);
            FileOutcome outcome = result.outcomes().get(0).files().stream()
                    .filter(each -> each.name().equals(file.fileName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(outcome.rejected()).as(file.fileName()).isEqualTo(ledger.reasons());
            assertThat(outcome.delivered()).isEqualTo(ledger.records());
            assertThat(outcome.accepted() + outcome.rejectedRecords()).isEqualTo(ledger.records());
            places.addAll(ledger.places());
        }
        assertThat(Intake.states(result)).containsExactly("payer/d1 ACCEPTED");
        assertThat(rejects.stream().map(EveryLineIsAccountedForTest::lineAndReason))
                .as("rejects read again")
                .containsExactlyInAnyOrderElementsOf(places.stream()
                        .map(place -> place.substring(place.indexOf(' ') + 1))
                        .toList());
        assertThat(BadLine.values()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static String lineAndReason(String reject) {
        String[] words = reject.split(" ");
        return words[0] + ' ' + words[1];
    }

    private static String patients() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PATIENTS; i++) {
            text.append(DropDraft.PATIENT.replace("p1", "p" + i));
        }
        return text.toString();
    }

    private static Ledger write(Path path, BadLine.LineFile file) throws IOException {
        List<BadLine> ways = BadLine.of(file);
        SortedMap<ProblemCode, Long> reasons = new TreeMap<>();
        SortedSet<String> places = new TreeSet<>();
        long records = file.of(LINES);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
            for (String line : file.before()) {
                out.write(file.bytes(line));
            }
            for (long i = 0; i < records; i++) {
                String line = file.good(i);
                if (i % BAD_ONE_IN == BAD_ONE_IN - 1) {
                    BadLine bad = ways.get((int) (i / BAD_ONE_IN % ways.size()));
                    line = bad.spoiled(line);
                    reasons.merge(bad.reason(), 1L, Long::sum);
                    places.add(file.fileName() + ' ' + (i + 1 + file.before().size()) + ' ' + bad.reason());
                }
                out.write(file.bytes(line));
            }
            for (String line : file.behind(records)) {
                out.write(file.bytes(line));
            }
        }
        return new Ledger(records, reasons, places);
    }
}
