package org.mcpstrata.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** A run small enough to be published hundreds of times in a test. */
public final class SmallRun {
    static final Configuration CONF = new Configuration();
    private static final TableSchema SCHEMA = TableSchema.load("dim_entity", List.of());
    static final String TABLE = "restricted/dim_entity";

    private final RunRecord record;
    private final int rows;

    /** A run whose id follows from its number of rows. */
    public SmallRun(int rows) {
        this.rows = rows;
        this.record = RunRecord.of(Map.of("rows", Integer.toString(rows)));
    }

    public RunId id() {
        return record.runId();
    }

    RunRecord record() {
        return record;
    }

    static Publication at(Path out, CommitFiles files) {
        return new Publication(new org.apache.hadoop.fs.Path(out.toUri()), CONF, files);
    }

    public static Publication at(Path out) {
        return at(out, new PosixCommitFiles());
    }

    List<TableRow> rows() {
        List<TableRow> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(TableRow.of(SCHEMA)
                    .set("entity_type", "PRACTICE")
                    .set("entity_id", "PR" + (1000 + i))
                    .set("track", i % 3)
                    .build());
        }
        return all;
    }

    void write(Staging staging) {
        staging.writeTable(TABLE, SCHEMA, rows().iterator());
        staging.writeFile("report/index.html", ("<p>" + rows + "</p>\n").getBytes(StandardCharsets.UTF_8));
    }

    VerifiedRun verify(Staging staging) {
        return Verification.of(staging, record, new Laws().add(Law.of("test", "rows", rows, rows)));
    }

    /** From staging to commit, as one attempt does it. */
    public Outcome publish(Publication publication, String attempt) throws IOException {
        publication.cleanLeftovers();
        Optional<Outcome> done = publication.alreadyPublished(id(), attempt);
        if (done.isPresent()) {
            return done.get();
        }
        try (Staging staging = publication.stage(id(), attempt)) {
            write(staging);
            return publication.commit(verify(staging));
        }
    }

    /** Every file below a folder with its content. */
    public static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.walk(folder)) {
                for (Path entry : (Iterable<Path>) entries.filter(Files::isRegularFile)::iterator) {
                    tree.put(folder.relativize(entry).toString(), DigestUtils.sha256Hex(Files.readAllBytes(entry)));
                }
            }
        }
        return tree;
    }
}
