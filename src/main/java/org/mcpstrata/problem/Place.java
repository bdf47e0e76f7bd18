package org.mcpstrata.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a problem is: a drop or definition file, a line and a field.
 *
 * @param source drop ({@code payer/drop}), file or option; never null
 * @param file file inside the drop, or empty
 * @param line physical line of the decompressed file starting at 1, or 0 where none applies
 * @param field delivered or canonical field, a path inside a definition, or {@link #fieldOfByte}; empty where none applies
 */
public record Place(String source, String file, long line, String field) implements Serializable {
    public Place {
        requireNonNull(source, "source");
        requireNonNull(file, "file");
        requireNonNull(field, "field");
        if (line < 0) {
            throw new IllegalArgumentException("line is negative");
        }
    }

    public static Place of(String source) {
        return new Place(source, "", 0, "");
    }

    /**
     * The field of a place whose fault is a byte that belongs to no character.
     *
     * @param number from 1 at the start of the line; in a record of several lines, at the start of the first
     */
    public static String fieldOfByte(long number) {
        return "byte " + number;
    }

    public Place inFile(String name) {
        return new Place(source, name, line, field);
    }

    public Place atLine(long number) {
        return new Place(source, file, number, field);
    }

    public Place atField(String name) {
        return new Place(source, file, line, name);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(source);
        if (!file.isEmpty()) {
            parts.add(file);
        }
        if (line > 0) {
            parts.add("line " + line);
        }
        if (!field.isEmpty()) {
            parts.add(field);
        }
        return String.join(", ", parts);
    }
}
