package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.layout.DropFacts;

/**
 * How the records of one section are cut out: small, so that each split can carry it. The reader itself is made where
 * the records are, by {@link Readers}.
 *
 * @param headerLines lines before the first data record
 * @param trailerLines lines behind the last one
 * @param apcd the form of an APCD file; of no meaning elsewhere
 */
record RecordPlan(
        Section section,
        ManifestFile file,
        LineRules rules,
        int headerLines,
        int trailerLines,
        DropFacts facts,
        ApcdForm apcd)
        implements Serializable {
    RecordPlan {
        requireNonNull(section, "section");
        requireNonNull(file, "file");
        requireNonNull(rules, "rules");
        requireNonNull(facts, "facts");
        requireNonNull(apcd, "apcd");
    }

    /** What a newer section replaces: of an archive, the type of this member. */
    String kind() {
        return file.format().kind(section.type());
    }

    /** Whether several tasks may share the section: its lines are its records and its bytes are not compressed. */
    boolean isSplittable() {
        return file.compression() == Compression.NONE && !rules.quoted();
    }
}
