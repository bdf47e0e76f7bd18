package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.mcpstrata.model.TableSchema;

/** Reads rows of a table from a Parquet file that {@link RowWriteSupport} or other software wrote. */
final class RowReadSupport extends ReadSupport<Object[]> {
    private final TableSchema schema;

    RowReadSupport(TableSchema schema) {
        this.schema = requireNonNull(schema, "schema");
    }

    @Override
    public ReadContext init(InitContext context) {
        return new ReadContext(ParquetSchema.of(schema, context.getFileSchema()));
    }

    @Override
    public RecordMaterializer<Object[]> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType fileSchema, ReadContext context) {
        return new RowMaterializer(new RowConverter(schema));
    }

    @Override
    public RecordMaterializer<Object[]> prepareForRead(
            ParquetConfiguration configuration,
            Map<String, String> metadata,
            MessageType fileSchema,
            ReadContext context) {
        return new RowMaterializer(new RowConverter(schema));
    }

    private static final class RowMaterializer extends RecordMaterializer<Object[]> {
        private final RowConverter root;

        RowMaterializer(RowConverter root) {
            this.root = root;
        }

        @Override
        public Object[] getCurrentRecord() {
            return root.row();
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }
}
