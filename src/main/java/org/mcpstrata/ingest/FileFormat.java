package org.mcpstrata.ingest;

import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.Table;

/** The formats of the drop contract and the file types each of them knows. */
enum FileFormat {
    CCLF("cclf", Set.of("38", "37", "36", "35", "34", "33", "32", "31", "30", "29", "28", "27", "26", "25")),
    APCD_CDL("apcd-cdl", Set.of("2", "2.0", "2.1", "3", "3.0", "3.0.1")),
    FHIR_NDJSON("fhir-ndjson", Set.of("R4", "4.0.1", "4")),
    RIF("rif", Set.of()),
    CANONICAL_CSV("canonical-csv", Set.of("1")),
    CANONICAL_PARQUET("canonical-parquet", Set.of("1"));

    /** The file type that counts the records of the others. */
    static final String CONTROL_FILE = "cclf0";

    /** The FHIR resources that describe members. */
    static final String PATIENTS = "Patient";

    /** The FHIR resources that others name in place of a code. */
    static final String MEDICATIONS = "Medication";

    private static final Set<String> CCLF_TYPES = Set.of(
            "cclf0",
            "cclf1",
            "cclf2",
            "cclf3",
            "cclf4",
            "cclf5",
            "cclf6",
            "cclf7",
            "cclf8",
            "cclf9",
            "cclfa",
            "cclfb",
            "cclf-archive");
    private static final Set<String> APCD_TYPES =
            Set.of("member-eligibility", "medical-claims", "pharmacy-claims", "provider");
    private static final Set<String> RIF_TYPES =
            Set.of("beneficiary", "carrier", "inpatient", "outpatient", "snf", "hha", "hospice", "dme", "pde");

    private final String text;
    private final Set<String> layoutVersions;

    FileFormat(String text, Set<String> layoutVersions) {
        this.text = text;
        this.layoutVersions = layoutVersions;
    }

    static Optional<FileFormat> parse(String text) {
        for (FileFormat format : values()) {
            if (format.text.equals(text)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * What a newer file replaces, of a file type of this format: a canonical table is one kind, whether it came as CSV or as
     * Parquet.
     */
    String kind(String type) {
        return (this == CANONICAL_PARQUET ? CANONICAL_CSV.text : text) + '/' + type;
    }

    /** The name in manifests. */
    String text() {
        return text;
    }

    boolean knowsType(String type) {
        return switch (this) {
            case CCLF -> CCLF_TYPES.contains(type);
            case APCD_CDL -> APCD_TYPES.contains(type);
            case RIF -> RIF_TYPES.contains(type);
            case FHIR_NDJSON -> type.matches("[A-Z][A-Za-z]{2,63}");
            case CANONICAL_CSV, CANONICAL_PARQUET -> Table.named(type).isPresent();
        };
    }

    /** The encoding of files that state none. */
    Encoding usualEncoding() {
        return this == CCLF ? Encoding.ISO_8859_1 : Encoding.UTF_8;
    }

    /** Whether files may state the encoding: only CCLF may be anything else than UTF-8, of which ASCII is a part. */
    boolean mayBeIn(Encoding encoding) {
        return switch (this) {
            case CCLF -> true;
            case FHIR_NDJSON -> encoding == Encoding.UTF_8;
            case APCD_CDL, RIF, CANONICAL_CSV, CANONICAL_PARQUET -> encoding != Encoding.ISO_8859_1;
        };
    }

    /** Whether this version of the pipeline knows the layout version; a missing one means the format's first. */
    boolean knowsLayoutVersion(String version) {
        return this == RIF || layoutVersions.contains(version);
    }
}
