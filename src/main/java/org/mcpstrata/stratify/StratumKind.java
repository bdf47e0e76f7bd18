package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.model.Missing;

/**
 * What sort of group a stratum is; the missing kinds are those of {@link Missing} and that of people whom nobody screened,
 * and never collapse here.
 */
public enum StratumKind {
    VALUE(""),
    /** Several values at once, where a stratifier allows one. */
    MULTI(""),
    /** An answer outside the list. */
    OTHER(""),
    TOTAL(""),
    DECLINED("Declined to answer"),
    ASKED_UNKNOWN("Asked, does not know"),
    UNKNOWN("Unknown"),
    NOT_ASKED("Not asked"),
    NO_INFORMATION("No information"),
    UNMAPPED("Code not in our tables"),
    NOT_APPLICABLE("Does not apply"),
    /** Nobody asked in the period; of stratifiers by screenings alone, and no reason for a missing answer elsewhere. */
    NOT_SCREENED("Not screened");

    private final String label;

    StratumKind(String label) {
        this.label = requireNonNull(label, "label");
    }

    public static StratumKind of(Missing missing) {
        return valueOf(missing.name());
    }

    public boolean isMissing() {
        return !label.isEmpty();
    }

    /** What a reader sees for a missing kind; empty for the others, whose strata have their own labels. */
    public String label() {
        return label;
    }
}
