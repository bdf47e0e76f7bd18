package org.mcpstrata.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** A drop under construction: real files with a manifest that tells the truth, until a test makes it lie. */
public final class DropDraft {
    public static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"1960-02-29\"}\n";
    public static final String ATTRIBUTION_HEADER =
            "member_id,practice_id,practice_name,tin,npi,state,track,participant_type,start_date,end_date\n";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final ObjectNode manifest = JSON.createObjectNode();

    public DropDraft(Path landing, String payer, String drop) {
        this.folder = landing.resolve(payer).resolve(drop);
        manifest.put("manifestVersion", 1)
                .put("payer", payer)
                .put("lineOfBusiness", "COMMERCIAL")
                .put("drop", drop)
                .put("createdAt", "2026-01-15T12:04:05Z")
                .put("mode", "incremental");
        manifest.putObject("period").put("start", "2023-01-01").put("end", "2025-12-31");
        manifest.putArray("files");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String attribution(int member) {
        return "m" + member + ",P1,\"First, Practice\",,,NY,1,STANDARD,2025-01-01,2025-12-31\n";
    }

    public Path folder() {
        return folder;
    }

    public DropDraft set(Consumer<ObjectNode> change) {
        change.accept(manifest);
        return this;
    }

    public DropDraft createdAt(String instant) {
        return set(root -> root.put("createdAt", instant));
    }

    public DropDraft mode(String mode) {
        return set(root -> root.put("mode", mode));
    }

    public DropDraft csv(String name, String type, String text, long records) {
        return file(name, type, "canonical-csv", bytes(text), records);
    }

    public DropDraft fhir(String name, String type, String text) {
        return file(name, type, "fhir-ndjson", bytes(text), text.lines().count());
    }

    public DropDraft file(String name, String type, String format, byte[] content, long records) {
        return file(name, type, format, content, records, entry -> {});
    }

    public DropDraft file(
            String name, String type, String format, byte[] content, long records, Consumer<ObjectNode> change) {
        write(name, content);
        ObjectNode entry = manifest.withArray("files").addObject();
        entry.put("name", name)
                .put("type", type)
                .put("format", format)
                .put("compression", name.endsWith(".gz") ? "gzip" : "none")
                .put("bytes", content.length)
                .put("sha256", sha256(content))
                .put("records", records);
        change.accept(entry);
        return this;
    }

    /** Lists a file that lies in the folder already, however large it is. */
    public DropDraft existing(String name, String type, String format, long records) {
        return existing(name, type, format, records, entry -> {});
    }

    DropDraft existing(String name, String type, String format, long records, Consumer<ObjectNode> change) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(folder.resolve(name)), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            ObjectNode entry = manifest.withArray("files").addObject();
            entry.put("name", name)
                    .put("type", type)
                    .put("format", format)
                    .put("compression", "none")
                    .put("bytes", Files.size(folder.resolve(name)))
                    .put("sha256", HexFormat.of().formatHex(digest.digest()))
                    .put("records", records);
            change.accept(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Writes a file the manifest does not know, or other bytes than it knows. */
    public DropDraft write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes the manifest, last, as a payer does. */
    public void send() {
        write("manifest.json", bytes(manifest.toString()));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
