package org.mcpstrata.run;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.store.RecordCodec;

/** Reads a file of {@link PeopleWriter}, person after person in order of their ids. */
final class PeopleReader implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final DataInputStream file;
    private final RecordCodec<PersonResult> codec = new RecordCodec<>(PersonResult.class);
    private int length;

    PeopleReader(Path path, Configuration conf) throws IOException {
        this.file = new DataInputStream(new BufferedInputStream(
                new ZstdInputStream(path.getFileSystem(conf).open(path)), BUFFER));
    }

    /**
     * What an entry says before its result.
     *
     * @param person number of the person id
     * @param members sum of its members
     */
    record Head(long person, long members, List<String> sources) {}

    /** The next person; its result must be read or passed over before the one after it. */
    Optional<Head> next() throws IOException {
        long person;
        try {
            person = file.readLong();
        } catch (EOFException end) {
            return Optional.empty();
        }
        long members = file.readLong();
        int count = file.readInt();
        List<String> sources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sources.add(file.readUTF());
        }
        length = file.readInt();
        return Optional.of(new Head(person, members, sources));
    }

    /** The person's result, with the bytes that say it. */
    EvaluatedPerson result() throws IOException {
        byte[] entry = file.readNBytes(length);
        if (entry.length != length) {
            throw new EOFException("a file of people ends inside a person");
        }
        return new EvaluatedPerson(codec.decode(entry), entry);
    }

    void passOver() throws IOException {
        file.skipNBytes(length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
