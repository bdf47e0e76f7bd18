package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One event behind a reason: what a reader opens to check a verdict.
 *
 * @param definition the named definition it satisfied
 * @param date first day of the event; null for facts without one
 * @param code {@code SYSTEM|code}, or empty
 * @param value as compared, or empty
 * @param unit UCUM, or empty
 * @param path how the event is known
 * @param source the delivered line
 */
public record Evidence(
        String definition, LocalDate date, String code, String value, String unit, Path path, Provenance source)
        implements Serializable {
    public Evidence {
        requireNonNull(definition, "definition");
        requireNonNull(code, "code");
        requireNonNull(value, "value");
        requireNonNull(unit, "unit");
        requireNonNull(path, "path");
        requireNonNull(source, "source");
    }

    /** Never a value of a person: Spark and test tools print what they hold. */
    @Override
    public String toString() {
        return "evidence for " + definition;
    }

    /** Evidence paths, measures.md 2.7 and output-contract.md. */
    public enum Path {
        CLIN,
        CLIN_MAPPED,
        PROC,
        QDC,
        CPT2,
        SURVEY,
        ENROLLMENT
    }
}
