package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.mcpstrata.store.RecordCodec;

/**
 * Writes the evaluated people of one task for the next night. An entry is the person, its members as {@link MemberSets} has
 * them, where its rows lie, and the result, whose length comes first so that it can be passed over. Results stand alone, so that
 * those that an earlier night kept are copied.
 */
final class PeopleWriter {
    private static final int BUFFER = 1 << 16;
    private static final int FAST = 1;

    private final MemberSets members;
    private final int part;
    private final String name;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private final RecordCodec<PersonResult> codec = new RecordCodec<>(PersonResult.class);
    private final DataOutputStream file;

    /**
     * Opens a file for the task that runs now.
     *
     * @param folder of this run alone
     */
    PeopleWriter(String folder, MemberSets members, Configuration conf) {
        this.members = requireNonNull(members, "members");
        TaskContext task = TaskContext.get();
        this.part = task.partitionId();
        this.name = "part-" + part + "-attempt-" + task.taskAttemptId();
        Path path = new Path(folder, name);
        try {
            this.file = new DataOutputStream(new BufferedOutputStream(
                    new ZstdOutputStream(
                            new DigestOutputStream(path.getFileSystem(conf).create(path, false), digest), FAST),
                    BUFFER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A task that is stopped half-way still closes its file.
        task.addTaskCompletionListener((TaskCompletionListener) context -> close());
    }

    void add(EvaluatedPerson evaluated) {
        PersonResult person = evaluated.result();
        String personId = person.verdicts().person().personId();
        byte[] entry = evaluated.kept() == null ? codec.encode(person) : evaluated.kept();
        try {
            file.writeLong(PersonSet.number(personId));
            file.writeLong(members.of(personId));
            file.writeInt(person.sources().size());
            for (String source : person.sources()) {
                file.writeUTF(source);
            }
            file.writeInt(entry.length);
            file.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the file. */
    StoredPeople finish() {
        close();
        return new StoredPeople(part, name, HexFormat.of().formatHex(digest.digest()));
    }

    private void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
