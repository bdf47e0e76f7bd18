package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;

/** Writes Observation resources: blood pressures as panels or pairs, laboratory results, coded answers. */
final class RegistryObservations {
    private static final String NEGATIVE_SNOMED = "260385009";
    private static final String MILLIMETERS = "mm[Hg]";

    private final DeliveredFile file;
    private final FhirLine line = new FhirLine();

    RegistryObservations(DeliveredFile file) {
        this.file = requireNonNull(file, "file");
    }

    void write(SyntheticPerson person, ClinicalFact.BloodPressure reading) throws IOException {
        String id = Registry.id("obs", person, reading.sequence());
        String status =
                reading.standing() == ClinicalFact.Standing.MISTAKEN ? "entered-in-error" : status(reading.sequence());
        if (reading.panel()) {
            start(person, id, reading.visit(), reading.day(), "vital-signs", "85354-9", status);
            line.json(
                    "component",
                    "[" + component("8480-6", reading.systolic()) + "," + component("8462-4", reading.diastolic())
                            + "]");
            file.record(line.end());
            return;
        }
        start(person, id + "-s", reading.visit(), reading.day(), "vital-signs", "8480-6", status);
        file.record(line.json("valueQuantity", FhirLine.quantity(Integer.toString(reading.systolic()), MILLIMETERS))
                .end());
        start(person, id + "-d", reading.visit(), reading.day(), "vital-signs", "8462-4", status);
        file.record(line.json("valueQuantity", FhirLine.quantity(Integer.toString(reading.diastolic()), MILLIMETERS))
                .end());
    }

    void write(SyntheticPerson person, ClinicalFact.Laboratory test) throws IOException {
        String category = test.unit().equals("{score}") ? "survey" : "laboratory";
        String id = Registry.id("obs", person, test.sequence());
        start(person, id, test.visit(), test.day(), category, test.loinc(), status(test.sequence()));
        if (test.value().isEmpty()) {
            line.status("dataAbsentReason", "data-absent-reason", "unknown");
        } else if (test.unit().isEmpty()) {
            line.concept("valueCodeableConcept", FhirLine.SNOMED, NEGATIVE_SNOMED);
        } else if (test.unit().equals("{score}")) {
            line.json("valueInteger", test.value());
        } else {
            line.json("valueQuantity", FhirLine.quantity(test.value(), test.unit()));
        }
        file.record(line.end());
    }

    void write(SyntheticPerson person, ClinicalFact.Answer answer) throws IOException {
        String id = Registry.id("obs", person, answer.sequence());
        start(person, id, answer.visit(), answer.day(), answer.category(), answer.loinc(), status(answer.sequence()));
        file.record(line.concept("valueCodeableConcept", answer.system(), answer.code())
                .end());
    }

    private void start(
            SyntheticPerson person, String id, int visit, LocalDate day, String category, String loinc, String status) {
        line.resource("Observation", id)
                .field("status", status)
                .category("observation-category", category)
                .concept("code", FhirLine.LOINC, loinc)
                .subject("subject", Registry.patientId(person))
                .encounter(Registry.visitId(person, visit))
                .field(
                        "effectiveDateTime",
                        FhirLine.time(
                                day, Registry.hour(visit), 5, person.profile().residence()));
    }

    /** Final results, and some amended ones, which count as well. */
    private static String status(int sequence) {
        return sequence % 23 == 0 ? "amended" : "final";
    }

    private static String component(String loinc, int value) {
        return "{\"code\":" + FhirLine.concept(FhirLine.LOINC, loinc) + ",\"valueQuantity\":"
                + FhirLine.quantity(Integer.toString(value), MILLIMETERS) + "}";
    }
}
