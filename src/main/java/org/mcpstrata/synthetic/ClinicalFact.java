package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;

/**
 * Something the clinical registry knows about a person. {@code sequence} numbers the facts of a person; {@code visit} is
 * the sequence of the visit a fact was recorded at, or 0.
 */
sealed interface ClinicalFact {
    int sequence();

    /** Hands this fact to the method for its kind. */
    void writeTo(FactWriter writer, SyntheticPerson person) throws IOException;

    /** Whether a reading may count. */
    enum Standing {
        COUNTS,
        /** Taken in an emergency room or hospital bed: never counts (measures.md 4 and 17). */
        ACUTE,
        /** Entered in error. */
        MISTAKEN
    }

    /**
     * A visit with its FHIR class and a type code: CPT for office visits, SNOMED for hospital care; {@code kept} is false where
     * the appointment was cancelled.
     */
    record Visit(
            int sequence, LocalDate start, LocalDate end, String encounterClass, String code, boolean cpt, boolean kept)
            implements ClinicalFact {
        public Visit {
            requireNonNull(start, "start");
            requireNonNull(end, "end");
            requireNonNull(encounterClass, "encounterClass");
            requireNonNull(code, "code");
        }

        @Override
        public void writeTo(FactWriter writer, SyntheticPerson person) throws IOException {
            writer.write(person, this);
        }
    }

    /** A blood pressure in mmHg; {@code panel} says whether it comes as one panel or as two observations. */
    record BloodPressure(
            int sequence, int visit, LocalDate day, int systolic, int diastolic, Standing standing, boolean panel)
            implements ClinicalFact {
        public BloodPressure {
            requireNonNull(day, "day");
            requireNonNull(standing, "standing");
        }

        @Override
        public void writeTo(FactWriter writer, SyntheticPerson person) throws IOException {
            writer.write(person, this);
        }
    }

    /** A laboratory result; an empty value stands for a result that is missing. */
    record Laboratory(int sequence, int visit, LocalDate day, String loinc, String value, String unit)
            implements ClinicalFact {
        public Laboratory {
            requireNonNull(day, "day");
            requireNonNull(loinc, "loinc");
            requireNonNull(value, "value");
            requireNonNull(unit, "unit");
        }

        @Override
        public void writeTo(FactWriter writer, SyntheticPerson person) throws IOException {
            writer.write(person, this);
        }
    }

    /** A laboratory or survey observation answered with a code. */
    record Answer(int sequence, int visit, LocalDate day, String category, String loinc, String system, String code)
            implements ClinicalFact {
        public Answer {
            requireNonNull(day, "day");
            requireNonNull(category, "category");
            requireNonNull(loinc, "loinc");
            requireNonNull(system, "system");
            requireNonNull(code, "code");
        }

        @Override
        public void writeTo(FactWriter writer, SyntheticPerson person) throws IOException {
            writer.write(person, this);
        }
    }

    /** An entry of the problem list, coded in SNOMED CT and ICD-10-CM. */
    record Problem(int sequence, LocalDate onset, String snomed, String icd10) implements ClinicalFact {
        public Problem {
            requireNonNull(onset, "onset");
            requireNonNull(snomed, "snomed");
            requireNonNull(icd10, "icd10");
        }

        @Override
        public void writeTo(FactWriter writer, SyntheticPerson person) throws IOException {
            writer.write(person, this);
        }
    }

    /** A procedure performed on one day, coded in CPT. */
    record Performed(int sequence, LocalDate day, String cpt) implements ClinicalFact {
        public Performed {
            requireNonNull(day, "day");
            requireNonNull(cpt, "cpt");
        }

        @Override
        public void writeTo(FactWriter writer, SyntheticPerson person) throws IOException {
            writer.write(person, this);
        }
    }

    /** A prescription, coded in RxNorm. */
    record Prescription(int sequence, LocalDate day, String rxnorm, int daysSupply, int refills)
            implements ClinicalFact {
        public Prescription {
            requireNonNull(day, "day");
            requireNonNull(rxnorm, "rxnorm");
        }

        @Override
        public void writeTo(FactWriter writer, SyntheticPerson person) throws IOException {
            writer.write(person, this);
        }
    }

    /** An order for a device or a service, coded in SNOMED CT. */
    record Order(int sequence, LocalDate day, boolean device, String snomed) implements ClinicalFact {
        public Order {
            requireNonNull(day, "day");
            requireNonNull(snomed, "snomed");
        }

        @Override
        public void writeTo(FactWriter writer, SyntheticPerson person) throws IOException {
            writer.write(person, this);
        }
    }
}
