package org.mcpstrata.stratify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.document.Section;
import org.mcpstrata.stratify.AgeRule.Band;
import org.mcpstrata.stratify.StratifierFile.Entry;
import org.mcpstrata.stratify.StratifierFile.Group;

/** Reads age bands such as {@code 18-44} and {@code 85+}, which must follow one another without gap or overlap. */
final class AgeBandReader {
    private static final Pattern AGES = Pattern.compile("([0-9]{1,3})(?:-([0-9]{1,3})|\\+)");

    private AgeBandReader() {}

    static AgeRule read(Entry entry) {
        List<Band> bands = new ArrayList<>();
        long next = 0;
        for (Group group : entry.strata()) {
            Section words = group.words();
            Matcher ages = AGES.matcher(String.valueOf(group.ages()));
            if (!ages.matches()) {
                words.problem("ages", "Ages are written 18-44 or 85+.");
                continue;
            }
            int from = Integer.parseInt(ages.group(1));
            int to = ages.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(ages.group(2));
            if (from != next || to < from) {
                words.problem("ages", "Bands start at 0 and follow one another without gap or overlap.");
            }
            next = to + 1L;
            bands.add(new Band(group.id(), from, to));
        }
        if (next <= Integer.MAX_VALUE) {
            entry.words().problem("strata", "The last band is open, for example 85+.");
        }
        return new AgeRule(bands);
    }
}
