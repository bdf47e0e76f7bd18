package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * Records of one kind below an output folder, {@code 000001.json} and so on: each replaces the one before and none is
 * ever changed. Of two writers of one number exactly one succeeds.
 *
 * @param <T> a record that Jackson reads and writes
 */
public final class NumberedRecords<T> {
    private final Path folder;
    private final Class<T> type;
    private final CommitFiles files;

    NumberedRecords(Path folder, Class<T> type, CommitFiles files) {
        this.folder = requireNonNull(folder, "folder");
        this.type = requireNonNull(type, "type");
        this.files = requireNonNull(files, "files");
    }

    /** The newest record, or empty before the first. */
    public Optional<T> newest() {
        try {
            List<String> names = names();
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.read(files.open(new Path(folder, names.get(names.size() - 1))), type));
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemCode.LAW_BROKEN, Place.of("--out").inFile(folder.getName()), "A record cannot be read.");
        }
    }

    /**
     * Adds a record.
     *
     * @param number one more than that of the newest
     * @param workplace where the record is written before it gets its name
     * @return false where another writer was first
     */
    public boolean add(int number, T value, Workplace workplace) {
        String name = Generation.fileName(number);
        Path finished = new Path(workplace.folder(), folder.getName() + '-' + name);
        try {
            files.delete(finished);
            files.write(finished, Json.write(value));
            files.createIfAbsent(finished, new Path(folder, name));
            files.delete(finished);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw ProblemException.ofFile(
                    ProblemCode.WRITE_FAILED, Place.of(folder.getName()).inFile(name), e);
        }
    }

    private List<String> names() throws IOException {
        return files.names(folder).stream()
                .filter(name -> name.endsWith(".json"))
                .toList();
    }
}
