package org.mcpstrata.measure.read;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where measure definitions are read from.
 *
 * @param base a complete measures folder: measures, shared libraries, value sets, stratifiers, programs
 * @param local a folder with further measures, which may use the libraries and value sets of the base folder; or empty
 */
public record MeasureFolders(Path base, Optional<Path> local) {
    private static final String VALUE_SETS = "value-sets";

    public MeasureFolders {
        requireNonNull(base, "base");
        requireNonNull(local, "local");
    }

    /** The folders with value-set files; a local folder need not have one. */
    public List<Path> valueSets() {
        List<Path> folders = new ArrayList<>();
        folders.add(base.resolve(VALUE_SETS));
        local.map(folder -> folder.resolve(VALUE_SETS))
                .filter(Files::isDirectory)
                .ifPresent(folders::add);
        return folders;
    }

    public static MeasureFolders of(Path base) {
        return new MeasureFolders(base, Optional.empty());
    }
}
