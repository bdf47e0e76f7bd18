package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.store.TableReader;

/**
 * The rows of a delivered Parquet file that could be decoded when it was surveyed; whatever keeps them from being read now
 * is an {@link UnreadableDelivery}.
 */
final class DeliveredRows implements Closeable {
    private final TableReader rows;
    private final Place at;

    private DeliveredRows(TableReader rows, Place at) {
        this.rows = requireNonNull(rows, "rows");
        this.at = requireNonNull(at, "at");
    }

    /** @param at the file as problems name it */
    static DeliveredRows open(FileStore store, Path file, TableSchema schema, Place at) throws UnreadableDelivery {
        // The library says of a file that it may not read that there is none, and of damage whatever comes first.
        try (InputStream probe = DeliveredBytes.open(store, file, 0, at)) {
            probe.read();
            return new DeliveredRows(TableReader.open(file, schema, store.conf()), at);
        } catch (UnreadableDelivery e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw UnreadableDelivery.changed(at);
        }
    }

    /** The next row; nothing at the end. */
    Optional<Object[]> next() throws UnreadableDelivery {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (RuntimeException e) {
            // Every row was decoded once: the library reports bytes that are others now in many ways.
            throw UnreadableDelivery.changed(at);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
