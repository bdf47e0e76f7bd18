package org.mcpstrata.link;

import java.io.Serializable;
import org.mcpstrata.model.IndirectEstimates;

/**
 * What is settled of people only where the program wants results by it.
 *
 * @param estimates whose probabilities of race and ethnicity count; null for nobody's
 * @param county whether results are by county of residence
 */
public record WantedFacts(IndirectEstimates estimates, boolean county) implements Serializable {
    /** Nothing beyond what every run settles. */
    public static final WantedFacts NONE = new WantedFacts(null, false);
}
