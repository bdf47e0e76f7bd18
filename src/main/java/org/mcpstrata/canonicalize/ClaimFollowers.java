package org.mcpstrata.canonicalize;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Table;

/**
 * Diagnoses and procedures follow the claim version they belong to: without it they do not count. A diagnosis of one
 * line follows that line where the format settles lines one by one.
 *
 * <p>The newest drop that tells a claim's diagnoses tells all of them. Where an institutional claim pairs off by its natural
 * key, its principal and admitting diagnosis come with its header and all others in a file of their own (inputs.md 1.2):
 * each of the two is told anew alone.
 */
final class ClaimFollowers {
    private static final Set<String> OF_HEADER = Set.of("principal", "admitting");

    private final RowOrder order;
    private final Set<Version> claims = new HashSet<>();
    private final Set<Version> claimsByLine = new HashSet<>();
    private final Set<Line> lines = new HashSet<>();
    private final Set<Version> headed = new HashSet<>();

    /** What a newer drop tells anew as a whole. */
    private record Part(Version version, int line, boolean ofHeader) {}

    /** A version of a medical claim. */
    private record Version(String payerId, String claimId, int version) {
        static Version of(CanonicalRow row) {
            return new Version(row.payerId(), row.text("claim_id"), row.integer("record_version"));
        }
    }

    private record Line(Version version, int line) {}

    /** @param counting the medical claim rows that count */
    ClaimFollowers(Collection<CanonicalRow> counting, RowOrder order) {
        this.order = order;
        for (CanonicalRow row : counting) {
            Version version = Version.of(row);
            claims.add(version);
            lines.add(new Line(version, ClaimColumns.line(row)));
            if (ClaimFates.isCarrier(row) && ClaimColumns.isInstitutional(row)) {
                headed.add(version);
            }
            if (ClaimColumns.key(row) != null && !ClaimColumns.isInstitutional(row)) {
                claimsByLine.add(version);
            }
        }
    }

    /** The rows of one table of followers that count, each once, from the newest drop that tells them. */
    List<CanonicalRow> counting(List<CanonicalRow> followers) {
        Map<Part, Integer> newest = new HashMap<>();
        followers.forEach(row -> newest.merge(part(row), order.rank(row), Math::max));
        Set<List<Object>> seen = new HashSet<>();
        List<CanonicalRow> kept = new ArrayList<>();
        for (CanonicalRow row : followers.stream().sorted(order).toList()) {
            if (order.rank(row) == newest.get(part(row)) && hasClaim(row) && seen.add(content(row))) {
                kept.add(row);
            }
        }
        return kept;
    }

    private boolean hasClaim(CanonicalRow row) {
        Version version = Version.of(row);
        int line = lineOf(row);
        return line > 0 && claimsByLine.contains(version)
                ? lines.contains(new Line(version, line))
                : claims.contains(version);
    }

    private static int lineOf(CanonicalRow row) {
        return row.table() == Table.CLAIM_DIAGNOSIS ? row.integer("claim_line_number") : 0;
    }

    private Part part(CanonicalRow row) {
        Version version = Version.of(row);
        return new Part(version, lineOf(row), headed.contains(version) && isOfHeader(row));
    }

    private static boolean isOfHeader(CanonicalRow row) {
        return row.table() == Table.CLAIM_DIAGNOSIS && OF_HEADER.contains(row.text("role"));
    }

    /** What the row says, without where it was delivered and under which number of the member. */
    private static List<Object> content(CanonicalRow row) {
        List<Object> content = new ArrayList<>();
        content.add(row.payerId());
        row.table().schema().columns().stream()
                .filter(column -> !NewestStatement.isProvenance(column))
                .forEach(column -> content.add(row.value(column)));
        return content;
    }
}
