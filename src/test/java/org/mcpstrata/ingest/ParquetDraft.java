package org.mcpstrata.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** One row in a Parquet file as other software writes it: every column declared by the test. */
final class ParquetDraft {
    private final Map<String, String> declared = new LinkedHashMap<>();
    private final Map<String, Consumer<Group>> values = new LinkedHashMap<>();

    /** Declares a column, or declares it anew. */
    ParquetDraft column(String name, String declaration, Consumer<Group> value) {
        declared.put(name, declaration);
        values.put(name, value);
        return this;
    }

    byte[] bytes(Path folder) {
        StringBuilder columns = new StringBuilder();
        declared.values().forEach(column -> columns.append(column).append(column.endsWith("}") ? " " : "; "));
        MessageType schema = MessageTypeParser.parseMessageType("message other { " + columns + "}");
        Group row = new SimpleGroup(schema);
        values.values().forEach(value -> value.accept(row));
        Path file = folder.resolve("draft.parquet");
        try {
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withType(schema)
                    .build()) {
                writer.write(row);
            }
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
