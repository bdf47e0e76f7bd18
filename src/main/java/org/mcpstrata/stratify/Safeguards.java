package org.mcpstrata.stratify;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.Attribute;

/**
 * What no stratifier file can allow, whatever it says (stratification.md 1.3): results by sexual orientation or gender
 * identity are off unless wanted and never crossed, results by tribal affiliation need their owners' agreement.
 */
final class Safeguards {
    private static final Set<Attribute> NEVER_CROSSED =
            EnumSet.of(Attribute.SEXUAL_ORIENTATION, Attribute.GENDER_IDENTITY);

    private Safeguards() {}

    static boolean isNeverCrossed(StratumRule rule) {
        return rule.attributes().stream().anyMatch(NEVER_CROSSED::contains);
    }

    /** What a stratifier rests on that is published for states and the program as a whole only. */
    static Optional<Attribute> neverSplit(StratumRule rule) {
        return rule.attributes().stream()
                .filter(attribute -> NEVER_CROSSED.contains(attribute) || attribute == Attribute.TRIBAL_AFFILIATION)
                .min(Comparator.naturalOrder());
    }

    static boolean needsTribalAgreement(StratumRule rule) {
        return rule.attributes().contains(Attribute.TRIBAL_AFFILIATION);
    }

    /** Also what nobody can compute without a table that is not shipped, and what nobody looks for unless it is wanted. */
    static boolean mustBeOptional(StratumRule rule) {
        return isNeverCrossed(rule) || needsTribalAgreement(rule) || rule.area().isPresent() || rule.isScreening();
    }
}
