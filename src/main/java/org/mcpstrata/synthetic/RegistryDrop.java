package org.mcpstrata.synthetic;

import java.io.IOException;
import java.nio.file.Path;

/** The clinical registry's drop: FHIR R4 resources, one file for each type. It covers nobody. */
final class RegistryDrop implements PayerDrop {
    private final DropFolder folder;
    private final RegistryPatients patients;
    private final RegistryFacts facts;

    RegistryDrop(Path landing, Timeline timeline) throws IOException {
        this.folder = DropFolder.create(landing, Registry.PAYER_ID, "NONE", timeline);
        this.patients = new RegistryPatients(open("Patient"));
        this.facts = new RegistryFacts(
                open("Encounter"),
                open("Condition"),
                open("Procedure"),
                open("MedicationRequest"),
                open("DeviceRequest"),
                open("ServiceRequest"),
                new RegistryObservations(open("Observation")));
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
            fact.writeTo(facts, person);
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
