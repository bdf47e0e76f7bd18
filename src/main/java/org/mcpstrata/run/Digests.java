package org.mcpstrata.run;

import java.io.IOException;
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
        List<Path> files;
        try {
            files = DefinitionFolder.files(folder, Integer.MAX_VALUE).stream()
                    .filter(file -> !except.contains(name(folder, file)))
                    .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, place, "The folder cannot be read.");
        }
        if (files.isEmpty()) {
            throw new ProblemException(ProblemCode.BAD_OPTION, place, "The folder holds no file.");
        }
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Path file : files) {
            String name = name(folder, file);
            digest.update((name + '\n' + file(file, place.inFile(name)) + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Digest over the names and bytes of the given files, in the order given. */
    static String files(List<Path> files, Place place) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Path file : files) {
            String name = file.getFileName().toString();
            digest.update((name + '\n' + file(file, place.inFile(name)) + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String text(String text) {
        return DigestUtils.sha256Hex(text);
    }

    /** @param place what gave the file */
    static String file(Path file, Place place) {
        try {
            return DigestUtils.sha256Hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, place, "The file cannot be read.");
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
