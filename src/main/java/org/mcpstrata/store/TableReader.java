package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.mcpstrata.model.TableSchema;

/** Reads the rows of one Parquet file of a table, in file order; close it when done. */
public final class TableReader implements Iterator<Object[]>, Closeable {
    private final ParquetReader<Object[]> reader;
    private Object[] next;

    private TableReader(ParquetReader<Object[]> reader) throws IOException {
        this.reader = reader;
        this.next = reader.read();
    }

    /** Opens a whole file. */
    public static TableReader open(Path file, TableSchema schema, Configuration conf) throws IOException {
        return new TableReader(builder(file, schema, conf).build());
    }

    /**
     * Opens the rows of some members in a file of a canonical table. What the file's own statistics rule out is not read.
     *
     * @param memberIds ids of members of the payer that delivered the file; not empty
     */
    public static TableReader openMembers(Path file, TableSchema schema, Configuration conf, Set<String> memberIds)
            throws IOException {
        Set<Binary> wanted = memberIds.stream().map(Binary::fromString).collect(Collectors.toSet());
        FilterPredicate ofMembers = FilterApi.in(FilterApi.binaryColumn("member_id"), wanted);
        return new TableReader(builder(file, schema, conf)
                .withFilter(FilterCompat.get(ofMembers))
                .build());
    }

    /** Opens the row groups whose middle lies in a range of bytes, so that a large file feeds several tasks. */
    public static TableReader openRange(Path file, TableSchema schema, Configuration conf, long start, long end)
            throws IOException {
        return new TableReader(
                builder(file, schema, conf).withFileRange(start, end).build());
    }

    /** Rows in a file, from its footer. */
    public static long countRows(Path file, Configuration conf) throws IOException {
        // Without options the reader parses the whole Hadoop configuration again for each file.
        ParquetReadOptions options = HadoopReadOptions.builder(conf).build();
        try (ParquetFileReader footer = ParquetFileReader.open(StorePaths.inputFile(file, conf), options)) {
            return footer.getRecordCount();
        }
    }

    private static Builder builder(Path file, TableSchema schema, Configuration conf) throws IOException {
        return new Builder(StorePaths.inputFile(file, conf), requireNonNull(schema, "schema"), conf);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Object[] next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Object[] row = next;
        try {
            next = reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Builder extends ParquetReader.Builder<Object[]> {
        private final TableSchema schema;

        Builder(InputFile file, TableSchema schema, Configuration conf) {
            super(file, new HadoopParquetConfiguration(conf));
            this.schema = schema;
        }

        @Override
        protected ReadSupport<Object[]> getReadSupport() {
            return new RowReadSupport(schema);
        }
    }
}
