package org.mcpstrata.stratify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.ProbableGroup;
import org.mcpstrata.stratify.IndirectStratifier.Group;
import org.mcpstrata.stratify.StratifierFile.IndirectEntry;
import org.mcpstrata.stratify.StratifierFile.ProbableEntry;

/** Understands the groups of a stratifier file to which people belong with a probability only. */
final class IndirectReader {
    private IndirectReader() {}

    /**
     * The groups, whether or not a program wants estimates by them; incomplete when problems were found.
     *
     * @param taken ids of the stratifiers of people
     * @param wanted null where the program wants none
     */
    static Optional<IndirectStratifier> read(IndirectEntry entry, Set<String> taken, IndirectEstimates wanted) {
        if (entry.id() == null || entry.id().isBlank() || entry.standard() == null || taken.contains(entry.id())) {
            entry.words().problem("id", "It needs a standard, and an id that no stratifier has.");
        }
        if (!Attribute.RACE_ETHNICITY.name().equals(entry.attribute())) {
            entry.words().problem("attribute", "Probabilities are of RACE_ETHNICITY.");
        }
        Map<String, String> own = new LinkedHashMap<>();
        Set<ProbableGroup> missing = EnumSet.allOf(ProbableGroup.class);
        List<Group> groups = new ArrayList<>();
        String multi = "";
        for (int i = 0; i < entry.strata().size(); i++) {
            ProbableEntry words = entry.strata().get(i);
            Optional<ProbableGroup> column = column(words);
            if (words.id() == null || words.label() == null || column.isEmpty() || !missing.remove(column.get())) {
                words.words()
                        .problem(
                                "column", "A group needs an id, a label, and a column of race_probability of its own.");
                continue;
            }
            if (!isFlag(words.weak())) {
                words.words().problem("weak", "It is true, or left out.");
            }
            if (words.kind() != null && !words.kind().equals(StratumKind.MULTI.name())) {
                words.words().problem("kind", "It is MULTI, or left out.");
            }
            StratumKind kind = words.kind() == null ? StratumKind.VALUE : StratumKind.MULTI;
            multi = kind == StratumKind.MULTI ? words.id() : multi;
            groups.add(new Group(Stratum.of(words.id(), words.label(), i, kind), column.get(), words.weak() != null));
            for (String value : words.from()) {
                if (own.put(value, words.id()) != null) {
                    words.words().problem("from", "A value is taken by two groups.");
                }
            }
        }
        if (!missing.isEmpty() || multi.isEmpty()) {
            entry.words().problem("strata", "Every column of race_probability is a group, one of kind MULTI.");
            return Optional.empty();
        }
        if (entry.wins() == null
                || groups.stream().noneMatch(group -> group.stratum().id().equals(entry.wins()))) {
            entry.words().problem("wins", "It names the group that takes a person whatever else they answered.");
            return Optional.empty();
        }
        CombinedAnswer answers = new CombinedAnswer(Attribute.RACE_ETHNICITY, own, multi, entry.wins());
        return Optional.ofNullable(wanted)
                .map(it -> new IndirectStratifier(entry.id(), entry.standard(), groups, answers, it));
    }

    private static boolean isFlag(String text) {
        return text == null || text.equals("true");
    }

    private static Optional<ProbableGroup> column(ProbableEntry words) {
        for (ProbableGroup group : ProbableGroup.values()) {
            if (group.column().equals(words.column())) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }
}
