package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/** The APCD-CDL files that are read, with their code in HD, TR and every record's last column. */
public enum ApcdFileType {
    ME("member-eligibility"),
    MC("medical-claims"),
    PC("pharmacy-claims"),
    PV("provider");

    private final String manifestType;

    ApcdFileType(String manifestType) {
        this.manifestType = requireNonNull(manifestType, "manifestType");
    }

    /** The file type in a manifest. */
    public String manifestType() {
        return manifestType;
    }

    /** The type whose code an HD record has. */
    public static Optional<ApcdFileType> ofHeader(String code) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(code))
                .findFirst();
    }

    public static Optional<ApcdFileType> ofManifest(String type) {
        return Arrays.stream(values())
                .filter(known -> known.manifestType.equals(type))
                .findFirst();
    }
}
