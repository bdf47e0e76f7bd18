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

/** The one answer to an attribute. Answers of several strata cannot be placed and are UNMAPPED. */
record SingleAnswer(Attribute answered, Map<String, String> stratumOf) implements StratumRule {
    SingleAnswer {
        requireNonNull(answered, "answered");
        stratumOf = Map.copyOf(stratumOf);
    }

    @Override
    public List<String> strata(Person person, LocalDate on) {
        ResolvedAttribute answer = person.attribute(answered);
        if (!answer.isAnswered()) {
            return List.of(answer.missing().name());
        }
        TreeSet<String> strata = new TreeSet<>();
        for (String value : answer.values()) {
            strata.add(stratumOf.getOrDefault(value, Missing.UNMAPPED.name()));
        }
        return List.of(strata.size() == 1 ? strata.first() : Missing.UNMAPPED.name());
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
