package org.mcpstrata.ingest;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.mcpstrata.layout.CanonicalParquetLayout;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** The one section of a canonical Parquet file, whose columns are checked by name before a row is read. */
final class ParquetSection {
    private ParquetSection() {}

    static List<Section> of(FileStore store, Path path, ManifestFile file, Place drop, Problems problems)
            throws IOException {
        Place at = drop.inFile(file.name());
        if (file.compression() != Compression.NONE) {
            problems.add(ProblemCode.COMPRESSION_BROKEN, at, "Parquet files compress themselves.");
            return List.of();
        }
        Table table = Readers.table(file);
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, store.conf()))) {
            MessageType schema = reader.getFileMetaData().getSchema();
            List<String> names = schema.getFields().stream().map(Type::getName).toList();
            List<String> faults = CanonicalParquetLayout.headerFaults(table, names);
            faults.forEach(fault -> problems.add(ProblemCode.HEADER_INVALID, at, fault));
            if (!faults.isEmpty()) {
                return List.of();
            }
            return List.of(new Section(
                    file.name(),
                    "",
                    file.type(),
                    reader.getRecordCount(),
                    false,
                    List.of(),
                    List.of(),
                    new byte[0],
                    new byte[0]));
        } catch (IOException | RuntimeException e) {
            // The library reports a foreign or damaged file in many ways, some of which quote it.
            problems.add(ProblemCode.UNREADABLE_FORMAT, at, "It is not a Parquet file that can be read.");
            return List.of();
        }
    }
}
