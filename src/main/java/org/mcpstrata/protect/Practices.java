package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;

/**
 * What everybody can look up of a practice, so that strata that rest on it are sums of practices.
 *
 * @param facts practice to stratifier to the stratum that its people are in
 * @param states practice to its state
 */
public record Practices(Map<String, Map<String, String>> facts, Map<String, String> states) {
    private static final String NONE = "NOT_APPLICABLE";
    private static final String TRACK = "track";
    private static final String TRACK_PREFIX = "TRACK_";
    private static final String TYPE = "participant_type";
    private static final Set<String> FACTS = Set.of(TRACK, TYPE);

    public Practices {
        facts = Map.copyOf(requireNonNull(facts, "facts"));
        states = Map.copyOf(requireNonNull(states, "states"));
    }

    /** Reads {@code dim_entity}. */
    public static Practices of(Iterable<TableRow> entities) {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        Map<String, String> states = new TreeMap<>();
        for (TableRow entity : entities) {
            if (entity.text("entity_type").equals(PublicTable.PRACTICE)) {
                Integer track = (Integer) entity.value(TRACK);
                String type = entity.text(TYPE);
                boolean none = track == null || track == 0;
                facts.put(
                        entity.text("entity_id"),
                        Map.of(
                                TRACK,
                                none ? NONE : TRACK_PREFIX + track,
                                TYPE,
                                none || type == null || type.equals("NONE") ? NONE : type));
                states.put(entity.text("entity_id"), entity.text("entity_state"));
            }
        }
        return new Practices(facts, states);
    }

    /** The stratum of a stratifier that all people of a practice are in; empty where the stratifier asks people. */
    Optional<String> stratum(String practice, String stratifierId) {
        return Optional.ofNullable(facts.getOrDefault(practice, Map.of()).get(stratifierId));
    }

    /** Whether a stratifier rests on what a practice is. */
    public static boolean isFact(String stratifierId) {
        return FACTS.contains(stratifierId);
    }

    /** The value in {@code dim_entity} of practices whose people are in a stratum; null where they have no practice. */
    List<String> answers(String stratifierId, String stratumId) {
        if (stratumId.equals(NONE)) {
            return null;
        }
        return List.of(stratifierId.equals(TRACK) ? stratumId.replace(TRACK_PREFIX, "") : stratumId);
    }

    String state(String practice) {
        return states.getOrDefault(practice, "");
    }
}
