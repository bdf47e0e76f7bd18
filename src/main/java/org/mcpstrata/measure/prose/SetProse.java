package org.mcpstrata.measure.prose;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.valueset.ValueSet;
import org.mcpstrata.valueset.ValueSets;

/** Names value sets with their size and id, single codes with their system. */
final class SetProse {
    private final ValueSets valueSets;
    private final boolean sizes;

    private SetProse(ValueSets valueSets, boolean sizes) {
        this.valueSets = valueSets;
        this.sizes = sizes;
    }

    static SetProse withSizes(ValueSets valueSets) {
        return new SetProse(valueSets, true);
    }

    static SetProse namesOnly(ValueSets valueSets) {
        return new SetProse(valueSets, false);
    }

    String names(List<CodeSet> sets) {
        return String.join(" or ", sets.stream().map(this::name).toList());
    }

    private String name(CodeSet set) {
        if (set.id().contains("|")) {
            return set.name() + " (" + set.id().replace('|', ' ') + ")";
        }
        if (!sizes) {
            return set.name();
        }
        ValueSet found = valueSets
                .byId(set.id())
                .orElseThrow(() -> new IllegalArgumentException("a value set of the measure is not loaded"));
        List<String> size = new ArrayList<>();
        if (!found.headings().isEmpty()) {
            size.add(counted(found.headings().size(), "code with all beneath it", "codes with all beneath them"));
        }
        if (!found.members().isEmpty()) {
            size.add(counted(found.members().size(), "single code", "single codes"));
        }
        return set.name() + " (" + String.join(", ", size) + ")";
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
