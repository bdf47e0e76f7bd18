package org.mcpstrata.link;

import java.io.Serializable;
import java.time.LocalDate;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.IndirectEstimates;

/**
 * What is settled of people only where the program wants results by it.
 *
 * @param estimates whose probabilities of race and ethnicity count; null for nobody's
 * @param county whether results are by county of residence
 * @param screenedUntil last day on which a screening for social needs counts; null where no results are by them
 */
public record WantedFacts(IndirectEstimates estimates, boolean county, LocalDate screenedUntil)
        implements Serializable {
    /** Nothing beyond what every run settles. */
    public static final WantedFacts NONE = new WantedFacts(null, false, null);

    /** Without screenings for social needs. */
    public WantedFacts(IndirectEstimates estimates, boolean county) {
        this(estimates, county, null);
    }

    /** Whether a row that no measure asks for decides what is wanted here. */
    public boolean isRelevant(CanonicalRow row) {
        return screenedUntil != null && ScreeningItems.SHIPPED.isAsked(row);
    }
}
