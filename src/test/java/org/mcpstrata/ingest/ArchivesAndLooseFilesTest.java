package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

/** A file type is the same whether it comes as a file of its own or inside an archive. */
class ArchivesAndLooseFilesTest {
    private static final IngestOptions NIGHTLY = IngestOptions.usual().incremental("reader", false);
    private static final int MANY = 40;
    private static final int FEWER = 30;

    private static Intake intake;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        intake = new Intake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    /** How a delivery is packed. */
    enum Packed {
        LOOSE((files, draft) -> files.loose(draft)),
        ARCHIVE((files, draft) -> files.archive(draft, entry -> {}));

        private final BiFunction<SampleCclf, DropDraft, DropDraft> into;

        Packed(BiFunction<SampleCclf, DropDraft, DropDraft> into) {
            this.into = into;
        }
    }

    @ParameterizedTest
    @CsvSource({"LOOSE, ARCHIVE", "ARCHIVE, LOOSE", "ARCHIVE, ARCHIVE"})
    void aFullResendTakesThePlaceOfAll(Packed before, Packed after) {
        send("d1", "full", before, MANY, "cclf1", "cclf4", "cclf8");
        send("d2", "full", after, FEWER, "cclf1", "cclf4", "cclf8");

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 SUPERSEDED", "p/d2 ACCEPTED");
        assertThat(drops(result, Table.MEDICAL_CLAIM)).hasSize(FEWER).containsOnly("d2");
        assertThat(drops(result, Table.PATIENT)).hasSize(FEWER).containsOnly("d2");
    }

    @ParameterizedTest
    @CsvSource({"LOOSE, ARCHIVE", "ARCHIVE, LOOSE", "ARCHIVE, ARCHIVE"})
    void aFullResendOfSomeTypesLeavesTheOthers(Packed before, Packed after) {
        send("d1", "full", before, MANY, "cclf1", "cclf4", "cclf8");
        IngestResult first = read();
        long diagnoses = intake.rows(first, Table.CLAIM_DIAGNOSIS).stream()
                .filter(row -> row.sourceFile().contains(".ZC4"))
                .count();
        send("d2", "full", after, FEWER, "cclf1");

        IngestResult nightly = read();
        IngestResult again = read();
        IngestResult scratch = intake.read(folder.resolve("landing"), folder.resolve("scratch"));

        assertThat(Intake.states(nightly)).containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED");
        assertThat(drops(nightly, Table.MEDICAL_CLAIM)).hasSize(FEWER).containsOnly("d2");
        assertThat(drops(nightly, Table.PATIENT)).hasSize(MANY).containsOnly("d1");
        assertThat(intake.rows(nightly, Table.CLAIM_DIAGNOSIS))
                .filteredOn(row -> row.sourceFile().contains(".ZC4"))
                .hasSize((int) diagnoses);
        assertThat(superseded(nightly)).isEqualTo(MANY);
        assertThat(Intake.files(folder.resolve("out/drops/p/d1/accepted")))
                .noneMatch(file -> file.startsWith("medical_claim/"));
        assertThat(again.takenOver()).isEqualTo(2);
        assertThat(again.outcomes()).isEqualTo(nightly.outcomes()).isEqualTo(scratch.outcomes());
        assertThat(again.files()).isEqualTo(nightly.files());
        assertThat(drops(again, Table.MEDICAL_CLAIM)).isEqualTo(drops(scratch, Table.MEDICAL_CLAIM));
    }

    @ParameterizedTest
    @CsvSource({"LOOSE, ARCHIVE", "ARCHIVE, LOOSE", "ARCHIVE, ARCHIVE"})
    void aReplacedPeriodIsReplacedInBoth(Packed before, Packed after) {
        send("d1", "full", before, MANY, "cclf1", "cclf8");
        long claimsOf2025 = intake.rows(read(), Table.MEDICAL_CLAIM).stream()
                .filter(row -> row.date("claim_start_date").getYear() == 2025)
                .count();
        assertThat(claimsOf2025).isBetween(1L, MANY - 1L);
        // One claim of 2024 stands for a restatement that no longer holds any claim of 2025.
        send("d2", "replace", after, 1, "cclf1");

        IngestResult result = read();

        assertThat(intake.rows(result, Table.MEDICAL_CLAIM))
                .hasSize((int) (MANY - claimsOf2025))
                .allMatch(row -> row.date("claim_start_date").getYear() == 2024);
        assertThat(drops(result, Table.PATIENT)).hasSize(MANY);
    }

    @Test
    void aControlFileHoldsNothingThatStays() {
        new SampleCclf().archive(draft("d1", "full"), entry -> {}).send();
        new SampleCclf()
                .change("cclf1", lines -> lines.subList(0, FEWER))
                .without("cclf0")
                .loose(draft("d2", "full"))
                .send();

        assertThat(Intake.states(read())).containsExactly("p/d1 SUPERSEDED", "p/d2 ACCEPTED");
    }

    @Test
    void aFileThatTheControlFileCountsAsEmptyIsPartOfAFullResend() {
        new SampleCclf().loose(draft("d1", "full")).send();
        new SampleCclf()
                .change("cclf0", ArchivesAndLooseFilesTest::withoutEquipment)
                .without("cclf6")
                .archive(draft("d2", "full"), entry -> {})
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 SUPERSEDED", "p/d2 ACCEPTED");
        assertThat(intake.rows(result, Table.MEDICAL_CLAIM))
                .noneMatch(row -> row.sourceFile().contains(".ZC6"));
    }

    private static List<String> withoutEquipment(List<String> control) {
        return control.stream()
                .map(line -> line.startsWith("CCLF6") ? line.replace("|         86|", "|          0|") : line)
                .toList();
    }

    private void send(String drop, String mode, Packed packed, int lines, String... types) {
        SampleCclf files = new SampleCclf().only(types);
        List.of(types).forEach(type -> files.change(type, all -> all.subList(0, lines)));
        packed.into.apply(files, draft(drop, mode)).send();
    }

    private DropDraft draft(String drop, String mode) {
        return new DropDraft(folder.resolve("landing"), "p", drop)
                .createdAt("2026-0" + drop.charAt(1) + "-20T00:00:00Z")
                .mode(mode)
                .set(root -> root.put("lineOfBusiness", "MEDICARE_FFS")
                        .putObject("period")
                        .put("start", "2025-01-01")
                        .put("end", "2025-12-31"));
    }

    private IngestResult read() {
        return intake.read(folder.resolve("landing"), folder.resolve("out"), NIGHTLY);
    }

    private static long superseded(IngestResult result) {
        return result.outcomes().get(0).files().stream()
                .mapToLong(FileOutcome::superseded)
                .sum();
    }

    private static List<String> drops(IngestResult result, Table table) {
        return intake.rows(result, table).stream().map(CanonicalRow::dropId).toList();
    }
}
