package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.mcpstrata.problem.Place;

/**
 * One row of a spreadsheet or CSV file.
 *
 * @param place file, sheet and line
 */
record SheetRow(Place place, List<Cell> cells) {
    SheetRow {
        requireNonNull(place, "place");
        cells = List.copyOf(cells);
    }

    /**
     * One cell.
     *
     * @param number the file holds a number, not the text of one: what a number loses, the code has lost
     */
    record Cell(String text, boolean number) {
        static final Cell EMPTY = new Cell("", false);

        Cell {
            text = text.strip();
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        /** A column title or label as it is compared: {@code value_set_oid} and {@code Value Set OID} are one. */
        String label() {
            return text.replace('_', ' ').toLowerCase(Locale.ROOT);
        }
    }

    /** The cell of a column; empty beyond the last one and for a column the table does not have. */
    Cell cell(int column) {
        return column < 0 || column >= cells.size() ? Cell.EMPTY : cells.get(column);
    }

    boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
