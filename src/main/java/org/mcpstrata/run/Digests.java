package org.mcpstrata.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.mcpstrata.document.DefinitionFolder;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** SHA-256 of what a run was given: the definitions and configuration that make its id. */
final class Digests {
    private Digests() {}

    /**
     * Digest over the names and bytes of all files of a folder, in byte order of their relative names. Files that
     * {@link DefinitionFolder} passes over are read by nobody and count for nothing.
     *
     * @param place what gave the folder
     * @throws ProblemException where it cannot be read, or holds no file: all such folders would have one digest
     */
    static String folder(Path folder, Place place) {
        return folder(folder, place, Set.of());
    }

    /** @param except relative names of files that do not count */
    static String folder(Path folder, Place place, Set<String> except) {
        try {
            List<Path> files = DefinitionFolder.files(folder, Integer.MAX_VALUE).stream()
                    .filter(file -> !except.contains(name(folder, file)))
                    .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
                    .toList();
            if (files.isEmpty()) {
                throw new ProblemException(ProblemCode.BAD_OPTION, place, "The folder holds no file.");
            }
            MessageDigest digest = DigestUtils.getSha256Digest();
            for (Path file : files) {
                digest.update((name(folder, file) + '\n' + file(file) + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, place, "The folder cannot be read.");
        }
    }

    /** Digest over the names and bytes of the given files, in the order given. */
    static String files(List<Path> files) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        files.forEach(file ->
                digest.update((file.getFileName() + "\n" + file(file) + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static String text(String text) {
        return DigestUtils.sha256Hex(text);
    }

    static String file(Path file) {
        try {
            return DigestUtils.sha256Hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
