package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import org.mcpstrata.model.LineOfBusiness;

/**
 * What a record cannot say about itself and its delivery says for it.
 *
 * @param lineOfBusiness the manifest's line of business: the default for rows that carry none
 * @param asOf the day the file describes: the file date in a CCLF name where there is one, else the UTC day of the
 *     manifest's {@code createdAt}
 */
public record DropFacts(LineOfBusiness lineOfBusiness, LocalDate asOf) implements Serializable {
    public DropFacts {
        requireNonNull(lineOfBusiness, "lineOfBusiness");
        requireNonNull(asOf, "asOf");
    }
}
