package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A primary care practice of the sample.
 *
 * @param track 1, 2 or 3
 * @param participantType STANDARD, FQHC or IHS_TRIBAL
 */
record PracticeSite(int number, String id, String name, String state, int track, String participantType) {
    private static final int PER_STATE = 5;
    private static final List<String> STATES = List.of("CO", "MA", "MN", "NC", "NJ", "NM", "NY", "WA");
    private static final List<PracticeSite> ALL = build();

    PracticeSite {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(state, "state");
        requireNonNull(participantType, "participantType");
    }

    /** The forty practices, five in each state. */
    static List<PracticeSite> all() {
        return ALL;
    }

    static List<PracticeSite> inState(String state) {
        int first = STATES.indexOf(state) * PER_STATE;
        return ALL.subList(first, first + PER_STATE);
    }

    private static List<PracticeSite> build() {
        List<PracticeSite> sites = new ArrayList<>();
        for (String state : STATES) {
            for (int place = 0; place < PER_STATE; place++) {
                int number = sites.size() + 1;
                String type = type(state, place);
                sites.add(new PracticeSite(
                        number,
                        "PRC" + Identifiers.digits(number, 3),
                        "Invented Practice " + Identifiers.digits(number, 2),
                        state,
                        1 + (number + place) % 3,
                        type));
            }
        }
        return List.copyOf(sites);
    }

    private static String type(String state, int place) {
        if (place == 4 && (state.equals("NM") || state.equals("MN") || state.equals("WA"))) {
            return "IHS_TRIBAL";
        }
        return place == 3 ? "FQHC" : "STANDARD";
    }

    boolean isHealthCenter() {
        return participantType.equals("FQHC");
    }

    String tin() {
        return Identifiers.tin(1_000_000 + number * 37);
    }

    /** The practice's own number. */
    String npi() {
        return Identifiers.npi(10_000_000 + number * 1_009);
    }

    /** One of the practice's two clinicians, 0 or 1. */
    String clinician(int which) {
        return Identifiers.npi(20_000_000 + number * 2_003 + which);
    }
}
