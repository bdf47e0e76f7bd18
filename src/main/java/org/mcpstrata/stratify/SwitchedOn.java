package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Which stratifiers of a file a run has: all that are not optional, and the optional ones that its program switches on. */
final class SwitchedOn {
    private final Switches switches;
    private final Problems problems;

    SwitchedOn(Switches switches, Problems problems) {
        this.switches = requireNonNull(switches, "switches");
        this.problems = requireNonNull(problems, "problems");
    }

    /**
     * The stratifiers in the order of the file; incomplete when problems were found. A crossing is on where both its sides
     * are.
     *
     * @param all every stratifier of the file, by id
     * @param optional ids of those that are off by themselves
     */
    Stratifiers of(Map<String, Stratifier> all, SortedSet<String> optional) {
        for (String id : switches.on()) {
            if (!optional.contains(id)) {
                problems.add(
                        ProblemCode.DEFINITION_INVALID,
                        switches.placeOf().apply(id),
                        "There is no optional stratifier '" + id + "'." + Suggestion.of(id, optional));
            } else {
                requireWhatItNeeds(id, all.get(id).rule());
            }
        }
        SortedSet<String> off = new TreeSet<>(optional);
        off.removeAll(switches.on());
        List<Stratifier> on = all.values().stream()
                .filter(stratifier -> stratifier.sides().stream().noneMatch(off::contains))
                .toList();
        return new Stratifiers(on);
    }

    private void requireWhatItNeeds(String id, StratumRule rule) {
        if (Safeguards.needsTribalAgreement(rule) && !switches.tribalDataOwnerAgreed()) {
            problems.add(
                    ProblemCode.AGREEMENT_MISSING,
                    switches.placeOf().apply(id),
                    "It needs 'tribal data owner agreed: true'.");
        }
        rule.area()
                .filter(area -> !switches.areas().contains(area))
                .ifPresent(area -> problems.add(
                        ProblemCode.GEOGRAPHY_MISSING,
                        switches.placeOf().apply(id),
                        "Stratifier '" + id + "' needs " + area.file() + "."));
    }
}
