package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mcpstrata.model.Practice;

/**
 * People whose months of cost belong to several practices. The sums of these practices take such a person for several, who
 * spend independently of one another; what is counted here is what must be added to the sums to make one person of them, so
 * that it, too, adds up over tasks. Dollars and months it leaves as they are.
 */
final class MovedPeople {
    private final Stratifiers stratifiers;
    private final NumberedStrata strata;
    private final int rates;
    private final Map<EntityType, CellTallies> above = new EnumMap<>(EntityType.class);

    /** @param strata numbers of strata, as the parts of people have them */
    MovedPeople(Stratifiers stratifiers, NumberedStrata strata, int rates) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.strata = requireNonNull(strata, "strata");
        this.rates = rates;
    }

    /** Counts one person in every entity that has several of the practices. */
    void add(String scope, List<PracticePart> parts) {
        join(EntityType.PROGRAM, scope, parts, practice -> RollUp.PROGRAM);
        join(EntityType.STATE, scope, parts, Practice::state);
        if (scope.equals(CellCounter.ALL) && stratifiers.isBy(EntityType.TIN, Stratifiers.TOTAL)) {
            join(EntityType.TIN, scope, parts, RollUp::tin);
        }
    }

    private void join(EntityType type, String scope, List<PracticePart> all, Function<Practice, String> entity) {
        SortedMap<String, List<PracticePart>> byEntity = new TreeMap<>();
        all.forEach(part -> byEntity.computeIfAbsent(entity.apply(part.practice()), absent -> new ArrayList<>())
                .add(part));
        byEntity.forEach((id, parts) -> {
            if (parts.size() > 1) {
                CellTallies cells = above.computeIfAbsent(type, absent -> new CellTallies(strata, rates));
                join(type, cells.of(id, scope), parts);
            }
        });
    }

    private void join(EntityType type, CellTallies.OfScope cells, List<PracticePart> parts) {
        Map<String, SortedMap<Integer, List<PracticePart>>> byStratifier = new TreeMap<>();
        for (PracticePart part : parts) {
            for (int stratum : part.strata()) {
                byStratifier
                        .computeIfAbsent(strata.stratifierId(stratum), absent -> new TreeMap<>())
                        .computeIfAbsent(stratum, absent -> new ArrayList<>())
                        .add(part);
            }
        }
        byStratifier.forEach((stratifierId, groups) -> {
            if (type.isOptional() && !stratifiers.isBy(type, stratifierId)) {
                return;
            }
            groups.forEach((stratum, group) -> {
                if (group.size() > 1) {
                    Tally[] cell = cells.at(stratum);
                    PracticePart.count(group, cell);
                    group.forEach(part -> PracticePart.remove(List.of(part), cell));
                }
            });
            Stratifier stratifier = stratifiers.stratifier(stratifierId);
            if (groups.size() > 1 && stratifier.exclusive() && !stratifier.isCrossing() && !type.isOptional()) {
                others(stratifier, cells, parts, groups);
            }
        });
    }

    /**
     * Somebody in several strata of one stratifier is among those of known value, and among everyone else than a stratum,
     * with what is spent there; taking strata away from the total would take away the whole person.
     */
    private void others(
            Stratifier stratifier,
            CellTallies.OfScope cells,
            List<PracticePart> parts,
            SortedMap<Integer, List<PracticePart>> groups) {
        List<PracticePart> known = new ArrayList<>();
        groups.forEach((stratum, group) -> known.addAll(isMissing(stratifier, stratum) ? List.of() : group));
        if (known.size() < parts.size()) {
            Tally[] ofKnown = cells.at(strata.numberOf(stratifier.id(), CellGroup.KNOWN));
            PracticePart.count(known, ofKnown);
            PracticePart.remove(parts, ofKnown);
            groups.forEach((stratum, group) -> {
                if (isMissing(stratifier, stratum)) {
                    PracticePart.count(group, ofKnown);
                }
            });
        }
        groups.forEach((stratum, group) -> {
            if (!isMissing(stratifier, stratum) && group.size() < known.size()) {
                List<PracticePart> others = new ArrayList<>(known);
                others.removeAll(group);
                Tally[] rest = cells.at(strata.numberOf(stratifier.id(), CellGroup.without(strata.stratumId(stratum))));
                PracticePart.count(others, rest);
                PracticePart.remove(known, rest);
                PracticePart.count(group, rest);
            }
        });
    }

    private boolean isMissing(Stratifier stratifier, int stratum) {
        return stratifier.stratum(strata.stratumId(stratum)).kind().isMissing();
    }

    /** What was counted, by kind of entity. */
    Map<EntityType, Map<CellGroup, Counts[]>> counts() {
        Map<EntityType, Map<CellGroup, Counts[]>> counts = new EnumMap<>(EntityType.class);
        above.forEach((type, cells) -> counts.put(type, cells.counts()));
        return counts;
    }
}
