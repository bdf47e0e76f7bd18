package org.mcpstrata.run.release;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.protect.Practices;
import org.mcpstrata.protect.PublicDimensions;
import org.mcpstrata.protect.StratifierFacts;
import org.mcpstrata.protect.StratifierFacts.Guard;
import org.mcpstrata.stratify.Stratifier;
import org.mcpstrata.stratify.Stratifiers;

/** What a release must know of the stratifiers of its run. */
final class ReleasedStratifiers {
    private ReleasedStratifiers() {}

    /** Every stratifier that can be published by itself: neither TOTAL nor crossings. */
    static SortedMap<String, StratifierFacts> facts(Stratifiers stratifiers) {
        SortedMap<String, StratifierFacts> facts = new TreeMap<>();
        for (Stratifier stratifier : stratifiers.all()) {
            if (!stratifier.id().equals(Stratifiers.TOTAL) && !stratifier.isCrossing()) {
                SortedMap<String, Boolean> strata = new TreeMap<>();
                stratifier
                        .strata()
                        .forEach(stratum ->
                                strata.put(stratum.id(), stratum.kind().isMissing()));
                facts.put(
                        stratifier.id(),
                        new StratifierFacts(
                                attribute(stratifier).orElse(""),
                                stratifier.exclusive(),
                                guard(stratifier),
                                stratifier.inapplicable().orElse(""),
                                strata));
            }
        }
        return facts;
    }

    private static Guard guard(Stratifier stratifier) {
        if (stratifier.neverSplit().isPresent()) {
            return Guard.NEVER_SPLIT;
        }
        return Practices.isFact(stratifier.id()) ? Guard.OF_PRACTICES : Guard.NONE;
    }

    private static Optional<String> attribute(Stratifier stratifier) {
        return stratifier.told().or(() -> stratifier.neverSplit().map(Enum::name));
    }

    /** What a stratum of the public tier means; empty where its strata rest on no answer. */
    static Optional<PublicDimensions.Meaning> meaning(Stratifiers stratifiers, String stratifierId, String stratumId) {
        return stratifiers.find(stratifierId).flatMap(stratifier -> stratifier
                .view()
                .map(view -> new PublicDimensions.Meaning(
                        view.attribute(),
                        view.rule(),
                        view.answers().get(stratumId),
                        view.wins().isEmpty() ? null : view.wins()))
                .or(() -> attribute(stratifier)
                        .map(attribute -> new PublicDimensions.Meaning(attribute, null, null, null))));
    }
}
