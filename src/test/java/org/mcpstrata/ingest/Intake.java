package org.mcpstrata.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableFile;
import org.mcpstrata.store.TableReader;

/** The front door as tests use it: a real Spark, real folders, nothing in between. */
public final class Intake implements AutoCloseable {
    private final JavaSparkContext spark = new JavaSparkContext(
            new SparkConf().setMaster("local[2]").setAppName("intake").set("spark.ui.enabled", "false"));

    JavaSparkContext spark() {
        return spark;
    }

    public IngestResult read(Path landing, Path out) {
        return read(landing, out, IngestOptions.usual());
    }

    public IngestResult read(Path landing, Path out, IngestOptions options) {
        return read(new org.apache.hadoop.fs.Path(landing.toUri()), out, options);
    }

    /** @param landing on any file system that Hadoop knows */
    IngestResult read(org.apache.hadoop.fs.Path landing, Path out, IngestOptions options) {
        org.apache.hadoop.fs.Path work = new org.apache.hadoop.fs.Path(
                out.resolveSibling(out.getFileName() + ".work").toUri());
        try {
            return Ingest.run(
                    spark, landing, new org.apache.hadoop.fs.Path(out.toUri()), work, options, Progress.SILENT);
        } finally {
            remove(work);
        }
    }

    private void remove(org.apache.hadoop.fs.Path work) {
        try {
            new FileStore(spark.hadoopConfiguration()).delete(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table that count, in order of their place. */
    public List<CanonicalRow> rows(IngestResult result, Table table) {
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
        rows.sort(Comparator.comparing(CanonicalRow::provenance));
        return rows;
    }

    /** What became of every drop, as {@code payer/drop STATE}. */
    public static List<String> states(IngestResult result) {
        return result.outcomes().stream()
                .map(outcome -> outcome.payer() + '/' + outcome.drop() + ' ' + outcome.state())
                .toList();
    }

    /** Rejects of a drop as {@code line code field}, in order of file and line. */
    public List<String> rejects(Path out, String drop) {
        List<String> found = new ArrayList<>();
        for (String name : files(out.resolve("drops").resolve(drop).resolve("rejects"))) {
            try (TableReader rows = TableReader.open(
                    new org.apache.hadoop.fs.Path(out.resolve("drops")
                            .resolve(drop)
                            .resolve("rejects")
                            .resolve(name)
                            .toUri()),
                    Reject.SCHEMA,
                    spark.hadoopConfiguration())) {
                rows.forEachRemaining(row -> {
                    Reject reject = Reject.of(row);
                    found.add(reject.line() + " " + reject.code() + ' ' + reject.field());
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** Every file below a folder by its relative name, sorted. */
    public static List<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        spark.close();
    }
}
