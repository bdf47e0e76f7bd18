package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Strata published at one step beside strata published at another: which of them hold the same people together (relation 9). */
final class Links {
    private Links() {}

    /** The smallest sets of strata of both sides that hold the same strata of step 0; a side may be empty. */
    record Link(SortedSet<String> above, SortedSet<String> below) {}

    /** What a stratum holds. */
    interface Finest {
        Set<String> of(String stratum);
    }

    static List<Link> of(Set<String> above, Set<String> below, Finest finest) {
        List<Link> links = new ArrayList<>();
        SortedSet<String> all = new TreeSet<>(above);
        all.addAll(below);
        SortedMap<String, Link> holding = new TreeMap<>();
        for (String stratum : all) {
            Link link = new Link(new TreeSet<>(), new TreeSet<>());
            if (above.contains(stratum)) {
                link.above().add(stratum);
            }
            if (below.contains(stratum)) {
                link.below().add(stratum);
            }
            for (String held : finest.of(stratum)) {
                Link other = holding.get(held);
                if (other != null && other != link) {
                    link.above().addAll(other.above());
                    link.below().addAll(other.below());
                    links.removeIf(known -> known == other);
                    holding.replaceAll((key, value) -> value == other ? link : value);
                }
                holding.put(held, link);
            }
            links.add(link);
        }
        return links;
    }
}
