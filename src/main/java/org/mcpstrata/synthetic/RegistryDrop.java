package org.mcpstrata.synthetic;

import java.io.IOException;
import java.nio.file.Path;

/** The clinical registry's drop: FHIR R4 resources, one file for each type. It covers nobody. */
final class RegistryDrop implements PayerDrop {
    private final DropFolder folder;
    private final RegistryPatients patients;
    private final RegistryObservations observations;
    private final RegistryEvents events;

    RegistryDrop(Path landing, Timeline timeline) throws IOException {
        this.folder = DropFolder.create(landing, Registry.PAYER_ID, "NONE", timeline);
        this.patients = new RegistryPatients(open("Patient"));
        this.events = new RegistryEvents(
                open("Encounter"),
                open("Condition"),
                open("Procedure"),
                open("MedicationRequest"),
                open("DeviceRequest"),
                open("ServiceRequest"));
        this.observations = new RegistryObservations(open("Observation"));
    }

    private DeliveredFile open(String type) throws IOException {
        FileForm form = FileForm.plain(type + ".ndjson", type, "fhir-ndjson", "R4");
        return folder.open(type.equals("DeviceRequest") || type.equals("ServiceRequest") ? form : form.gzipped());
    }

    @Override
    public void write(SyntheticPerson person) throws IOException {
        if (!person.care().registered()) {
            return;
        }
        patients.write(person);
        for (ClinicalFact fact : person.care().facts()) {
            if (fact instanceof ClinicalFact.Visit visit) {
                events.write(person, visit);
            } else if (fact instanceof ClinicalFact.BloodPressure reading) {
                observations.write(person, reading);
            } else if (fact instanceof ClinicalFact.Laboratory test) {
                observations.write(person, test);
            } else if (fact instanceof ClinicalFact.Answer answer) {
                observations.write(person, answer);
            } else if (fact instanceof ClinicalFact.Problem problem) {
                events.write(person, problem);
            } else if (fact instanceof ClinicalFact.Performed done) {
                events.write(person, done);
            } else if (fact instanceof ClinicalFact.Prescription drug) {
                events.write(person, drug);
            } else if (fact instanceof ClinicalFact.Order order) {
                events.write(person, order);
            }
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
