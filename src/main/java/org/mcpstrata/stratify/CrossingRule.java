package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Person;

/** A stratum of one stratifier and a stratum of another at once. Both are exclusive, so the crossing is too. */
record CrossingRule(StratumRule first, StratumRule second) implements StratumRule {
    CrossingRule {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        if (!first.exclusive() || !second.exclusive()) {
            throw new IllegalArgumentException("only exclusive stratifiers are crossed");
        }
    }

    static String id(String first, String second) {
        return first + ':' + second;
    }

    /** Every pair of strata. A pair with a missing part is missing for that reason, the first one's if both are. */
    static List<Stratum> pairs(Stratifier first, Stratifier second) {
        List<Stratum> pairs = new ArrayList<>();
        int known = 0;
        int missing = 900;
        for (Stratum a : first.strata()) {
            for (Stratum b : second.strata()) {
                StratumKind kind = kind(a.kind(), b.kind());
                int order = kind.isMissing() ? missing++ : known++;
                pairs.add(new Stratum(
                        id(a.id(), b.id()),
                        a.label() + ", " + b.label(),
                        order,
                        kind,
                        new TreeMap<>(Map.of(first.id(), a.id(), second.id(), b.id()))));
            }
        }
        return pairs;
    }

    private static StratumKind kind(StratumKind a, StratumKind b) {
        if (a.isMissing() || b.isMissing()) {
            return a.isMissing() ? a : b;
        }
        if (a == StratumKind.MULTI || b == StratumKind.MULTI) {
            return StratumKind.MULTI;
        }
        return a == StratumKind.OTHER || b == StratumKind.OTHER ? StratumKind.OTHER : StratumKind.VALUE;
    }

    @Override
    public List<String> strata(Person person, LocalDate on) {
        return List.of(
                id(first.strata(person, on).get(0), second.strata(person, on).get(0)));
    }

    @Override
    public Set<Attribute> attributes() {
        return Stream.of(first, second)
                .flatMap(side -> side.attributes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean exclusive() {
        return true;
    }
}
