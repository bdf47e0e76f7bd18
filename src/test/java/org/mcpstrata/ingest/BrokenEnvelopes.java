package org.mcpstrata.ingest;

import static org.mcpstrata.ingest.BrokenDrop.accepted;
import static org.mcpstrata.ingest.BrokenDrop.attributions;
import static org.mcpstrata.ingest.BrokenDrop.joined;
import static org.mcpstrata.ingest.BrokenDrop.pending;
import static org.mcpstrata.ingest.BrokenDrop.rejected;
import static org.mcpstrata.ingest.BrokenDrop.sound;
import static org.mcpstrata.ingest.BrokenDrop.zip;
import static org.mcpstrata.ingest.DropDraft.bytes;
import static org.mcpstrata.ingest.DropDraft.gzip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mcpstrata.problem.ProblemCode;

/** Defects of what is around the records: folder, manifest, names, sizes, compression. */
public final class BrokenEnvelopes {
    public static final String MEMBER = "P.A9999.ACO.ZC9Y26.D260215.T0600001";
    private static final byte[] CROSSWALK = bytes("M1S00E00AA111S00E00AA002020-01-019999-12-31            \n");

    private BrokenEnvelopes() {}

    public static List<BrokenDrop> all() {
        List<BrokenDrop> all = new ArrayList<>();
        all.addAll(manifests());
        all.addAll(fileLists());
        all.addAll(names());
        all.addAll(compression());
        all.addAll(archives());
        return all;
    }

    public static List<BrokenDrop> manifests() {
        return List.of(
                pending("no-manifest", BrokenDrop::sound),
                rejected("payer-in-manifest", ProblemCode.WRONG_PAYER, "manifest.json, payer", draft -> sound(draft)
                        .set(root -> root.put("payer", "other"))),
                rejected("drop-in-manifest", ProblemCode.WRONG_DROP_ID, "manifest.json, drop", draft -> sound(draft)
                        .set(root -> root.put("drop", "other"))),
                rejected("unknown-manifest-field", ProblemCode.MANIFEST_FIELD, "manifest.json", draft -> sound(draft)
                        .set(root -> root.put("note", "x"))),
                rejected(
                        "negative-count",
                        ProblemCode.MANIFEST_FIELD,
                        "manifest.json, files[0].records",
                        file(entry -> entry.put("records", -1))),
                rejected(
                        "huge-count",
                        ProblemCode.MANIFEST_FIELD,
                        "manifest.json, files[0].records",
                        file(entry -> entry.putRawValue("records", new RawValue("1e400")))),
                rejected("no-such-day", ProblemCode.MANIFEST_FIELD, "manifest.json, createdAt", draft -> sound(draft)
                        .set(root -> root.put("createdAt", "2025-02-29T00:00:00Z"))),
                rejected(
                        "file-listed-twice", ProblemCode.MANIFEST_FIELD, "manifest.json, files[1].name", draft -> sound(
                                        draft)
                                .csv("A.csv", "attribution", attributions(1), 1)),
                unreadable("manifest-repeats-a-key", bytes("{\"payer\":\"a\",\"payer\":\"b\"}")),
                unreadable("manifest-too-deep", bytes("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")),
                unreadable("manifest-of-two-objects", bytes("{} {}")),
                unreadable("manifest-empty", new byte[0]),
                unreadable("manifest-no-object", bytes("[]")),
                unreadable("manifest-cut", bytes("{\"manifestVersion\": 1, \"payer\": \"manif")),
                unreadable("manifest-too-large", new byte[ManifestReader.LARGEST_BYTES + 1]),
                unreadable("manifest-utf-16", manifest("manifest-utf-16").getBytes(StandardCharsets.UTF_16)),
                unreadable("manifest-latin-1", "{\"payer\": \"Pe\u00f1a\"}".getBytes(StandardCharsets.ISO_8859_1)),
                accepted(
                        "manifest-with-mark",
                        0,
                        draft -> draft.write("manifest.json", bytes("\uFEFF" + manifest("manifest-with-mark")))));
    }

    public static List<BrokenDrop> fileLists() {
        return List.of(
                rejected("missing-file", ProblemCode.FILE_MISSING, "a.csv", draft -> {
                    sound(draft);
                    return delete(draft, "a.csv");
                }),
                rejected("unlisted-file", ProblemCode.FILE_UNLISTED, "b.csv", draft -> sound(draft)
                        .write("b.csv", bytes("x"))),
                rejected("unlisted-hidden-file", ProblemCode.FILE_UNLISTED, "", draft -> sound(draft)
                        .write(".b.csv", bytes("x"))),
                rejected("unlisted-folder", ProblemCode.FILE_UNLISTED, "b", draft -> {
                    sound(draft);
                    new DropDraft(draft.folder(), "b", "c");
                    return draft;
                }),
                rejected(
                        "wrong-hash",
                        ProblemCode.SIZE_OR_DIGEST_MISMATCH,
                        "a.csv",
                        file(entry -> entry.put("sha256", "0".repeat(64)))),
                rejected(
                        "wrong-size",
                        ProblemCode.SIZE_OR_DIGEST_MISMATCH,
                        "a.csv",
                        file(entry -> entry.put("bytes", 1))),
                rejected("other-bytes-of-that-size", ProblemCode.SIZE_OR_DIGEST_MISMATCH, "a.csv", draft -> sound(draft)
                        .write("a.csv", bytes(attributions(3).replace('1', '2')))),
                rejected(
                        "count-too-low",
                        ProblemCode.RECORD_COUNT_MISMATCH,
                        "a.csv",
                        file(entry -> entry.put("records", 2))),
                rejected(
                        "count-too-high",
                        ProblemCode.RECORD_COUNT_MISMATCH,
                        "a.csv",
                        file(entry -> entry.put("records", 4))),
                rejected(
                        "count-zero",
                        ProblemCode.RECORD_COUNT_MISMATCH,
                        "a.csv",
                        file(entry -> entry.put("records", 0))),
                rejected("link", ProblemCode.FILE_NOT_REGULAR, "a.csv", draft -> {
                    sound(draft);
                    return link(draft);
                }),
                rejected("pipe", ProblemCode.FILE_NOT_REGULAR, "a.csv", draft -> {
                    sound(draft);
                    return pipe(delete(draft, "a.csv"), "a.csv");
                }),
                rejected("unlisted-pipe", ProblemCode.FILE_UNLISTED, "b.csv", draft -> pipe(sound(draft), "b.csv")),
                rejected(
                        "manifest-is-a-pipe",
                        ProblemCode.FILE_NOT_REGULAR,
                        "manifest.json",
                        draft -> pipe(sound(draft), "manifest.json")));
    }

    public static List<BrokenDrop> names() {
        String[] hostile = {
            "../x.csv",
            "/etc/passwd",
            "a/b.csv",
            "_x.csv",
            ".x.csv",
            "c[12].csv",
            "{a,b}.csv",
            "a b.csv",
            "%2e",
            "..",
            "a\u0000b",
            "manifest.json",
            "\u202ecsv.a",
            "e\u0301.csv",
            "x".repeat(300),
            "a*",
            "a:b",
            "a\\b"
        };
        List<BrokenDrop> drops = new ArrayList<>();
        for (int i = 0; i < hostile.length; i++) {
            String name = hostile[i];
            drops.add(rejected(
                    "name-" + i,
                    ProblemCode.FILE_NAME,
                    "manifest.json, files[0].name",
                    file(entry -> entry.put("name", name))));
        }
        return drops;
    }

    public static List<BrokenDrop> compression() {
        byte[] good = gzip(bytes(attributions(3)));
        byte[] checksum = good.clone();
        checksum[good.length - 6] ^= 1;
        return List.of(
                gzipped("gzip-cut", ProblemCode.COMPRESSION_BROKEN, Arrays.copyOf(good, good.length / 2)),
                gzipped("gzip-without-trailer", ProblemCode.COMPRESSION_BROKEN, Arrays.copyOf(good, good.length - 3)),
                gzipped(
                        "gzip-with-rubbish-behind",
                        ProblemCode.COMPRESSION_BROKEN,
                        Arrays.copyOf(good, good.length + 1)),
                gzipped("gzip-of-two-members", ProblemCode.COMPRESSION_BROKEN, joined(good, good)),
                gzipped("gzip-with-wrong-checksum", ProblemCode.COMPRESSION_BROKEN, checksum),
                gzipped("plain-called-gzip", ProblemCode.COMPRESSION_BROKEN, bytes(attributions(3))),
                gzipped("empty-gzip", ProblemCode.COMPRESSION_BROKEN, new byte[0]),
                gzipped("gzip-bomb", ProblemCode.ARCHIVE_REFUSED, gzip(new byte[20 << 20])),
                rejected(
                        "gzip-called-plain",
                        ProblemCode.ENCODING,
                        "a.csv, line 1, byte 1",
                        draft -> draft.file("a.csv", "attribution", "canonical-csv", good, 3)));
    }

    public static List<BrokenDrop> archives() {
        return List.of(
                archive("archive-in-archive", ProblemCode.ARCHIVE_REFUSED, zip("x.zip", zip(MEMBER, CROSSWALK))),
                archive("archive-in-disguise", ProblemCode.ARCHIVE_REFUSED, zip(MEMBER, gzip(CROSSWALK))),
                archive("archive-path-up", ProblemCode.ARCHIVE_REFUSED, zip("../" + MEMBER, CROSSWALK)),
                archive("archive-path-absolute", ProblemCode.ARCHIVE_REFUSED, zip("/" + MEMBER, CROSSWALK)),
                archive("archive-bomb", ProblemCode.ARCHIVE_REFUSED, zip(MEMBER, new byte[30 << 20])),
                archive("archive-cut", ProblemCode.COMPRESSION_BROKEN, Arrays.copyOf(zip(MEMBER, CROSSWALK), 80)),
                archive(
                        "archive-cut-in-a-name",
                        ProblemCode.COMPRESSION_BROKEN,
                        Arrays.copyOf(zip(MEMBER, CROSSWALK), 40)),
                archive(
                        "archive-cut-at-once",
                        ProblemCode.COMPRESSION_BROKEN,
                        Arrays.copyOf(zip(MEMBER, CROSSWALK), 9)),
                archive("archive-of-unknown-files", ProblemCode.FILE_TYPE, zip("readme.txt", CROSSWALK)),
                archive("archive-without-members", ProblemCode.COMPRESSION_BROKEN, bytes("no archive at all")));
    }

    /** The sound drop with another entry for its file. */
    private static UnaryOperator<DropDraft> file(Consumer<ObjectNode> change) {
        return draft -> sound(draft)
                .set(root -> change.accept((ObjectNode) root.withArray("files").get(0)));
    }

    private static BrokenDrop unreadable(String name, byte[] manifest) {
        return rejected(
                name,
                ProblemCode.MANIFEST_UNREADABLE,
                "manifest.json",
                draft -> draft.write("manifest.json", manifest));
    }

    /** A manifest of a drop without files. */
    private static String manifest(String payer) {
        return "{\"manifestVersion\":1,\"payer\":\"" + payer + "\",\"lineOfBusiness\":\"NONE\",\"drop\":\"d1\","
                + "\"createdAt\":\"2026-01-15T12:04:05Z\",\"mode\":\"full\","
                + "\"period\":{\"start\":\"2025-01-01\",\"end\":\"2025-12-31\"},\"files\":[]}";
    }

    private static BrokenDrop gzipped(String name, ProblemCode code, byte[] content) {
        return rejected(
                name, code, "a.csv.gz", draft -> draft.file("a.csv.gz", "attribution", "canonical-csv", content, 3));
    }

    private static BrokenDrop archive(String name, ProblemCode code, byte[] content) {
        return rejected(
                name,
                code,
                "P.A9999.ACO.ZCY26.zip",
                draft -> draft.file(
                        "P.A9999.ACO.ZCY26.zip",
                        "cclf-archive",
                        "cclf",
                        content,
                        1,
                        entry -> entry.put("compression", "zip")));
    }

    private static DropDraft delete(DropDraft draft, String name) {
        try {
            Files.delete(draft.folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return draft;
    }

    /** Moves the file away and puts a link to it in its place. */
    private static DropDraft link(DropDraft draft) {
        Path file = draft.folder().resolve("a.csv");
        Path elsewhere = draft.folder().resolveSibling(".elsewhere.csv");
        try {
            Files.move(file, elsewhere);
            Files.createSymbolicLink(file, elsewhere);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return draft;
    }

    private static DropDraft pipe(DropDraft draft, String name) {
        try {
            int made = new ProcessBuilder("mkfifo", draft.folder().resolve(name).toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (made != 0) {
                throw new IllegalStateException("mkfifo failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
        return draft;
    }
}
