package org.mcpstrata.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.mcpstrata.layout.CanonicalParquetLayout;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.store.ParquetTypes;
import org.mcpstrata.store.TableReader;

/**
 * The one section of a canonical Parquet file. Its columns are checked by name and type, and every row is decoded once: a damaged
 * page is a fault of the delivery, and must not end the task that reads it later.
 */
final class ParquetSection {
    private ParquetSection() {}

    static Optional<Section> of(FileStore store, Path path, ManifestFile file, Place at, List<Problem> problems) {
        if (file.compression() != Compression.NONE) {
            problems.add(new Problem(ProblemCode.COMPRESSION_BROKEN, at, "Parquet files compress themselves."));
            return Optional.empty();
        }
        Table table = Readers.table(file);
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, store.conf()))) {
            MessageType schema = reader.getFileMetaData().getSchema();
            List<String> names = schema.getFields().stream().map(Type::getName).toList();
            List<String> faults = new ArrayList<>(CanonicalParquetLayout.headerFaults(table, names));
            TableSchema delivered = CanonicalParquetLayout.delivered(table, names);
            faults.addAll(ParquetTypes.faults(delivered, schema));
            faults.forEach(fault -> problems.add(new Problem(ProblemCode.HEADER_INVALID, at, fault)));
            if (!faults.isEmpty()) {
                return Optional.empty();
            }
            if (decodedRows(store, path, delivered) != reader.getRecordCount()) {
                problems.add(unreadable(at));
                return Optional.empty();
            }
            return Optional.of(new Section(
                    file.name(),
                    "",
                    file.type(),
                    reader.getRecordCount(),
                    false,
                    List.of(),
                    List.of(String.join(",", names).getBytes(StandardCharsets.UTF_8)),
                    new byte[0],
                    new byte[0]));
        } catch (IOException | RuntimeException e) {
            // The library reports a foreign or damaged file in many ways, some of which quote it.
            problems.add(unreadable(at));
            return Optional.empty();
        }
    }

    /** How the file calls the table's columns. */
    static TableSchema delivered(Table table, Section section) {
        List<String> names = List.of(new String(section.headLine(0), StandardCharsets.UTF_8).split(","));
        return CanonicalParquetLayout.delivered(table, names);
    }

    private static long decodedRows(FileStore store, Path path, TableSchema delivered) throws IOException {
        long rows = 0;
        try (TableReader reader = TableReader.open(path, delivered, store.conf())) {
            while (reader.hasNext()) {
                reader.next();
                rows++;
            }
        }
        return rows;
    }

    private static Problem unreadable(Place at) {
        return new Problem(ProblemCode.UNREADABLE_FORMAT, at, "It is not a Parquet file that can be read.");
    }
}
