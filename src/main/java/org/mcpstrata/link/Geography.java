package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.Missing;

/**
 * What the geography files say of ZIP codes and counties: a stratum key, or the name of a missing kind, by place.
 */
public final class Geography implements Serializable {
    /** No file was given. */
    public static final Geography NONE = new Geography(Map.of());

    private final Map<Area, Map<String, String>> keyByPlace = new EnumMap<>(Area.class);

    /** @param keyByPlace by area; places as {@link #zipPlace}, {@link #fipsPlace} and {@link #namedPlace} write them */
    Geography(Map<Area, Map<String, String>> keyByPlace) {
        keyByPlace.forEach((area, keys) -> this.keyByPlace.put(area, new HashMap<>(keys)));
    }

    /** What files were given for. */
    public Set<Area> given() {
        return Collections.unmodifiableSet(keyByPlace.keySet());
    }

    /**
     * What is known of a place of residence, for every area that a file was given for: NO_INFORMATION where nobody told
     * the place, UNMAPPED where the file does not hold it.
     */
    SortedMap<Area, String> of(Residence residence) {
        requireNonNull(residence, "residence");
        SortedMap<Area, String> known = new TreeMap<>();
        keyByPlace.forEach((area, keys) -> {
            String place = place(area, residence);
            known.put(
                    area,
                    place == null ? Missing.NO_INFORMATION.name() : keys.getOrDefault(place, Missing.UNMAPPED.name()));
        });
        return known;
    }

    private static String place(Area area, Residence residence) {
        return switch (area) {
            case RURALITY, AREA_DEPRIVATION -> residence.zip() == null ? null : zipPlace(residence.zip());
            case SOCIAL_VULNERABILITY -> countyPlace(residence);
        };
    }

    /** The place that a residence's county is called; null where nobody told it. */
    static String county(Residence residence) {
        return place(Area.SOCIAL_VULNERABILITY, residence);
    }

    private static String countyPlace(Residence residence) {
        if (residence.county() == null) {
            return null;
        }
        if (residence.county().matches("[0-9]{5}")) {
            return fipsPlace(residence.county());
        }
        return residence.state() == null ? null : namedPlace(residence.state(), residence.county());
    }

    static String zipPlace(String zip) {
        return zip;
    }

    static String fipsPlace(String fips) {
        return fips;
    }

    /** Counties are written in many ways: case, marks and the word for county do not tell two of them apart. */
    static String namedPlace(String state, String county) {
        // Marks become characters of their own, so that the letter below one stays: Doña Ana is also written Dona Ana.
        String letters = Normalizer.normalize(county, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
        return state + ' ' + letters.replaceFirst("(?<=.)(COUNTY|PARISH|BOROUGH)$", "");
    }
}
