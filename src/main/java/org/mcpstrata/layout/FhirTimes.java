package org.mcpstrata.layout;

import org.mcpstrata.model.RowBuilder;

/** When something happened: a point in time or a period, as first and last local day with their times. */
final class FhirTimes {
    private FhirTimes() {}

    /**
     * Sets the columns of a choice element such as {@code effective[x]}. The last day stays absent for a point in time;
     * a year or month given alone spans its days.
     */
    static void set(RowBuilder row, FhirNode root, String choice, Columns columns) {
        FhirDateTime point = root.dateTime(choice + "DateTime");
        if (point == null && choice.equals("effective")) {
            point = root.dateTime("effectiveInstant");
        }
        FhirNode period = root.child(choice + "Period");
        if (point != null) {
            row.set(columns.startDate(), point.first()).set(columns.startTime(), point.time());
            if (!point.isDay()) {
                row.set(columns.endDate(), point.last());
            }
        } else if (period != null) {
            FhirDateTime start = period.dateTime("start");
            if (start != null) {
                row.set(columns.startDate(), start.first()).set(columns.startTime(), start.time());
            }
            FhirDateTime end = period.dateTime("end");
            if (end != null) {
                row.set(columns.endDate(), end.last()).set(columns.endTime(), end.time());
            }
        }
    }

    /** Names of the four columns. */
    record Columns(String startDate, String startTime, String endDate, String endTime) {}
}
