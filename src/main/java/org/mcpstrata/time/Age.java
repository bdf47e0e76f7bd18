package org.mcpstrata.time;

import java.time.LocalDate;

/** Age in completed years, by the calendar rule of CQL (Appendix H, example 4.b). */
public final class Age {
    private Age() {}

    /**
     * Completed years on a day. A person born on 29 February turns a year older on 28 February in common years, which
     * {@link java.time.Period} does not do (founding decision 16).
     *
     * @return completed years; negative before birth
     */
    public static int inYears(LocalDate birth, LocalDate on) {
        int years = on.getYear() - birth.getYear();
        // plusYears clips 29 February to 28 February, which is the birthday CQL wants.
        return birth.plusYears(years).isAfter(on) ? years - 1 : years;
    }
}
