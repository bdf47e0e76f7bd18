package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * What a drop's folder and manifest say before any payload is read.
 *
 * @param manifest empty while the drop is pending or when the manifest cannot be used
 * @param pending whether the manifest is not there yet
 * @param digest SHA-256 of the manifest's bytes; empty where it was not read
 * @param problems everything wrong with manifest, names, lists and sizes
 * @param stamps the regular files beside the manifest, in byte order of their names
 */
record DropInspection(
        DropFolder folder,
        Optional<Manifest> manifest,
        boolean pending,
        String digest,
        List<Problem> problems,
        List<KeptDrop.Stamp> stamps) {
    private static final int MOST_UNLISTED = 20;

    DropInspection {
        requireNonNull(folder, "folder");
        requireNonNull(manifest, "manifest");
        requireNonNull(digest, "digest");
        problems = List.copyOf(problems);
        stamps = List.copyOf(stamps);
    }

    static DropInspection of(FileStore store, DropFolder folder) throws IOException {
        Path path = new Path(folder.path());
        Map<String, FileStore.Entry> present = new HashMap<>();
        try {
            store.list(path).forEach(entry -> present.put(entry.name(), entry));
        } catch (IOException e) {
            UnreadableDelivery unreadable = UnreadableDelivery.of(e, folder.place());
            return unreadable.isGone()
                    ? pending(folder)
                    : new DropInspection(folder, Optional.empty(), false, "", List.of(unreadable.problem()), List.of());
        }
        FileStore.Entry manifestEntry = present.remove(DropFolder.MANIFEST);
        if (manifestEntry == null) {
            return pending(folder);
        }
        List<KeptDrop.Stamp> stamps = present.values().stream()
                .filter(entry -> entry.kind() == FileStore.Kind.REGULAR)
                .sorted(Comparator.comparing(FileStore.Entry::name))
                .map(entry -> new KeptDrop.Stamp(entry.name(), entry.bytes(), entry.modified()))
                .toList();
        Problems problems = new Problems();
        Place place = folder.place();
        Place manifestPlace = place.inFile(DropFolder.MANIFEST);
        Optional<Manifest> manifest = Optional.empty();
        String digest = "";
        if (manifestEntry.kind() != FileStore.Kind.REGULAR) {
            problems.add(ProblemCode.FILE_NOT_REGULAR, manifestPlace, "");
        } else if (manifestEntry.bytes() > ManifestReader.LARGEST_BYTES) {
            problems.add(ProblemCode.MANIFEST_UNREADABLE, manifestPlace, "It is too large.");
        } else {
            try (InputStream in = DeliveredBytes.open(store, new Path(path, DropFolder.MANIFEST), 0, manifestPlace)) {
                byte[] bytes = in.readNBytes(ManifestReader.LARGEST_BYTES);
                digest = DigestUtils.sha256Hex(bytes);
                manifest = ManifestReader.read(bytes, manifestPlace, problems);
            } catch (UnreadableDelivery e) {
                if (e.isGone()) {
                    return pending(folder);
                }
                problems.add(e.problem());
            }
        }
        manifest.ifPresent(read -> {
            checkNames(read, folder, problems);
            checkFiles(read, present, place, problems);
        });
        return new DropInspection(folder, manifest, false, digest, problems.list(), stamps);
    }

    /** A folder without a manifest is one that is still being written, also where it had one a moment before. */
    private static DropInspection pending(DropFolder folder) {
        return new DropInspection(folder, Optional.empty(), true, "", List.of(), List.of());
    }

    /** This drop, of which a file could not be read after all. */
    DropInspection refused(Problem unreadable) {
        return new DropInspection(folder, manifest, pending, digest, List.of(unreadable), stamps);
    }

    private static void checkNames(Manifest manifest, DropFolder folder, Problems problems) {
        Place place = folder.place().inFile(DropFolder.MANIFEST);
        if (!manifest.payer().equals(folder.payer())) {
            problems.add(ProblemCode.WRONG_PAYER, place.atField("payer"), "");
        }
        if (!manifest.drop().equals(folder.drop())) {
            problems.add(ProblemCode.WRONG_DROP_ID, place.atField("drop"), "");
        }
        if (manifest.supersedes().contains(manifest.drop())) {
            problems.add(ProblemCode.MANIFEST_FIELD, place.atField("supersedes"), "A drop cannot withdraw itself.");
        }
    }

    /** Both ways: every listed file is there, and nothing else is. */
    private static void checkFiles(
            Manifest manifest, Map<String, FileStore.Entry> present, Place place, Problems problems) {
        for (ManifestFile file : manifest.files()) {
            Place at = place.inFile(file.name());
            FileStore.Entry entry = present.remove(file.name());
            if (entry == null) {
                problems.add(ProblemCode.FILE_MISSING, at, "");
            } else if (entry.kind() != FileStore.Kind.REGULAR) {
                problems.add(ProblemCode.FILE_NOT_REGULAR, at, "");
            } else if (entry.bytes() != file.bytes()) {
                problems.add(ProblemCode.SIZE_OR_DIGEST_MISMATCH, at, "");
            }
        }
        addUnlisted(new TreeSet<>(present.keySet()), place, problems);
    }

    /** A name as the contract wants it is said; any other may be anything, so only its place among them is. */
    private static void addUnlisted(SortedSet<String> names, Place place, Problems problems) {
        int number = 0;
        for (String name : names) {
            number++;
            if (number > MOST_UNLISTED) {
                problems.add(
                        ProblemCode.FILE_UNLISTED, place, "So are " + (names.size() - MOST_UNLISTED) + " more files.");
                return;
            }
            boolean allowed = name.matches(ManifestReader.FILE_NAME);
            problems.add(
                    ProblemCode.FILE_UNLISTED,
                    allowed ? place.inFile(name) : place,
                    allowed
                            ? ""
                            : "Its name is not allowed either; it is number " + number + " of " + names.size()
                                    + " unlisted ones by name.");
        }
    }

    /** Whether payload may be read. */
    boolean isSound() {
        return manifest.isPresent() && problems.isEmpty();
    }

    /** What became of a drop that is not read. */
    DropOutcome outcome() {
        return new DropOutcome(
                folder.payer(),
                folder.drop(),
                pending ? DropState.PENDING : DropState.REJECTED,
                digest,
                problems,
                List.of());
    }
}
