package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The accepted drops of a run in the one order that counts: the manifest's {@code createdAt}, then drop id, then payer
 * (founding decision 10). Arrival order never matters.
 */
public final class Drops implements Serializable {
    private static final Comparator<Drop> ORDER =
            Comparator.comparing(Drop::createdAt).thenComparing(Drop::dropId).thenComparing(Drop::payerId);

    private final List<Drop> ordered;
    private final Map<String, Map<String, Integer>> rankByPayer = new HashMap<>();

    public Drops(List<Drop> drops) {
        List<Drop> sorted = new ArrayList<>(drops);
        sorted.sort(ORDER);
        this.ordered = List.copyOf(sorted);
        for (int rank = 0; rank < ordered.size(); rank++) {
            Drop drop = ordered.get(rank);
            Map<String, Integer> ofPayer = rankByPayer.computeIfAbsent(drop.payerId(), payer -> new HashMap<>());
            if (ofPayer.put(drop.dropId(), rank) != null) {
                throw new IllegalArgumentException("a drop appears twice");
            }
        }
    }

    /**
     * One accepted drop.
     *
     * @param createdAt ISO instant of the manifest, in UTC, so that text order is time order
     */
    public record Drop(String payerId, String dropId, LineOfBusiness lineOfBusiness, String createdAt)
            implements Serializable {
        public Drop {
            requireNonNull(payerId, "payerId");
            requireNonNull(dropId, "dropId");
            requireNonNull(lineOfBusiness, "lineOfBusiness");
            requireNonNull(createdAt, "createdAt");
        }
    }

    /** All drops, oldest first. */
    public List<Drop> ordered() {
        return ordered;
    }

    /** Position of a drop, oldest 0; a drop that is not part of the run is a defect. */
    public int rank(String payerId, String dropId) {
        Integer position = rankByPayer.getOrDefault(payerId, Map.of()).get(dropId);
        if (position == null) {
            throw new IllegalArgumentException("a row names a drop that is not part of the run");
        }
        return position;
    }

    /** Whether an older drop of the same payer is part of the run: only then can a row replace another one. */
    public boolean hasOlder(String payerId, String dropId) {
        int position = rank(payerId, dropId);
        return rankByPayer.get(payerId).values().stream().anyMatch(other -> other < position);
    }

    /** The line of business for rows of this drop that carry none. */
    public LineOfBusiness lineOfBusiness(String payerId, String dropId) {
        return ordered.get(rank(payerId, dropId)).lineOfBusiness();
    }
}
