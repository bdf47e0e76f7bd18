package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * How one payer's APCD-CDL files differ from the common data layout, as a payer profile says.
 *
 * @param layout name of the folder under {@code layouts/} that holds the elements and what they become
 * @param extraColumns names of the columns that stand between the last element and the record type; they are counted
 *     and not read
 */
public record ApcdVariant(String layout, List<String> extraColumns) implements Serializable {
    /** The common data layout without extra columns. */
    public static final ApcdVariant COMMON = new ApcdVariant("apcd", List.of());

    public ApcdVariant {
        requireNonNull(layout, "layout");
        extraColumns = List.copyOf(extraColumns);
    }

    String folder() {
        return "/layouts/" + layout;
    }
}
