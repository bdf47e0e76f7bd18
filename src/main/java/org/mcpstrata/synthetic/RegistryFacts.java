package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** Writes clinical facts: visits, problems, procedures, prescriptions and orders here, observations by their own writer. */
final class RegistryFacts implements FactWriter {
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private final DeliveredFile encounters;
    private final DeliveredFile conditions;
    private final DeliveredFile procedures;
    private final DeliveredFile prescriptions;
    private final DeliveredFile devices;
    private final DeliveredFile services;
    private final RegistryObservations observations;
    private final FhirLine line = new FhirLine();

    RegistryFacts(
            DeliveredFile encounters,
            DeliveredFile conditions,
            DeliveredFile procedures,
            DeliveredFile prescriptions,
            DeliveredFile devices,
            DeliveredFile services,
            RegistryObservations observations) {
        this.encounters = requireNonNull(encounters, "encounters");
        this.conditions = requireNonNull(conditions, "conditions");
        this.procedures = requireNonNull(procedures, "procedures");
        this.prescriptions = requireNonNull(prescriptions, "prescriptions");
        this.devices = requireNonNull(devices, "devices");
        this.services = requireNonNull(services, "services");
        this.observations = requireNonNull(observations, "observations");
    }

    @Override
    public void write(SyntheticPerson person, ClinicalFact.Visit visit) throws IOException {
        Residence home = person.profile().residence();
        int hour = Registry.hour(visit.sequence());
        String system = visit.cpt() ? FhirLine.procedureSystem(visit.code()) : FhirLine.SNOMED;
        line.resource("Encounter", Registry.visitId(person, visit.sequence()))
                .field("status", visit.kept() ? "finished" : "cancelled")
                .json("class", FhirLine.coding(ACT_CODE, visit.encounterClass()))
                .json("type", "[" + FhirLine.concept(system, visit.code()) + "]")
                .subject("subject", Registry.patientId(person))
                .json(
                        "period",
                        "{\"start\":\"" + FhirLine.time(visit.start(), hour, 0, home) + "\",\"end\":\""
                                + FhirLine.time(visit.end(), hour, 25, home) + "\"}");
        if (visit.cpt()) {
            line.json(
                    "serviceProvider",
                    "{\"identifier\":{\"system\":\"urn:practice\",\"value\":\""
                            + person.practice().id() + "\"}}");
        }
        encounters.record(line.end());
    }

    @Override
    public void write(SyntheticPerson person, ClinicalFact.Problem problem) throws IOException {
        line.resource("Condition", Registry.id("cond", person, problem.sequence()))
                .status("clinicalStatus", "condition-clinical", "active")
                .status("verificationStatus", "condition-ver-status", "confirmed")
                .category("condition-category", "problem-list-item")
                .json(
                        "code",
                        "{\"coding\":[" + FhirLine.coding(FhirLine.SNOMED, problem.snomed()) + ","
                                + FhirLine.coding(FhirLine.ICD10CM, problem.icd10()) + "]}")
                .subject("subject", Registry.patientId(person))
                .field("onsetDateTime", problem.onset().toString())
                .field("recordedDate", problem.onset().toString());
        conditions.record(line.end());
    }

    @Override
    public void write(SyntheticPerson person, ClinicalFact.Performed done) throws IOException {
        line.resource("Procedure", Registry.id("proc", person, done.sequence()))
                .field("status", "completed")
                .concept("code", FhirLine.procedureSystem(done.cpt()), done.cpt())
                .subject("subject", Registry.patientId(person))
                .field("performedDateTime", done.day().toString());
        procedures.record(line.end());
    }

    @Override
    public void write(SyntheticPerson person, ClinicalFact.Prescription drug) throws IOException {
        line.resource("MedicationRequest", Registry.id("rx", person, drug.sequence()))
                .field("status", "active")
                .field("intent", "order")
                .concept("medicationCodeableConcept", FhirLine.RXNORM, drug.rxnorm())
                .subject("subject", Registry.patientId(person))
                .field("authoredOn", drug.day().toString())
                .json(
                        "dispenseRequest",
                        "{\"numberOfRepeatsAllowed\":" + drug.refills()
                                + ",\"expectedSupplyDuration\":"
                                + FhirLine.quantity(Integer.toString(drug.daysSupply()), "d")
                                + "}");
        prescriptions.record(line.end());
    }

    @Override
    public void write(SyntheticPerson person, ClinicalFact.Order order) throws IOException {
        String type = order.device() ? "DeviceRequest" : "ServiceRequest";
        line.resource(type, Registry.id("order", person, order.sequence()))
                .field("status", "active")
                .field("intent", "order")
                .concept(order.device() ? "codeCodeableConcept" : "code", FhirLine.SNOMED, order.snomed())
                .subject("subject", Registry.patientId(person))
                .field("authoredOn", order.day().toString());
        (order.device() ? devices : services).record(line.end());
    }

    @Override
    public void write(SyntheticPerson person, ClinicalFact.BloodPressure reading) throws IOException {
        observations.write(person, reading);
    }

    @Override
    public void write(SyntheticPerson person, ClinicalFact.Laboratory test) throws IOException {
        observations.write(person, test);
    }

    @Override
    public void write(SyntheticPerson person, ClinicalFact.Answer answer) throws IOException {
        observations.write(person, answer);
    }
}
