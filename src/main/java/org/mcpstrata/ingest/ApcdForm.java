package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.layout.AmountForm;
import org.mcpstrata.layout.ApcdVariant;

/**
 * What the lines of one APCD file look like.
 *
 * @param columns of each line, extra ones included
 */
record ApcdForm(AmountForm amounts, int columns, ApcdVariant variant) implements Serializable {
    /** Of files of other formats. */
    static final ApcdForm NONE = new ApcdForm(AmountForm.POINT, 0, ApcdVariant.COMMON);

    ApcdForm {
        requireNonNull(amounts, "amounts");
        requireNonNull(variant, "variant");
    }
}
