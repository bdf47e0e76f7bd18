package org.mcpstrata.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.ingest.BrokenContents;
import org.mcpstrata.ingest.BrokenDrop;
import org.mcpstrata.ingest.BrokenEnvelopes;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.store.TableWriter;

/** Promise 18: columns are found by name or refused; nothing is ever read from where another column used to be. */
class SchemaDriftIsNoticedTest {
    @TempDir
    private Path folder;

    /** Columns added, removed, renamed, moved, repeated, in capitals, of another type; records longer and shorter. */
    static List<BrokenDrop> drifts() {
        List<BrokenDrop> drifts = new ArrayList<>(BrokenContents.headers());
        BrokenContents.otherFormats().stream()
                .filter(broken -> broken.name().startsWith("apcd-column-"))
                .forEach(drifts::add);
        drifts.add(BrokenDrop.quarantined(
                "cclf-of-no-known-length",
                ProblemCode.RECORD_SHAPE,
                BrokenEnvelopes.MEMBER + ", line 1",
                draft -> draft.file(
                        BrokenEnvelopes.MEMBER,
                        "cclf9",
                        "cclf",
                        DropDraft.bytes("M1S00E00AA111S00E00AA002020-01-019999-12-31" + "X".repeat(60) + "\n"),
                        1)));
        drifts.add(parquet(
                "parquet-column-renamed",
                ProblemCode.HEADER_INVALID,
                column -> column.name().equals("tin")
                        ? new Column(column.index(), "tax_id", column.type(), false, "", null)
                        : column));
        drifts.add(parquet(
                "parquet-number-for-a-text",
                ProblemCode.HEADER_INVALID,
                column -> column.name().equals("practice_id")
                        ? new Column(column.index(), column.name(), ColumnType.INT, true, "", null)
                        : column));
        return drifts;
    }

    private static BrokenDrop parquet(String name, ProblemCode code, UnaryOperator<Column> drift) {
        return BrokenDrop.rejected(
                name,
                code,
                "a.parquet",
                draft ->
                        draft.file("a.parquet", "attribution", "canonical-parquet", drifted(draft.folder(), drift), 1));
    }

    /** One row of a table like that of attributions, but for one column. */
    private static byte[] drifted(Path folder, UnaryOperator<Column> drift) {
        List<Column> columns =
                Table.ATTRIBUTION.schema().columns().stream().map(drift).toList();
        Path file = folder.resolveSibling("drifted.parquet");
        try {
            try (TableWriter writer = TableWriter.create(
                    new org.apache.hadoop.fs.Path(file.toUri()),
                    new TableSchema("attribution", columns),
                    new Configuration())) {
                writer.write(
                        columns.stream().map(SchemaDriftIsNoticedTest::value).toArray());
            }
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(Column column) {
        return switch (column.type()) {
            case INT -> 1;
            case LONG -> 1L;
            case DATE -> LocalDate.of(2025, 1, 1);
            case STRING -> "NY";
            case DOUBLE, BOOLEAN, DECIMAL, MONEY, LIST, MAP, STRUCTS -> null;
        };
    }

    @ParameterizedTest
    @MethodSource("drifts")
    void eachDriftIsReadByNameOrRefused(BrokenDrop drift) {
        drift.requireTold(drift.check(folder));
    }
}
