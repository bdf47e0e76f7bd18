package org.mcpstrata.stratify;

import java.time.LocalDate;
import java.util.List;
import org.mcpstrata.model.Person;

/** Everybody, for the unstratified row. */
record TotalRule() implements StratumRule {
    @Override
    public List<String> strata(Person person, LocalDate on) {
        return List.of(Stratifiers.TOTAL);
    }

    @Override
    public boolean exclusive() {
        return true;
    }
}
