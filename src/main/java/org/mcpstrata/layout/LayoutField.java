package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One field of a delivered record.
 *
 * @param index place among the fields of the newest version, from 0
 * @param start first position, from 1: a character of a fixed-width record, a column of a delimited one
 * @param end last position, the same as {@code start} in a delimited record
 * @param required whether a record without it is rejected
 * @param inHeader whether a file whose columns have names must name it
 * @param since first version that has the field
 */
record LayoutField(
        int index, String name, int start, int end, FieldForm form, boolean required, boolean inHeader, int since)
        implements Serializable {
    LayoutField {
        requireNonNull(name, "name");
        requireNonNull(form, "form");
        if (start < 1 || end < start) {
            throw new IllegalArgumentException("field " + name + " has impossible positions");
        }
    }
}
