package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mcpstrata.model.LineOfBusiness;

/**
 * What a payer says about one drop (drop-contract.md).
 *
 * @param createdAt what orders the drops of all payers, with the drop id as tie-break
 * @param periodStart first day the drop speaks of
 * @param periodEnd last day the drop speaks of
 * @param supersedes drops of the same payer that this one withdraws
 * @param files as listed, in that order
 */
record Manifest(
        String payer,
        LineOfBusiness lineOfBusiness,
        String drop,
        Instant createdAt,
        Mode mode,
        LocalDate periodStart,
        LocalDate periodEnd,
        SortedSet<String> supersedes,
        List<ManifestFile> files)
        implements Serializable {
    Manifest {
        requireNonNull(payer, "payer");
        requireNonNull(lineOfBusiness, "lineOfBusiness");
        requireNonNull(drop, "drop");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(mode, "mode");
        requireNonNull(periodStart, "periodStart");
        requireNonNull(periodEnd, "periodEnd");
        supersedes = Collections.unmodifiableSortedSet(new TreeSet<>(supersedes));
        files = List.copyOf(files);
    }

    /** How a drop relates to earlier ones of its payer. */
    enum Mode {
        /** Replaces everything this payer sent for the file types in this drop. */
        FULL,
        /** Adds; the newest version of a key wins. */
        INCREMENTAL,
        /** Replaces the rows whose service or coverage month lies in the period. */
        REPLACE
    }

    /**
     * Equal for two drops that deliver the same bytes and say the same of them, whatever the drops and their files are
     * called and whenever they were made.
     */
    String contentIdentity() {
        String heading = payer + ' ' + lineOfBusiness + ' ' + mode + ' ' + periodStart + ' ' + periodEnd;
        return files.stream()
                .map(file -> String.join(
                        " ",
                        file.format().text(),
                        file.type(),
                        file.layoutVersion(),
                        file.compression().name(),
                        file.encoding().name(),
                        file.sha256(),
                        Long.toString(file.records()),
                        String.valueOf(file.paidAmount())))
                .sorted()
                .collect(Collectors.joining("\n", heading + '\n', ""));
    }

    /** Whether any file is of that format. */
    boolean has(FileFormat format) {
        return files.stream().anyMatch(file -> file.format() == format);
    }

    /** Whether the drop tells everything of a file type, so that nothing older of it counts beside it. */
    boolean tellsAnew(FileFormat format, String type) {
        return mode == Mode.FULL
                && files.stream()
                        .anyMatch(file -> file.format() == format && file.type().equals(type));
    }

    /** Whether every member that the drop's resources speak of is described in the drop itself. */
    boolean describesAllMembers() {
        return tellsAnew(FileFormat.FHIR_NDJSON, FileFormat.PATIENTS);
    }
}
