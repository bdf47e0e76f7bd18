package org.mcpstrata.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mcpstrata.deck.OfficialDeck;

class DisputedCasesPageTest {
    @Test
    void pageNamesEveryOfficialCaseThatIsMissedOnPurposeWithItsReason() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Official cases that are missed on purpose

                The official test decks of the measures are run through the whole line. Every population of every case is as
                the deck expects, but for the cases here. Tests fail when another case is missed, and when one of these comes
                right. `jobs/mcp-strata verify-decks` says of any deck which cases are missed; held against the full value sets
                of the edition, those of the official decks should be these. The decks belong to their publishers and are not
                part of this project.

                An edition whose reasons begin with "draft" was made for an earlier text of the measure and is held against the
                rules of 2025.

                | measure | edition | case | why it is missed |
                |---|---|---|---|
                """);
        OfficialDeck.disputedCases().forEach((key, reason) -> {
            String[] parts = key.split(" ");
            page.append("| ")
                    .append(parts[0])
                    .append(" | ")
                    .append(parts[1])
                    .append(" | ")
                    .append(parts[2])
                    .append(" | ")
                    .append(reason)
                    .append(" |\n");
        });
        GeneratedPage.check("disputed-cases.md", page.toString());
    }
}
