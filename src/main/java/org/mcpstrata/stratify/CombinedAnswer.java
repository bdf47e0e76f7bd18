package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.ResolvedAttribute;

/**
 * All answers to an attribute as one stratum: the single one, or the stratum for several (stratification.md 1.2).
 *
 * @param multi the stratum of people in several
 * @param wins a stratum that takes a person whatever else they answered, or empty
 */
record CombinedAnswer(Attribute answered, Map<String, String> stratumOf, String multi, String wins)
        implements StratumRule {
    CombinedAnswer {
        requireNonNull(answered, "answered");
        stratumOf = Map.copyOf(stratumOf);
        requireNonNull(multi, "multi");
        requireNonNull(wins, "wins");
    }

    @Override
    public List<String> strata(Person person, LocalDate on) {
        return List.of(group(person.attribute(answered)));
    }

    /** The stratum of an answer, or the name of a missing kind. */
    String group(ResolvedAttribute answer) {
        if (!answer.isAnswered()) {
            return answer.missing().name();
        }
        TreeSet<String> strata = new TreeSet<>();
        for (String value : answer.values()) {
            strata.add(stratumOf.getOrDefault(value, Missing.UNMAPPED.name()));
        }
        if (strata.contains(wins)) {
            return wins;
        }
        if (strata.contains(Missing.UNMAPPED.name())) {
            return Missing.UNMAPPED.name();
        }
        return strata.size() == 1 ? strata.first() : multi;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public Optional<Attribute> attribute() {
        return Optional.of(answered);
    }
}
