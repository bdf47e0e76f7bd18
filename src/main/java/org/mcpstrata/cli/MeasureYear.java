package org.mcpstrata.cli;

import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.time.MeasurementPeriod;

/** The year that {@code --period} names. */
final class MeasureYear {
    private MeasureYear() {}

    /** The measurement period of a year; a year that can be none is a mistake of the command line. */
    static MeasurementPeriod of(int year) {
        if (!MeasurementPeriod.isYear(year)) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of("--period"),
                    "It is a calendar year from " + MeasurementPeriod.FIRST_YEAR + " to " + MeasurementPeriod.LAST_YEAR
                            + ".");
        }
        return new MeasurementPeriod(year);
    }
}
