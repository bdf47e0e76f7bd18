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

/** Every answer to an attribute, alone or in combination: a person is in the stratum of each, so strata overlap. */
record EveryAnswer(Attribute answered, Map<String, String> stratumOf) implements StratumRule {
    EveryAnswer {
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
        if (strata.size() > 1) {
            // Who is in a stratum is known: nobody is known and missing at once.
            strata.remove(Missing.UNMAPPED.name());
        }
        return List.copyOf(strata);
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Optional<Attribute> attribute() {
        return Optional.of(answered);
    }
}
