package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

/** Preferred languages of the population with their ISO 639 and BCP 47 codes. */
enum Language {
    ENGLISH("eng", "en"),
    SPANISH("spa", "es"),
    MANDARIN("cmn", "zh"),
    VIETNAMESE("vie", "vi"),
    ARABIC("ara", "ar"),
    HAITIAN("hat", "ht"),
    SOMALI("som", "so"),
    RUSSIAN("rus", "ru"),
    NAVAJO("nav", "nv");

    private final String iso3;
    private final String bcp47;

    Language(String iso3, String bcp47) {
        this.iso3 = requireNonNull(iso3, "iso3");
        this.bcp47 = requireNonNull(bcp47, "bcp47");
    }

    String iso3() {
        return iso3;
    }

    String bcp47() {
        return bcp47;
    }
}
