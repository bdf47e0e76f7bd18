package org.mcpstrata.run.release;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import org.mcpstrata.run.DefinitionFiles;

/**
 * What one release was asked for.
 *
 * @param runId a committed run, or empty for the one that readers see
 * @param files the definition files that the run was made with
 * @param policy the protection policy, or empty for the one in the measures folder
 * @param saltFile file with the secret salt; empty uses the published sample salt, and release.json says so
 */
public record ReleaseOptions(
        String out, Optional<String> runId, DefinitionFiles files, Optional<Path> policy, Optional<Path> saltFile) {
    public ReleaseOptions {
        requireNonNull(out, "out");
        requireNonNull(runId, "runId");
        requireNonNull(files, "files");
        requireNonNull(policy, "policy");
        requireNonNull(saltFile, "saltFile");
    }
}
