package org.mcpstrata.synthetic;

import java.io.IOException;

/** Writes each kind of clinical fact; a new kind of fact cannot be forgotten here. */
interface FactWriter {
    void write(SyntheticPerson person, ClinicalFact.Visit visit) throws IOException;

    void write(SyntheticPerson person, ClinicalFact.BloodPressure reading) throws IOException;

    void write(SyntheticPerson person, ClinicalFact.Laboratory test) throws IOException;

    void write(SyntheticPerson person, ClinicalFact.Answer answer) throws IOException;

    void write(SyntheticPerson person, ClinicalFact.Problem problem) throws IOException;

    void write(SyntheticPerson person, ClinicalFact.Performed done) throws IOException;

    void write(SyntheticPerson person, ClinicalFact.Prescription drug) throws IOException;

    void write(SyntheticPerson person, ClinicalFact.Order order) throws IOException;
}
