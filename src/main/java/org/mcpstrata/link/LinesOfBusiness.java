package org.mcpstrata.link;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;

/** The line of business a row speaks for: its own where it carries one, else its drop's. */
final class LinesOfBusiness {
    private LinesOfBusiness() {}

    static LineOfBusiness of(CanonicalRow row, Drops drops) {
        LineOfBusiness ofDrop = drops.lineOfBusiness(row.payerId(), row.dropId());
        if (row.table() != Table.ELIGIBILITY) {
            return ofDrop;
        }
        return LineOfBusiness.parse(row.text("payer_type")).orElse(ofDrop);
    }

    /** What drops that speak of a person say by payer, without those that cover nobody. */
    static SortedMap<String, SortedSet<LineOfBusiness>> ofDrops(Collection<Mention> mentions, Drops drops) {
        SortedMap<String, SortedSet<LineOfBusiness>> lines = new TreeMap<>();
        for (Mention mention : mentions) {
            LineOfBusiness line = drops.lineOfBusiness(mention.payerId(), mention.dropId());
            if (line != LineOfBusiness.NONE) {
                lines.computeIfAbsent(mention.payerId(), any -> new TreeSet<>()).add(line);
            }
        }
        return lines;
    }
}
