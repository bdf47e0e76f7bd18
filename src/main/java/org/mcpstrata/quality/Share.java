package org.mcpstrata.quality;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How many of how many are bad; adds up.
 *
 * @param of all that were looked at
 */
public record Share(long of, long bad) implements Serializable {
    public static final Share NONE = new Share(0, 0);

    public Share {
        if (bad < 0 || bad > of) {
            throw new IllegalArgumentException("more bad ones than there are");
        }
    }

    public Share plus(Share other) {
        return new Share(of + other.of, bad + other.bad);
    }

    /** Of two shares of different things the one that lies further off; this one where neither does. */
    public Share worse(Share other) {
        BigDecimal here = BigDecimal.valueOf(bad).multiply(BigDecimal.valueOf(Math.max(other.of, 1)));
        BigDecimal there = BigDecimal.valueOf(other.bad).multiply(BigDecimal.valueOf(Math.max(of, 1)));
        return there.compareTo(here) > 0 ? other : this;
    }

    /** Exact: bad / of beyond the share, without dividing. */
    public boolean exceeds(BigDecimal share) {
        return BigDecimal.valueOf(bad).compareTo(share.multiply(BigDecimal.valueOf(of))) > 0;
    }

    /** The bad ones' share; null where there are none to look at. */
    public Double rate() {
        return of == 0 ? null : (double) bad / of;
    }
}
