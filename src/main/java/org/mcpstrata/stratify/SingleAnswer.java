package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.ResolvedAttribute;

/**
 * The one answer to an attribute.
 *
 * @param wins a stratum that takes a person whatever else they answered, or empty
 * @param others the stratum of every answer that no stratum takes, and of answers of several strata; or UNMAPPED
 */
record SingleAnswer(Attribute answered, Map<String, String> stratumOf, String wins, String others)
        implements StratumRule {
    SingleAnswer {
        requireNonNull(answered, "answered");
        stratumOf = Map.copyOf(stratumOf);
        requireNonNull(wins, "wins");
        requireNonNull(others, "others");
    }

    @Override
    public List<String> strata(Person person, LocalDate on) {
        ResolvedAttribute answer = person.attribute(answered);
        if (!answer.isAnswered()) {
            return List.of(answer.missing().name());
        }
        TreeSet<String> strata = new TreeSet<>();
        for (String value : answer.values()) {
            strata.add(stratumOf.getOrDefault(value, others));
        }
        if (strata.contains(wins)) {
            return List.of(wins);
        }
        return List.of(strata.size() == 1 ? strata.first() : others);
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
