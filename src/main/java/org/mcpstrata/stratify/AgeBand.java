package org.mcpstrata.stratify;

import java.time.LocalDate;
import org.mcpstrata.time.Age;

/**
 * The ages that age-standardised values are made of (stratification.md 4.6), in completed years; who is younger than 18
 * has a band too, because depression is screened for from 12 on.
 */
enum AgeBand {
    UNDER_18(0),
    FROM_18_TO_64(18),
    FROM_65_TO_74(65),
    FROM_75(75);

    private static final AgeBand[] ALL = values();

    private final int from;

    AgeBand(int from) {
        this.from = from;
    }

    /**
     * The band of somebody on the day on which a measure looks at age.
     *
     * @param birthDate may be unknown
     * @return null where nobody knows the birth date, or it comes after that day
     */
    static AgeBand of(LocalDate birthDate, LocalDate on) {
        if (birthDate == null) {
            return null;
        }
        int age = Age.inYears(birthDate, on);
        AgeBand found = null;
        for (AgeBand band : ALL) {
            if (age >= band.from) {
                found = band;
            }
        }
        return found;
    }
}
