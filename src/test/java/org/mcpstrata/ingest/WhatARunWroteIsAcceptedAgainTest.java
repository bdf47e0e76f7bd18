package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.layout.RifLine;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableFile;

/** The canonical tables of a run, delivered as the payer's own drop (drop-contract.md: the project accepts what it writes). */
class WhatARunWroteIsAcceptedAgainTest {
    private static final String FIRST = "2026-01-15T12:00:00Z";
    private static final String SECOND = "2026-01-16T12:00:00Z";
    private static final Set<Table> OF_CLAIMS =
            EnumSet.of(Table.MEDICAL_CLAIM, Table.CLAIM_DIAGNOSIS, Table.CLAIM_PROCEDURE);

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

    private DropDraft draft(String landing, String drop, String createdAt) {
        return new DropDraft(folder.resolve(landing), "research", drop)
                .set(manifest -> manifest.put("lineOfBusiness", "MEDICARE_FFS"))
                .createdAt(createdAt);
    }

    private static RifLine line(int number) {
        return RifLine.claim("hha")
                .set("CLM_LINE_NUM", Integer.toString(number))
                .set("REV_CNTR", "550")
                .set("HCPCS_CD", "G0299")
                .set("PRNCPAL_DGNS_CD", "E119")
                .set("PRNCPAL_DGNS_VRSN_CD", "0");
    }

    private IngestResult research() {
        String claims = line(1).headerText() + '\n' + line(1).text() + '\n' + line(2).text() + '\n';
        RifLine year = RifLine.beneficiary(2025).set("BENE_RACE_CD", "5").set("RTI_RACE_CD", "5");
        String members = year.headerText() + '\n' + year.text() + '\n';
        draft("landing", "d1", FIRST)
                .file("hha.txt", "hha", "rif", DropDraft.bytes(claims), 2)
                .file("beneficiary.txt", "beneficiary", "rif", DropDraft.bytes(members), 1)
                .send();
        return intake.read(folder.resolve("landing"), folder.resolve("out"));
    }

    private DropDraft again(String landing, String drop, String createdAt, IngestResult result) {
        DropDraft draft = draft(landing, drop, createdAt);
        for (TableFile file : result.files()) {
            String table = file.table().tableName();
            draft.file(
                    table + file.path().hashCode() + ".parquet", table, "canonical-parquet", bytes(file), file.rows());
        }
        return draft;
    }

    private static byte[] bytes(TableFile file) {
        try {
            return Files.readAllBytes(
                    Path.of(new org.apache.hadoop.fs.Path(file.path()).toUri().getPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<Object>> counting(IngestResult result) {
        List<CanonicalRow> rows = new ArrayList<>();
        OF_CLAIMS.forEach(table -> rows.addAll(intake.rows(result, table)));
        Drops drops = new Drops(List.of(
                new Drops.Drop("research", "d1", LineOfBusiness.MEDICARE_FFS, FIRST),
                new Drops.Drop("research", "d2", LineOfBusiness.MEDICARE_FFS, SECOND)));
        return new FinalAction(drops)
                .of(rows).rows().stream()
                        .map(WhatARunWroteIsAcceptedAgainTest::content)
                        .toList();
    }

    private static List<Object> content(CanonicalRow row) {
        List<Object> values = new ArrayList<>();
        IntStream.range(5, row.table().schema().columns().size())
                .forEach(
                        i -> values.add(row.value(row.table().schema().columns().get(i))));
        return values;
    }

    @Test
    void claimsThatEveryLineTellsAreNoDuplicatesAndCountAsBefore() {
        IngestResult first = research();
        assertThat(Intake.states(first)).containsExactly("research/d1 ACCEPTED");
        again("landing2", "d1", FIRST, first).send();

        IngestResult second = intake.read(folder.resolve("landing2"), folder.resolve("out2"));

        assertThat(Intake.states(second)).containsExactly("research/d1 ACCEPTED");
        assertThat(second.outcomes().get(0).files())
                .as("each delivered line is accepted once")
                .allMatch(file -> file.accepted() == file.delivered());
        assertThat(second.laws()).allMatch(Law::holds);
        assertThat(counting(second)).hasSizeGreaterThan(3).containsExactlyInAnyOrderElementsOf(counting(first));
    }

    @Test
    void statementsAboutSeveralYearsOfOneMemberAreNoDuplicates() {
        RifLine before = RifLine.beneficiary(2024);
        String members = before.headerText()
                + '\n'
                + before.text()
                + '\n'
                + RifLine.beneficiary(2025).text()
                + '\n';
        draft("landing", "d1", FIRST)
                .file("beneficiary.txt", "beneficiary", "rif", DropDraft.bytes(members), 2)
                .send();
        IngestResult first = intake.read(folder.resolve("landing"), folder.resolve("out"));
        again("landing2", "d1", FIRST, first).send();

        IngestResult second = intake.read(folder.resolve("landing2"), folder.resolve("out2"));

        assertThat(Intake.states(second)).containsExactly("research/d1 ACCEPTED");
        assertThat(intake.rows(second, Table.PATIENT)).hasSize(2);
    }

    @Test
    void newerDropTakesThePlaceOfTheRowAndOfEveryRepetition() {
        IngestResult first = research();
        again("landing2", "d1", FIRST, first).mode("full").send();
        again("landing2", "d2", SECOND, first).mode("incremental").send();

        IngestResult second = intake.read(folder.resolve("landing2"), folder.resolve("out2"));

        assertThat(Intake.states(second)).contains("research/d2 ACCEPTED");
        assertThat(intake.rows(second, Table.MEDICAL_CLAIM))
                .allMatch(row -> row.dropId().equals("d2"));
        assertThat(second.laws()).allMatch(Law::holds);
        assertThat(counting(second)).containsExactlyInAnyOrderElementsOf(counting(first));
    }
}
