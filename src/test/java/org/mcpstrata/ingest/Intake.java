package org.mcpstrata.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableFile;
import org.mcpstrata.store.TableReader;

/** The front door as tests use it: a real Spark, real folders, nothing in between. */
final class Intake implements AutoCloseable {
    private final JavaSparkContext spark = new JavaSparkContext(
            new SparkConf().setMaster("local[2]").setAppName("intake").set("spark.ui.enabled", "false"));

    JavaSparkContext spark() {
        return spark;
    }

    IngestResult read(Path landing, Path out) {
        return Ingest.run(
                spark,
                new org.apache.hadoop.fs.Path(landing.toUri()),
                new org.apache.hadoop.fs.Path(out.toUri()),
                IngestOptions.usual(),
                Progress.SILENT);
    }

    /** The rows of a table that count, in order of their place. */
    List<CanonicalRow> rows(IngestResult result, Table table) {
        List<CanonicalRow> rows = new ArrayList<>();
        for (TableFile file : result.files()) {
            if (file.table() == table) {
                try (TableReader reader = TableReader.open(
                        new org.apache.hadoop.fs.Path(file.path()), table.schema(), spark.hadoopConfiguration())) {
                    reader.forEachRemaining(row -> rows.add(new CanonicalRow(table, row)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        rows.sort(java.util.Comparator.comparing(CanonicalRow::provenance));
        return rows;
    }

    static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    @Override
    public void close() {
        spark.close();
    }
}
