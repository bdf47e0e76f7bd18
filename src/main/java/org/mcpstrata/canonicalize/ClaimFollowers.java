package org.mcpstrata.canonicalize;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Table;

/**
 * Diagnoses and procedures follow the claim version they belong to: without it they do not count. A diagnosis of one
 * line follows that line where the format settles lines one by one.
 */
final class ClaimFollowers {
    private final RowOrder order;
    private final Set<Version> claims = new HashSet<>();
    private final Set<Version> claimsByLine = new HashSet<>();
    private final Set<Line> lines = new HashSet<>();

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
            if (ClaimColumns.key(row) != null && !ClaimColumns.isInstitutional(row)) {
                claimsByLine.add(version);
            }
        }
    }

    /** The rows of one table of followers that count, each once, from the newest drop that tells them. */
    List<CanonicalRow> counting(List<CanonicalRow> followers) {
        Map<String, Integer> newest = new TreeMap<>();
        followers.forEach(row -> newest.merge(claimPart(row), order.rank(row), Math::max));
        Set<List<Object>> seen = new HashSet<>();
        List<CanonicalRow> kept = new ArrayList<>();
        for (CanonicalRow row : followers.stream().sorted(order).toList()) {
            if (order.rank(row) == newest.get(claimPart(row)) && hasClaim(row) && seen.add(content(row))) {
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

    private static String claimPart(CanonicalRow row) {
        return String.join(
                "\t",
                row.payerId(),
                row.text("claim_id"),
                row.integer("record_version").toString(),
                Integer.toString(lineOf(row)));
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
