package org.mcpstrata.second;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.story.CanonicalDrop;

/**
 * Invented people for the comparison alone, who stand where the generator puts nobody: every one of them near several
 * boundaries of the depression measure at once, in the record, on claims or in both. One payer delivers them beside the
 * payers of the generator.
 */
final class ScreenedPeople {
    static final String PAYER = "screened-people";

    private ScreenedPeople() {}

    /** Adds the drop to a landing folder; the same seed gives the same people, whatever their number. */
    static void write(int people, long seed, Path landing) throws IOException {
        ScreeningCodes codes = ScreeningCodes.of(ComparedRun.YEAR);
        try (CanonicalDrop drop = CanonicalDrop.open(landing, PAYER, LineOfBusiness.COMMERCIAL, ComparedRun.YEAR)) {
            for (int number = 1; number <= people; number++) {
                String memberId = String.format(Locale.ROOT, "SCR%07d", number);
                Chances chances = new Chances(seed * 10_000_019L + number);
                new ScreenedPerson(new ScreenedChart(drop, memberId, codes, chances)).write();
            }
        }
    }
}
