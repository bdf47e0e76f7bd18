package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that linking counts, the key of a row of {@code link_report}.
 *
 * @param payer the payer asked about, {@link #ALL} for all together; empty where the count is not by payer
 * @param partner the other payer of a pair; empty otherwise
 * @param pass null for all passes together, and where the count is not by pass
 * @param size members of the person; 0 where the count is not by size
 */
public record LinkFinding(LinkMetric metric, String payer, String partner, LinkPass pass, int size)
        implements Serializable, Comparable<LinkFinding> {
    public static final String ALL = "ALL";

    private static final Comparator<LinkFinding> ORDER = Comparator.comparing(LinkFinding::metric)
            .thenComparing(LinkFinding::payer)
            .thenComparing(LinkFinding::partner)
            .thenComparing(LinkFinding::pass, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(LinkFinding::size);

    public LinkFinding {
        requireNonNull(metric, "metric");
        requireNonNull(payer, "payer");
        requireNonNull(partner, "partner");
    }

    /** Of all passes together. */
    static LinkFinding of(LinkMetric metric) {
        return new LinkFinding(metric, "", "", null, 0);
    }

    static LinkFinding of(LinkMetric metric, LinkPass pass) {
        return new LinkFinding(metric, "", "", pass, 0);
    }

    public static LinkFinding ofPayer(LinkMetric metric, String payer) {
        return new LinkFinding(metric, payer, "", null, 0);
    }

    static LinkFinding ofPair(LinkMetric metric, String payer, String partner) {
        return new LinkFinding(metric, payer, partner, null, 0);
    }

    static LinkFinding ofSize(int size) {
        return new LinkFinding(LinkMetric.PERSONS_OF_SIZE, "", "", null, size);
    }

    /** What the count is a share of. */
    Optional<LinkFinding> base() {
        if (metric == LinkMetric.LINKS) {
            return pass == null ? Optional.empty() : Optional.of(of(LinkMetric.LINKS));
        }
        if (metric.base() == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (metric.section()) {
                    case PAYER, PAYER_PAIR, UNLINKED -> ofPayer(metric.base(), payer);
                    case PASS, SIZE -> ofPayer(metric.base(), ALL);
                    case CONFLICT, PROBE -> of(metric.base(), pass);
                });
    }

    @Override
    public int compareTo(LinkFinding other) {
        return ORDER.compare(this, other);
    }
}
