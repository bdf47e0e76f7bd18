package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

/**
 * Writes the manifest of a drop from the files that lie in its folder, for a sender that has none: their types by name or
 * first record, their sizes, digests and numbers of records. Control totals are left to the sender's own books, since a
 * total taken from the file itself would prove nothing.
 */
public final class ManifestDraft {
    private final FileStore store;
    private final Path folder;
    private final DropFolder drop;
    private final Map<String, String> types;
    private final Problems problems = new Problems();

    private ManifestDraft(Path folder, Map<String, String> types, Supplier<Configuration> conf) {
        this.store = new FileStore(requireNonNull(conf, "conf"));
        this.folder = requireNonNull(folder, "folder");
        this.drop = new DropFolder(folder.getParent().getName(), folder.getName(), folder.toString());
        this.types = new TreeMap<>(types);
    }

    /**
     * What a manifest says of the whole drop.
     *
     * @param mode full, incremental or replace
     * @param supersedes drops of the same payer that this one withdraws
     */
    public record Heading(
            LineOfBusiness lineOfBusiness,
            Instant createdAt,
            String mode,
            LocalDate start,
            LocalDate end,
            SortedSet<String> supersedes) {
        public Heading {
            requireNonNull(lineOfBusiness, "lineOfBusiness");
            requireNonNull(createdAt, "createdAt");
            requireNonNull(mode, "mode");
            requireNonNull(start, "start");
            requireNonNull(end, "end");
            supersedes = Collections.unmodifiableSortedSet(new TreeSet<>(supersedes));
        }
    }

    /**
     * Writes {@code manifest.json} into the folder of a drop, last and as a whole.
     *
     * @param given folder of the drop; its name and its parent's are the ids
     * @param types {@code format/type} of files whose name does not say it, by name
     * @return records by file, in order of the names
     * @throws ProblemException with everything that keeps the manifest from being written
     */
    public static Map<String, Long> write(
            Path given, Heading heading, Map<String, String> types, Supplier<Configuration> conf) {
        try {
            return new ManifestDraft(new Path(given.toString()), types, conf).write(heading);
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("DROP"), "The folder cannot be read.");
        }
    }

    private Map<String, Long> write(Heading heading) throws IOException {
        if (!store.exists(folder)) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("DROP"), "The folder does not exist.");
        }
        if (store.exists(new Path(folder, DropFolder.MANIFEST))) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of("DROP"),
                    "It has a manifest already; remove it to have a new one.");
        }
        List<ManifestFile> files = new ArrayList<>();
        for (FileStore.Entry entry : store.list(folder)) {
            if (entry.kind() == FileStore.Kind.REGULAR && entry.name().matches(ManifestReader.FILE_NAME)) {
                file(entry, files);
            } else {
                problems.add(
                        entry.kind() == FileStore.Kind.REGULAR ? ProblemCode.FILE_NAME : ProblemCode.FILE_NOT_REGULAR,
                        drop.place(),
                        "");
            }
        }
        types.keySet().stream()
                .filter(name -> files.stream().noneMatch(file -> file.name().equals(name)))
                .forEach(name -> problems.add(ProblemCode.BAD_OPTION, Place.of("--type"), "No file has that name."));
        for (String withdrawn : heading.supersedes()) {
            if (!withdrawn.matches(Landing.DROP_NAME) || withdrawn.equals(drop.drop())) {
                problems.add(ProblemCode.BAD_OPTION, Place.of("--supersedes"), "It is not the id of another drop.");
            }
        }
        if (files.isEmpty()) {
            problems.add(ProblemCode.FILE_MISSING, drop.place(), "The folder is empty.");
        }
        problems.throwIfAny();
        store.write(new Path(folder, DropFolder.MANIFEST), json(heading, files));
        Map<String, Long> records = new TreeMap<>();
        files.forEach(file -> records.put(file.name(), file.records()));
        return records;
    }

    private void file(FileStore.Entry entry, List<ManifestFile> files) throws IOException {
        Place at = drop.place().inFile(entry.name());
        Path path = new Path(folder, entry.name());
        FileKind kind = FileKind.of(
                        entry.name(), types.getOrDefault(entry.name(), ""), () -> firstLine(path, entry.name()))
                .orElse(null);
        if (kind == null) {
            problems.add(
                    ProblemCode.FILE_TYPE,
                    at,
                    "Neither its name nor its first record says what it is; name it as the contract does, or give --type.");
            return;
        }
        String sha256;
        try (InputStream in = store.open(path, 0)) {
            sha256 = DigestUtils.sha256Hex(in);
        }
        ManifestFile unread = new ManifestFile(
                entry.name(),
                kind.type(),
                kind.format(),
                "",
                kind.compression(),
                kind.format().usualEncoding(),
                entry.bytes(),
                sha256,
                0,
                null);
        FileSurvey survey = FileSurvey.of(store, path, unread, drop.place());
        problems.addAll(survey.problems());
        long records = 0;
        for (Section section : survey.sections()) {
            records += RecordCount.of(store, path, unread, section, survey.amounts(), drop.place(), problems);
        }
        files.add(unread.withRecords(records));
    }

    private byte[] firstLine(Path path, String name) {
        try (InputStream in = store.open(path, 0)) {
            InputStream plain = name.endsWith(".gz") ? new StrictGzip(in) : in;
            return plain.readNBytes(LineRules.LONGEST_LINE);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private byte[] json(Heading heading, List<ManifestFile> files) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode()
                .put("manifestVersion", 1)
                .put("payer", drop.payer())
                .put("lineOfBusiness", heading.lineOfBusiness().name())
                .put("drop", drop.drop())
                .put("createdAt", heading.createdAt().toString())
                .put("mode", heading.mode());
        root.putObject("period")
                .put("start", heading.start().toString())
                .put("end", heading.end().toString());
        ArrayNode withdrawn = root.putArray("supersedes");
        heading.supersedes().forEach(withdrawn::add);
        ArrayNode list = root.putArray("files");
        for (ManifestFile file : files) {
            list.addObject()
                    .put("name", file.name())
                    .put("type", file.type())
                    .put("format", file.format().text())
                    .put("compression", file.compression().name().toLowerCase(Locale.ROOT))
                    .put("encoding", file.encoding().text())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256())
                    .put("records", file.records());
        }
        return (mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
