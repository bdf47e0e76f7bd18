package org.mcpstrata.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What lies in a release: files, tables, columns and dates that the contract names, and no others. */
final class FileChecks {
    private static final List<String> NAMED = List.of("release.json", "run.json");

    private final Release release;
    private final Conclusions conclusions;

    FileChecks(Release release, Conclusions conclusions) {
        this.release = release;
        this.conclusions = conclusions;
    }

    void check() {
        release.files().stream().filter(file -> !isNamed(file)).forEach(file -> find(Breach.UNKNOWN_FILE, file));
        release.tables().forEach((name, table) -> {
            table.columns().forEach(column -> column(name, table, column));
            dates(name, table);
        });
    }

    private static boolean isNamed(String file) {
        String[] parts = file.split("/");
        return NAMED.contains(file)
                || parts.length == 3
                        && parts[0].equals("tables")
                        && Columns.isTable(parts[1])
                        && parts[2].endsWith(".parquet");
    }

    private void column(String name, ReadTable table, String column) {
        String place = name + ", " + column;
        if (Columns.OF_PERSONS.contains(column)) {
            find(Breach.PERSON_LEVEL, place);
        } else if (!Columns.isNamed(name, column)) {
            find(Breach.UNKNOWN_COLUMN, place);
        } else if (Columns.NEVER_PUBLIC.contains(column)
                && table.rows().stream().anyMatch(row -> row.has(column))) {
            find(Breach.NEVER_PUBLIC, place);
        }
    }

    /** Measurement periods are calendar years; nothing may tell more of time. */
    private void dates(String name, ReadTable table) {
        SortedSet<String> finer = new TreeSet<>();
        for (ReadRow row : table.rows()) {
            row.values().forEach((column, value) -> {
                if (value instanceof LocalDate date && !isEndOfPeriod(column, date)) {
                    finer.add(column);
                }
            });
        }
        finer.forEach(column -> find(Breach.DATE_TOO_FINE, name + ", " + column));
    }

    private static boolean isEndOfPeriod(String column, LocalDate date) {
        return column.equals("period_start") && date.getDayOfYear() == 1
                || column.equals("period_end") && date.plusDays(1).getDayOfYear() == 1;
    }

    private void find(Breach breach, String place) {
        conclusions.find(breach, release.name() + ", " + place, "");
    }
}
