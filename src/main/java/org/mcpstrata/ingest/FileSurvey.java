package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.layout.AmountForm;
import org.mcpstrata.layout.ApcdFileType;
import org.mcpstrata.layout.ApcdLayout;
import org.mcpstrata.layout.Coding;
import org.mcpstrata.layout.DropFacts;
import org.mcpstrata.layout.FhirLayout;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/**
 * What a first pass over the bytes of one delivered file found: whether they are the bytes the manifest speaks of, and
 * where the records are.
 *
 * @param sections in order; empty when there is a problem
 * @param medications codings by id, of a FHIR Medication file
 * @param amounts how an APCD file writes amounts, as far as its first telling record shows
 */
record FileSurvey(
        List<Section> sections, Map<String, List<Coding>> medications, AmountEvidence amounts, List<Problem> problems)
        implements Serializable {
    private static final long MARK_EVERY = 32L << 20;

    FileSurvey {
        sections = List.copyOf(sections);
        medications = Map.copyOf(medications);
        requireNonNull(amounts, "amounts");
        problems = List.copyOf(problems);
    }

    /** Reads the file once; a fault of the delivery is a problem in the answer, never an exception. */
    static FileSurvey of(FileStore store, Path path, ManifestFile file, Place place) throws IOException {
        Place at = requireNonNull(place, "place").inFile(file.name());
        try {
            return read(store, path, file, at);
        } catch (UnreadableDelivery e) {
            return refused(List.of(e.problem()));
        } catch (BrokenCompression e) {
            return refused(List.of(UnreadableDelivery.changed(at).problem()));
        }
    }

    private static FileSurvey read(FileStore store, Path path, ManifestFile file, Place at) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        List<Section> sections = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (CountedBytes raw = new CountedBytes(DeliveredBytes.open(store, path, 0, at));
                DigestInputStream digested = new DigestInputStream(raw, digest)) {
            try {
                if (file.format() != FileFormat.CANONICAL_PARQUET) {
                    readSections(digested, file, at, sections, problems);
                }
            } catch (BrokenCompression e) {
                problems.add(new Problem(e.code(), at, ""));
            }
            // Whatever the decompressor left belongs to the digest too.
            digested.transferTo(OutputStream.nullOutputStream());
            boolean same = HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
            if (raw.count() != file.bytes() || !same) {
                // A file that was cut or changed fails in many ways; this is the one that says why.
                return refused(List.of(new Problem(ProblemCode.SIZE_OR_DIGEST_MISMATCH, at, "")));
            }
        }
        if (file.format() == FileFormat.CANONICAL_PARQUET) {
            ParquetSection.of(store, path, file, at, problems).ifPresent(sections::add);
        }
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        return new FileSurvey(sections, medications(store, path, file, at), amounts(store, path, file, at), problems);
    }

    private static FileSurvey refused(List<Problem> problems) {
        return new FileSurvey(List.of(), Map.of(), AmountEvidence.NONE, problems);
    }

    /** Looks at records until one tells; whether the others agree is seen when they are read. */
    private static AmountEvidence amounts(FileStore store, Path path, ManifestFile file, Place at) throws IOException {
        Optional<ApcdFileType> type = ApcdFileType.ofManifest(file.type());
        if (file.format() != FileFormat.APCD_CDL || type.isEmpty()) {
            return AmountEvidence.NONE;
        }
        ApcdLayout layout = ApcdLayout.of(type.get(), AmountForm.POINT);
        DropFacts anyDrop = new DropFacts(LineOfBusiness.OTHER, LocalDate.EPOCH);
        AmountEvidence evidence = AmountEvidence.NONE;
        try (StrictLines lines = lines(store, path, file, at, LineRules.LONGEST_LINE)) {
            while (evidence == AmountEvidence.NONE && lines.next()) {
                evidence = layout.amountEvidence(lines.buffer(), lines.from(), lines.to(), anyDrop);
            }
        }
        return evidence;
    }

    private static StrictLines lines(FileStore store, Path path, ManifestFile file, Place at, int longest)
            throws IOException {
        InputStream in = DeliveredBytes.open(store, path, 0, at);
        InputStream plain = file.compression() == Compression.GZIP ? new StrictGzip(in) : in;
        return new StrictLines(plain, new LineRules(file.encoding(), longest, false), 0);
    }

    private static void readSections(
            InputStream delivered, ManifestFile file, Place at, List<Section> sections, List<Problem> problems)
            throws IOException {
        switch (file.compression()) {
            case NONE -> add(delivered, file.name(), "", file.type(), at, sections, problems);
            case GZIP -> add(new StrictGzip(delivered), file.name(), "", file.type(), at, sections, problems);
            case ZIP -> {
                ArchiveMembers members = new ArchiveMembers(delivered, file.bytes());
                Optional<String> member = members.next();
                if (member.isEmpty()) {
                    // Java finds no member in bytes that are no archive at all.
                    throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
                }
                while (member.isPresent()) {
                    String name = file.name() + '!' + member.get();
                    Optional<String> type = ArchiveMembers.typeOf(member.get());
                    if (type.isEmpty()) {
                        problems.add(new Problem(ProblemCode.FILE_TYPE, at, "A member's name says no file number."));
                    }
                    add(members, name, member.get(), type.orElse(""), at, sections, problems);
                    member = members.next();
                }
            }
        }
    }

    private static void add(
            InputStream in,
            String name,
            String member,
            String type,
            Place at,
            List<Section> sections,
            List<Problem> problems)
            throws IOException {
        LineCount count = LineCount.of(in, MARK_EVERY);
        if (count.startsAsUtf16()) {
            problems.add(new Problem(
                    ProblemCode.ENCODING, at.atLine(1).atField(Place.fieldOfByte(1)), "It starts as UTF-16."));
        }
        sections.add(count.section(name, member, type));
    }

    private static Map<String, List<Coding>> medications(FileStore store, Path path, ManifestFile file, Place at)
            throws IOException {
        Map<String, List<Coding>> byId = new HashMap<>();
        if (file.format() != FileFormat.FHIR_NDJSON || !file.type().equals("Medication")) {
            return byId;
        }
        try (StrictLines lines = lines(store, path, file, at, FhirLayout.LONGEST_LINE)) {
            while (lines.next()) {
                if (lines.problem().isEmpty()) {
                    FhirLayout.medication(lines.buffer(), lines.from(), lines.to())
                            .ifPresent(found -> byId.putIfAbsent(found.getKey(), found.getValue()));
                }
            }
        }
        return byId;
    }

    /** Counts the bytes that went through. */
    private static final class CountedBytes extends FilterInputStream {
        private long count;

        CountedBytes(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
