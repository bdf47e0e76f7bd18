package org.mcpstrata.protect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.TableWriter;
import org.mcpstrata.verify.ReleaseVerifier;
import org.mcpstrata.verify.Verification;

/** An invented program through the gate and onto disk, so that the checker reads what anybody would read. */
final class WrittenRelease {
    private static final byte[] SALT = "a salt of some length".getBytes(StandardCharsets.UTF_8);

    private final LargeRelease program;
    private final GatedRelease gated;
    private final String id;
    private final List<TableRow> rows;

    private WrittenRelease(LargeRelease program, GatedRelease gated, String id) {
        this.program = program;
        this.gated = gated;
        this.id = id;
        this.rows = gated.rows(id);
    }

    /** @param all rows of the run, of which the gate takes those that it wants */
    static WrittenRelease of(
            LargeRelease program, List<TableRow> all, ProtectionPolicy policy, String id, Released... earlier) {
        ReleaseGate gate = new ReleaseGate(
                policy, SALT, program.measures(), program.strata(), Practices.of(program.entities()), List.of(earlier));
        return new WrittenRelease(
                program, gate.protect(all.stream().filter(gate::wants).toList(), 2), id);
    }

    GatedRelease gated() {
        return gated;
    }

    List<TableRow> rows() {
        return rows;
    }

    /** As later releases see it. */
    Released released() {
        return new Released(id, rows, strata());
    }

    private List<TableRow> strata() {
        return PublicDimensions.strata(program.strata(), rows, gated, (stratifier, stratum) -> Optional.empty());
    }

    Path write(Path folder) {
        write(folder, "stratified_result", PublicRow.SCHEMA, rows);
        write(folder, "dim_measure", PublicDimensions.MEASURE, PublicDimensions.measures(program.measures(), gated));
        write(folder, "dim_stratum", PublicDimensions.STRATUM, strata());
        write(folder, "dim_entity", PublicDimensions.ENTITY, PublicDimensions.entities(program.entities()));
        return folder;
    }

    static Verification verify(Path release, Path... earlier) {
        try {
            return ReleaseVerifier.verify(release, List.of(earlier), Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String table, TableSchema schema, List<TableRow> rows) {
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(folder.resolve("tables")
                .resolve(table)
                .resolve("part-00000.parquet")
                .toUri());
        try (TableWriter writer = TableWriter.create(file, schema, new Configuration(false))) {
            for (TableRow row : rows) {
                writer.write(row.values());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
