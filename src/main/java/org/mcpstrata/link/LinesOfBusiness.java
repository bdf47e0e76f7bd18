package org.mcpstrata.link;

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
}
