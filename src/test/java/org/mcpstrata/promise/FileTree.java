package org.mcpstrata.promise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files below a folder by their relative names, which is how two output folders are compared. */
final class FileTree {
    private FileTree() {}

    /** Relative name to SHA-256; empty where there is no such folder. */
    static SortedMap<String, String> digests(Path folder) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Path file : files(folder)) {
            digests.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
        }
        return digests;
    }

    /** Relative name to digest and time of last modification. */
    static SortedMap<String, String> digestsAndTimes(Path folder) throws IOException {
        SortedMap<String, String> facts = digests(folder);
        for (Path file : files(folder)) {
            String time = Files.getLastModifiedTime(file).toString();
            facts.computeIfPresent(folder.relativize(file).toString(), (name, digest) -> digest + " " + time);
        }
        return facts;
    }

    /** Regular files below a folder in order of their names; none where there is no such folder. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Copies a folder; its folders and files are created in the given order of their names. */
    static void copy(Path from, Path to, Comparator<Path> order) throws IOException {
        Files.createDirectories(to);
        List<Path> entries;
        try (Stream<Path> list = Files.list(from)) {
            entries = list.sorted(order).toList();
        }
        for (Path entry : entries) {
            Path target = to.resolve(entry.getFileName().toString());
            if (Files.isDirectory(entry)) {
                copy(entry, target, order);
            } else {
                Files.copy(entry, target);
            }
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Digests of what a run leaves, without clock times: of run logs and of what is kept for the next night nothing, of
     * the drop ledger the names alone.
     */
    static SortedMap<String, String> timelessDigests(Path out) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>(digests(out));
        digests.keySet()
                .removeIf(name -> name.startsWith("run-logs/")
                        || name.startsWith("state/people/")
                        || name.startsWith("state/intake/"));
        digests.replaceAll((name, digest) -> name.startsWith("state/drop-ledger/") ? "" : digest);
        return digests;
    }
}
