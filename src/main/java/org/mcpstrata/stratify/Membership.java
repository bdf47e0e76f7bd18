package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

/** A person's place in one stratum of one stratifier. */
public record Membership(Stratifier stratifier, Stratum stratum) {
    public Membership {
        requireNonNull(stratifier, "stratifier");
        requireNonNull(stratum, "stratum");
    }
}
