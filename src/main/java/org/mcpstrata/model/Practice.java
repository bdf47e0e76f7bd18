package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A practice a person is attributed to, or the stand-in {@code UNATTRIBUTED-<state of residence>} (founding decision
 * 5).
 *
 * @param name empty where nobody sent one
 * @param tin empty where nobody sent one
 * @param state two letters, or {@link #UNKNOWN_STATE}
 * @param track 1 to 3, or 0 for unattributed people
 * @param participantType STANDARD, FQHC or IHS_TRIBAL, or NONE for unattributed people
 */
public record Practice(String id, String name, String tin, String state, int track, String participantType)
        implements Serializable {
    /** The state of a practice of which nobody says where it is, and of people of unknown residence. */
    public static final String UNKNOWN_STATE = "UNKNOWN";

    private static final String STAND_IN = "UNATTRIBUTED-";

    public Practice {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(tin, "tin");
        requireNonNull(state, "state");
        requireNonNull(participantType, "participantType");
    }

    /** A practice that somebody names and nobody describes. */
    public static Practice undescribed(String id) {
        return new Practice(id, "", "", UNKNOWN_STATE, 0, "NONE");
    }

    /** The taxpayer number as {@link #taxpayer(String)} writes it; empty where nobody sent one. */
    public String taxpayer() {
        return taxpayer(tin);
    }

    /** A taxpayer number by its letters and digits alone: {@code 12-3456789} and {@code 123456789} are one taxpayer. */
    public static String taxpayer(String number) {
        return number.replaceAll("[^0-9A-Za-z]", "");
    }

    /** Whether this stands for people whom nobody attributed. */
    public boolean isStandIn() {
        return id.equals(STAND_IN + state);
    }

    public static Practice unattributed(String residenceState) {
        return new Practice(STAND_IN + residenceState, "", "", residenceState, 0, "NONE");
    }
}
