package org.mcpstrata.valueset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * Joins the pages of FHIR expansions. An expansion that holds fewer concepts than its own total was cut off while it was
 * fetched, and would make an exclusion that never fires (measures.md 14.3): without the missing pages it is refused.
 */
final class ExpansionPages {
    private ExpansionPages() {}

    static List<Expansion> join(Collection<ExpansionPage> pages, Problems problems) {
        List<Expansion> joined = new ArrayList<>();
        SortedMap<String, List<ExpansionPage>> parts = new TreeMap<>();
        for (ExpansionPage page : pages) {
            if (page.isWhole()) {
                joined.add(page.whole(page.members()));
            } else {
                parts.computeIfAbsent(page.id(), id -> new ArrayList<>()).add(page);
            }
        }
        for (List<ExpansionPage> ofOne : parts.values()) {
            ofOne.sort(Comparator.comparingInt(ExpansionPage::offset)
                    .thenComparing(page -> page.place().toString()));
            join(ofOne, joined, problems);
        }
        return joined;
    }

    private static void join(List<ExpansionPage> pages, List<Expansion> joined, Problems problems) {
        SortedSet<Coding> members = new TreeSet<>();
        ExpansionPage first = pages.get(0);
        int reached = 0;
        boolean fits = true;
        for (ExpansionPage page : pages) {
            fits &= page.offset() == reached
                    && page.total() == first.total()
                    && page.release().equals(first.release());
            reached += page.concepts();
            members.addAll(page.members());
        }
        if (fits && reached == first.total()) {
            joined.add(first.whole(members));
        } else {
            pages.forEach(page -> problems.add(ProblemCode.VALUE_SET_TRUNCATED, page.place(), detail(page)));
        }
    }

    private static String detail(ExpansionPage page) {
        return "It holds " + page.concepts() + " of a total of " + page.total() + " concepts"
                + (page.offset() > 0 ? ", from number " + (page.offset() + 1) + " on." : ".");
    }
}
