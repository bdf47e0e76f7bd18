package org.mcpstrata.stratify;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Person;

/** How a person comes into the strata of a stratifier. */
sealed interface StratumRule extends Serializable
        permits TotalRule, AgeRule, SingleAnswer, CombinedAnswer, EveryAnswer, OneQuestion, FactRule, CrossingRule {
    /**
     * The ids of the strata the person is in; never empty, because nobody is dropped for want of an answer.
     *
     * @param on the measure's anchor date
     */
    List<String> strata(Person person, LocalDate on);

    /** Whether every person is in exactly one stratum. */
    boolean exclusive();

    /** The attribute people answer, where the stratifier rests on one. */
    default Optional<Attribute> attribute() {
        return Optional.empty();
    }

    /** The table of places that the strata come from. */
    default Optional<Area> area() {
        return Optional.empty();
    }

    /** Whether the strata are what a screening for social needs came to. */
    default boolean isScreening() {
        return false;
    }

    /** Everything people say or are said to be that the strata rest on. */
    default Set<Attribute> attributes() {
        return attribute().map(Set::of).orElse(Set.of());
    }
}
