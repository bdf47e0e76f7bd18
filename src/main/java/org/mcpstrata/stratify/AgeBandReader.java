package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.stratify.AgeRule.Band;
import org.mcpstrata.stratify.StratifierFile.Entry;
import org.mcpstrata.stratify.StratifierFile.Group;

/** Reads age bands such as {@code 18-44} and {@code 85+}, which must follow one another without gap or overlap. */
final class AgeBandReader {
    private static final Pattern AGES = Pattern.compile("([0-9]{1,3})(?:-([0-9]{1,3})|\\+)");

    private final StratifierCompiler compiler;

    AgeBandReader(StratifierCompiler compiler) {
        this.compiler = requireNonNull(compiler, "compiler");
    }

    AgeRule read(Entry entry) {
        List<Band> bands = new ArrayList<>();
        long next = 0;
        for (int i = 0; i < entry.strata().size(); i++) {
            Group group = entry.strata().get(i);
            String place = entry.id() + ".strata[" + i + "].ages";
            Matcher ages = AGES.matcher(String.valueOf(group.ages()));
            if (!ages.matches()) {
                compiler.complain(place, "Ages are written 18-44 or 85+.");
                continue;
            }
            int from = Integer.parseInt(ages.group(1));
            int to = ages.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(ages.group(2));
            if (from != next || to < from) {
                compiler.complain(place, "Bands start at 0 and follow one another without gap or overlap.");
            }
            next = to + 1L;
            bands.add(new Band(group.id(), from, to));
        }
        if (next <= Integer.MAX_VALUE) {
            compiler.complain(entry.id() + ".strata", "The last band is open, for example 85+.");
        }
        return new AgeRule(bands);
    }
}
