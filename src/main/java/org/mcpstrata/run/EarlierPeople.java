package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * People an earlier run evaluated, as far as nothing changed about them.
 *
 * @param files paths, one a range of person ids, in order of the ranges
 * @param untouched who can be taken over
 */
record EarlierPeople(List<String> files, PersonSet untouched) implements Serializable {
    static final EarlierPeople NONE = new EarlierPeople(List.of(), PersonSet.NOBODY);

    EarlierPeople {
        files = List.copyOf(files);
        requireNonNull(untouched, "untouched");
    }

    /** The files that may hold people of a range, where people are now cut into so many ranges. */
    List<String> filesOf(int range, int ranges) {
        List<String> overlapping = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            boolean startsBeforeTheEnd = (long) i * ranges < (range + 1L) * files.size();
            boolean endsBehindTheStart = (i + 1L) * ranges > (long) range * files.size();
            if (startsBeforeTheEnd && endsBehindTheStart) {
                overlapping.add(files.get(i));
            }
        }
        return overlapping;
    }
}
