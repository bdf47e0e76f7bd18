package org.mcpstrata.stratify;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.time.Age;

/** Age in completed years on the anchor date, in bands. Who is not yet born on that day has no age. */
record AgeRule(List<Band> bands) implements StratumRule {
    AgeRule {
        bands = List.copyOf(bands);
    }

    /** One band, both ends included. */
    record Band(String stratum, int from, int to) implements Serializable {}

    @Override
    public List<String> strata(Person person, LocalDate on) {
        if (person.birthDate() == null) {
            return List.of(Missing.NO_INFORMATION.name());
        }
        int age = Age.inYears(person.birthDate(), on);
        if (age < 0) {
            return List.of(Missing.NOT_APPLICABLE.name());
        }
        for (Band band : bands) {
            if (band.from() <= age && age <= band.to()) {
                return List.of(band.stratum());
            }
        }
        return List.of(Missing.UNMAPPED.name());
    }

    @Override
    public boolean exclusive() {
        return true;
    }
}
