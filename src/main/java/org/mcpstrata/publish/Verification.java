package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Reads a staged run back, keeps the laws of publication, and writes {@code run.json} when all laws hold. */
public final class Verification {
    static final String RUN_JSON = "run.json";
    private static final String STAGE = "publish";

    private final Staging staging;
    private final PartReader reader;

    private Verification(Staging staging, PartReader reader) {
        this.staging = requireNonNull(staging, "staging");
        this.reader = requireNonNull(reader, "reader");
    }

    /** Verifies here, one file after the other. */
    public static VerifiedRun of(Staging staging, RunRecord record, Laws laws) {
        return of(staging, record, laws, PartReader.here(staging.conf()));
    }

    static VerifiedRun of(Staging staging, RunRecord record, Laws laws, PartReader reader) {
        if (!record.runId().equals(staging.name().runId())) {
            throw new IllegalArgumentException("the run was staged under another id");
        }
        try {
            return new Verification(staging, reader).verify(record, laws);
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("run verification"), e);
        }
    }

    private VerifiedRun verify(RunRecord record, Laws laws) throws IOException {
        SortedMap<String, Object> tables = new TreeMap<>();
        SortedMap<String, Object> fileDigests = new TreeMap<>(staging.otherFiles());
        for (WrittenTable table : staging.tables().values()) {
            tables.put(table.folder(), table(table, laws, fileDigests));
        }
        removeDeadAttempts();
        files(laws, fileDigests);
        laws.throwIfBroken();
        byte[] content = Json.write(content(record, tables, fileDigests, laws));
        staging.files().write(new Path(staging.folder(), RUN_JSON), content);
        return new VerifiedRun(staging, DigestUtils.sha256Hex(content));
    }

    private SortedMap<String, Object> table(WrittenTable table, Laws laws, SortedMap<String, Object> fileDigests)
            throws IOException {
        List<Part> found = new ArrayList<>();
        for (RereadPart part : reader.reread(new Path(staging.folder(), table.folder()), table)) {
            found.add(part.part());
            fileDigests.put(table.folder() + "/" + part.part().name(), part.sha256());
        }
        WrittenTable reread = new WrittenTable(table.folder(), table.schema(), found);
        laws.add(Law.of(STAGE, table.folder() + ": rows computed = rows read back", table.rows(), reread.rows()));
        laws.add(new Law(
                STAGE, table.folder() + ": digest computed = digest read back", table.digest(), reread.digest()));
        return new TreeMap<>(Map.of("rows", reread.rows(), "digest", reread.digest(), "files", found.size()));
    }

    /** Tasks that died left files under names of their own; their successors wrote the parts. */
    private void removeDeadAttempts() throws IOException {
        for (String file : staging.files().tree(staging.folder()).keySet()) {
            Path path = new Path(staging.folder(), file);
            if (path.getName().startsWith(Staging.ATTEMPT)) {
                staging.files().delete(path);
            }
        }
    }

    /** What is on disk is what was written, no more and no less. */
    private void files(Laws laws, SortedMap<String, Object> written) throws IOException {
        TreeSet<String> onDisk =
                new TreeSet<>(staging.files().tree(staging.folder()).keySet());
        laws.add(new Law(
                STAGE,
                "files written = files on disk",
                DigestUtils.sha256Hex(Json.write(written.keySet())),
                DigestUtils.sha256Hex(Json.write(onDisk))));
        laws.add(Law.of(STAGE, "number of files written = number of files on disk", written.size(), onDisk.size()));
    }

    private SortedMap<String, Object> content(
            RunRecord record, SortedMap<String, Object> tables, SortedMap<String, Object> fileDigests, Laws laws) {
        SortedMap<String, Object> content = new TreeMap<>();
        content.put("runId", record.runId().value());
        content.put("inputs", record.inputs());
        content.put("facts", record.facts());
        content.put("tables", tables);
        content.put("files", fileDigests);
        content.put("laws", laws.list());
        return content;
    }
}
