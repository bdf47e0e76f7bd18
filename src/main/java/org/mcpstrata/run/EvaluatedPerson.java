package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

/**
 * A person's result on its way into the tables.
 *
 * @param kept what {@link PeopleReader} found of somebody whom nothing touched, to be kept as it is; null for somebody
 *     evaluated now
 */
record EvaluatedPerson(PersonResult result, byte[] kept) {
    EvaluatedPerson {
        requireNonNull(result, "result");
    }

    static EvaluatedPerson now(PersonResult result) {
        return new EvaluatedPerson(result, null);
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return result.toString();
    }
}
