package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

/**
 * A drop speaks of a person in one of its tables: of a payer without coverage rows about somebody, that is what makes them a
 * member of the drop's line of business (founding decision 4). Any record does, be it of a drug that no measure asks for.
 */
public record Mention(String payerId, String dropId, Table table) implements Comparable<Mention>, Serializable {
    private static final Comparator<Mention> ORDER = Comparator.comparing(Mention::payerId)
            .thenComparing(Mention::dropId)
            .thenComparing(Mention::table);

    public Mention {
        requireNonNull(payerId, "payerId");
        requireNonNull(dropId, "dropId");
        requireNonNull(table, "table");
    }

    /**
     * Whether rows of a table speak for their drop. Coverage speaks for its own days, diagnoses and procedures of claims
     * belong to lines that are there or count for nothing, and providers are no members.
     */
    public static boolean isMadeBy(Table table) {
        return switch (table) {
            case ELIGIBILITY, CLAIM_DIAGNOSIS, CLAIM_PROCEDURE, PROVIDER -> false;
            case PATIENT, DEMOGRAPHICS, ATTRIBUTION, MBI_CROSSWALK, MEDICAL_CLAIM, PHARMACY_CLAIM -> true;
            case ENCOUNTER, CONDITION, PROCEDURE, OBSERVATION, MEDICATION, SERVICE_REQUEST -> true;
            case SURVEY, RACE_PROBABILITY, RISK_SCORE -> true;
        };
    }

    public static Mention of(CanonicalRow row) {
        return new Mention(row.payerId(), row.dropId(), row.table());
    }

    /** All that rows of one person make. */
    public static SortedSet<Mention> of(Collection<CanonicalRow> rows) {
        SortedSet<Mention> mentions = new TreeSet<>();
        Mention last = null;
        for (CanonicalRow row : rows) {
            if (isMadeBy(row.table()) && (last == null || !last.isOf(row))) {
                last = of(row);
                mentions.add(last);
            }
        }
        return mentions;
    }

    public boolean isOf(CanonicalRow row) {
        return table == row.table() && dropId.equals(row.dropId()) && payerId.equals(row.payerId());
    }

    /** Whether both are of one drop. */
    public boolean isOfSameDrop(Mention other) {
        return dropId.equals(other.dropId) && payerId.equals(other.payerId);
    }

    @Override
    public int compareTo(Mention other) {
        return ORDER.compare(this, other);
    }
}
