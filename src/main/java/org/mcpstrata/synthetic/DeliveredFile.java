package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** A file of a drop while it is written line by line; it keeps count of what its manifest entry must say. */
final class DeliveredFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int WIDEST_CHARACTER = 2;

    private final FileForm form;
    private final Path path;
    private final MessageDigest digest;
    private final OutputStream out;
    private final boolean latin;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private long records;
    private long paidCents;

    private DeliveredFile(FileForm form, Path path) throws IOException {
        this.form = requireNonNull(form, "form");
        this.path = requireNonNull(path, "path");
        this.latin = form.encoding().equals(StandardCharsets.ISO_8859_1);
        this.digest = DigestUtils.getSha256Digest();
        OutputStream file = new DigestOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), digest);
        this.out = form.compression() == FileForm.Compression.GZIP ? new PortableGzip(file) : file;
    }

    static DeliveredFile create(Path folder, FileForm form) throws IOException {
        return new DeliveredFile(form, folder.resolve(form.name()));
    }

    /** Writes a line that is no data record: a header, an HD or a TR. */
    void frame(CharSequence line) throws IOException {
        append(line);
    }

    /** Writes a data record without money. */
    void record(CharSequence line) throws IOException {
        append(line);
        records++;
    }

    /** Writes a data record and adds its paid amount, in cents as delivered, to the control total. */
    void record(CharSequence line, long cents) throws IOException {
        record(line);
        paidCents += cents;
    }

    long records() {
        return records;
    }

    FileForm form() {
        return form;
    }

    private void append(CharSequence line) throws IOException {
        int needed = line.length() * WIDEST_CHARACTER + 1;
        if (filled + needed > buffer.length) {
            flush();
            if (needed > buffer.length) {
                buffer = new byte[needed];
            }
        }
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter > 0xFF) {
                throw new IllegalStateException("only Latin letters are written");
            }
            if (letter < 0x80 || latin) {
                buffer[filled++] = (byte) letter;
            } else {
                buffer[filled++] = (byte) (0xC0 | letter >> 6);
                buffer[filled++] = (byte) (0x80 | letter & 0x3F);
            }
        }
        buffer[filled++] = '\n';
    }

    private void flush() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }

    /** Finishes the file and returns its manifest entry as JSON. */
    String close() throws IOException {
        flush();
        out.close();
        String totals = form.totals()
                ? ", \"controlTotals\": { \"paidAmount\": \"" + BigDecimal.valueOf(paidCents, 2) + "\" }"
                : "";
        return "    { \"name\": \"" + form.name() + "\", \"type\": \"" + form.type() + "\", \"format\": \""
                + form.format() + "\", \"layoutVersion\": \"" + form.layoutVersion() + "\",\n      \"compression\": \""
                + (form.compression() == FileForm.Compression.GZIP ? "gzip" : "none") + "\", \"encoding\": \""
                + form.encoding().name() + "\", \"bytes\": " + Files.size(path) + ",\n      \"sha256\": \""
                + HexFormat.of().formatHex(digest.digest()) + "\", \"records\": " + records + totals + " }";
    }
}
