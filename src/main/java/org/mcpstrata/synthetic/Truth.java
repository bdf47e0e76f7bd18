package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

/**
 * What is true of a person, as the delivered files let one know it: the populations of three measures and the counted ED
 * visits.
 *
 * @param emergencyPopulation adult and continuously covered in the period and the year before
 * @param emergencyExcluded in hospice during the period
 * @param emergencyVisits counted ED visits of the period, outliers not removed
 * @param emergencyOutlier whether these visits are so many that the rate without outliers leaves the person out
 */
record Truth(
        Populations bloodPressure,
        Populations glycemicStatus,
        Populations colorectal,
        boolean emergencyPopulation,
        boolean emergencyExcluded,
        int emergencyVisits,
        boolean emergencyOutlier) {
    /** Logical populations: the numerator is stated whatever the exclusion says. */
    record Populations(boolean initial, boolean excluded, boolean numerator) {
        /** Whether the person counts in the performance denominator. */
        boolean performance() {
            return initial && !excluded;
        }
    }

    Truth {
        requireNonNull(bloodPressure, "bloodPressure");
        requireNonNull(glycemicStatus, "glycemicStatus");
        requireNonNull(colorectal, "colorectal");
    }
}
