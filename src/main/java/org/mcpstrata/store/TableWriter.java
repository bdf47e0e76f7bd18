package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.mcpstrata.model.TableSchema;

/**
 * Writes the rows of one table into one Parquet file, in the order given. The same rows give the same bytes: codec,
 * row-group size and footer are fixed.
 */
public final class TableWriter implements Closeable {
    private static final long ROW_GROUP_BYTES = 64L << 20;

    private final ParquetWriter<Object[]> writer;
    private long rows;

    private TableWriter(ParquetWriter<Object[]> writer) {
        this.writer = writer;
    }

    /** Creates the file; it must not exist yet. Missing folders are made. */
    public static TableWriter create(Path file, TableSchema schema, Configuration conf) throws IOException {
        ParquetWriter<Object[]> writer = new Builder(
                        new StableFooterFile(outputFile(file, conf)), requireNonNull(schema, "schema"))
                .withConf(conf)
                .withWriteMode(ParquetFileWriter.Mode.CREATE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
        return new TableWriter(writer);
    }

    private static OutputFile outputFile(Path file, Configuration conf) throws IOException {
        if (StorePaths.isLocal(file, conf)) {
            // Hadoop's local file system would leave a checksum file beside each table file.
            java.nio.file.Path local = StorePaths.local(file);
            Files.createDirectories(local.getParent());
            return new LocalOutputFile(local);
        }
        return HadoopOutputFile.fromPath(file, conf);
    }

    public void write(Object[] row) throws IOException {
        writer.write(row);
        rows++;
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final TableSchema schema;

        Builder(OutputFile file, TableSchema schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration conf) {
            return new RowWriteSupport(schema);
        }
    }
}
