package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.store.TableReader;

/**
 * The folder in which a run is written before anybody can see it. Its mark tells other runs that it is in use; closing
 * gives the mark back and leaves the folder to the next start's cleaning if it was not committed.
 */
public final class Staging implements Closeable {
    /** Rows of one file of a table: a fixed rule, so that the number of files depends on the rows alone. */
    static final long ROWS_PER_FILE = 50_000;

    private static final long ROWS_PER_FILE_BY_PERSON = 100_000;

    /** Start of the name of a file that a task is still writing, or that a dead task left. */
    static final String ATTEMPT = ".attempt-";

    private final StagingName name;
    private final Path folder;
    private final int parent;
    private final CommitFiles files;
    private final Configuration conf;
    private final Closeable mark;
    private boolean marked = true;
    private final SortedMap<String, WrittenTable> tables = new TreeMap<>();
    private final SortedMap<String, String> otherFiles = new TreeMap<>();

    Staging(StagingName name, Path runs, int parent, CommitFiles files, Configuration conf, Closeable mark) {
        this.name = requireNonNull(name, "name");
        this.folder = new Path(runs, name.folder());
        this.parent = parent;
        this.files = requireNonNull(files, "files");
        this.conf = requireNonNull(conf, "conf");
        this.mark = requireNonNull(mark, "mark");
    }

    /** What else must be possible before an attempt begins. */
    interface Preparation {
        void run() throws IOException;
    }

    /** Claims a name of its own for an attempt and gives it an empty folder. */
    static Staging open(
            StagingName name, Path parent, int generation, CommitFiles files, Configuration conf, Preparation more)
            throws IOException {
        Closeable mark = files.claim(new Path(parent, name.mark()))
                .orElseThrow(() -> new IllegalArgumentException("another living run has this attempt's name"));
        try {
            files.delete(new Path(parent, name.folder()));
            files.makeFolder(new Path(parent, name.folder()));
            more.run();
        } catch (IOException | RuntimeException e) {
            mark.close();
            throw e;
        }
        return new Staging(name, parent, generation, files, conf, mark);
    }

    /**
     * Removes what an attempt left behind.
     *
     * @return false where its writer may still be alive
     */
    static boolean clean(StagingName name, Path parent, CommitFiles files) throws IOException {
        Optional<Closeable> claimed = files.claimDead(new Path(parent, name.mark()));
        if (claimed.isEmpty()) {
            return false;
        }
        try (Closeable mark = claimed.get()) {
            files.delete(new Path(parent, name.folder()));
            files.delete(new Path(parent, name.commit()));
            files.delete(new Path(parent, name.current()));
        }
        return true;
    }

    /** Files of a table that tasks write by person: smaller ones, at least two, so that a small run has parallel work. */
    static int filesByPerson(long rows) {
        return (int) Math.max(2, (rows + ROWS_PER_FILE_BY_PERSON - 1) / ROWS_PER_FILE_BY_PERSON);
    }

    StagingName name() {
        return name;
    }

    /** Number of the generation this run follows. */
    int parent() {
        return parent;
    }

    /** Where the run is being written. */
    public Path folder() {
        return folder;
    }

    CommitFiles files() {
        return files;
    }

    Configuration conf() {
        return conf;
    }

    /**
     * Writes a table here, one file after the other.
     *
     * @param tableFolder below the run, for example {@code restricted/stratified_result}
     * @param rows in the order of the table's key
     */
    public WrittenTable writeTable(String tableFolder, TableSchema schema, Iterator<TableRow> rows) {
        List<Part> parts = new ArrayList<>();
        try {
            do {
                String part = Part.name(parts.size());
                PartWriter writer = new PartWriter(new Path(new Path(folder, tableFolder), part), part, schema, conf);
                try (writer) {
                    while (rows.hasNext() && writer.rows() < ROWS_PER_FILE) {
                        writer.write(rows.next());
                    }
                }
                parts.add(writer.part());
            } while (rows.hasNext());
        } catch (IOException e) {
            throw failed(tableFolder, e);
        }
        return register(new WrittenTable(tableFolder, schema, parts));
    }

    /** Tables may be written side by side. */
    WrittenTable register(WrittenTable table) {
        synchronized (tables) {
            if (tables.put(table.folder(), table) != null) {
                throw new IllegalArgumentException("table " + table.folder() + " is written twice");
            }
        }
        return table;
    }

    /** Writes a file that is no table, for example a page of the report. */
    public void writeFile(String relativePath, byte[] content) {
        try {
            files.write(new Path(folder, relativePath), content);
        } catch (IOException e) {
            throw failed(relativePath, e);
        }
        otherFiles.put(relativePath, DigestUtils.sha256Hex(content));
    }

    /** Reads a written table back from disk, row by row in order. */
    public void reread(WrittenTable table, Consumer<TableRow> sink) {
        try {
            for (Part part : table.parts()) {
                Path file = new Path(new Path(folder, table.folder()), part.name());
                try (TableReader reader = TableReader.open(file, table.schema(), conf)) {
                    while (reader.hasNext()) {
                        sink.accept(new TableRow(table.schema(), reader.next()));
                    }
                }
            }
        } catch (IOException e) {
            throw failed(table.folder(), e);
        }
    }

    /** The tables written so far, by folder. */
    public SortedMap<String, WrittenTable> tables() {
        synchronized (tables) {
            return Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        }
    }

    SortedMap<String, String> otherFiles() {
        return Collections.unmodifiableSortedMap(otherFiles);
    }

    private static ProblemException failed(String what, IOException failure) {
        return ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of(what), failure);
    }

    /**
     * Gives the mark back when a run is committed, whose result stands whether or not that works.
     *
     * @return a warning where the mark could not be removed; the next start finds it dead
     */
    List<Problem> giveBack() {
        if (!marked) {
            return List.of();
        }
        marked = false;
        try {
            mark.close();
            return List.of();
        } catch (IOException e) {
            return List.of(Problem.ofFile(ProblemCode.NOT_TIDIED, Place.of("runs"), e));
        }
    }

    /** Ends an attempt that committed nothing, after which there is nothing to warn of: the next start tidies up. */
    @Override
    public void close() {
        giveBack();
    }
}
