package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.layout.ApcdFileType;
import org.mcpstrata.layout.ApcdFrame;
import org.mcpstrata.layout.CclfFileName;

/** What a file is, as its name or its first record says. */
record FileKind(FileFormat format, String type, Compression compression) {
    private static final Pattern CSV = Pattern.compile("([a-z_]+)(?:[.-].*)?\\.csv(?:\\.gz)?");
    private static final Pattern RIF = Pattern.compile("([a-z]+)(?:[_.-].*)?\\.(?:csv|rif|txt)(?:\\.gz)?");
    private static final Pattern PARQUET = Pattern.compile("([a-z_]+)(?:[.-].*)?\\.parquet");
    private static final Pattern NDJSON = Pattern.compile("([A-Z][A-Za-z]+)(?:[.-].*)?\\.ndjson(?:\\.gz)?");

    FileKind {
        requireNonNull(format, "format");
        requireNonNull(type, "type");
        requireNonNull(compression, "compression");
    }

    /**
     * The kind of a file.
     *
     * @param given {@code format/type}, or empty to find out
     * @param firstBytes asked for only where the name says nothing
     */
    static Optional<FileKind> of(String name, String given, Supplier<byte[]> firstBytes) {
        Compression packed = name.endsWith(".gz") ? Compression.GZIP : Compression.NONE;
        Optional<FileKind> found = given.isEmpty() ? byName(name, packed) : stated(given, packed);
        return found.or(() -> given.isEmpty() ? byHeader(firstBytes.get(), packed) : Optional.empty())
                .filter(kind -> kind.format().knowsType(kind.type()));
    }

    private static Optional<FileKind> stated(String given, Compression packed) {
        int slash = given.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String type = given.substring(slash + 1);
        return FileFormat.parse(given.substring(0, slash))
                .map(format -> new FileKind(format, type, type.endsWith("-archive") ? Compression.ZIP : packed));
    }

    private static Optional<FileKind> byName(String name, Compression packed) {
        return matched(RIF, name, FileFormat.RIF, packed)
                .or(() -> matched(CSV, name, FileFormat.CANONICAL_CSV, packed))
                .or(() -> matched(PARQUET, name, FileFormat.CANONICAL_PARQUET, packed))
                .or(() -> matched(NDJSON, name, FileFormat.FHIR_NDJSON, packed))
                .or(() -> CclfFileName.parse(name).map(cclf -> cclf.fileType()
                        .map(type -> new FileKind(FileFormat.CCLF, type, packed))
                        .orElse(new FileKind(FileFormat.CCLF, "cclf-archive", Compression.ZIP))));
    }

    private static Optional<FileKind> matched(Pattern form, String name, FileFormat format, Compression packed) {
        Matcher matcher = form.matcher(name);
        return matcher.matches() && format.knowsType(matcher.group(1))
                ? Optional.of(new FileKind(format, matcher.group(1), packed))
                : Optional.empty();
    }

    private static Optional<FileKind> byHeader(byte[] start, Compression packed) {
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        return ApcdFrame.parse(start, 0, end)
                .filter(frame -> frame instanceof ApcdFrame.Header)
                .map(frame -> ((ApcdFrame.Header) frame).fileType())
                .flatMap(ApcdFileType::ofHeader)
                .map(type -> new FileKind(FileFormat.APCD_CDL, type.manifestType(), packed));
    }
}
