package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Care as it is billed, before any payer's form is put on it.
 *
 * @param sequence number of the claim within the person's history, from 1
 * @param diagnoses ICD-10-CM codes with their dots, the principal one first; never empty
 * @param procedures ICD-10-PCS codes of inpatient stays
 * @param dischargeStatus two digits, empty on professional claims
 * @param mistake the code that a corrected claim carried by mistake in its first version; empty otherwise
 */
record Claim(
        int sequence,
        Setting setting,
        LocalDate from,
        LocalDate thru,
        List<String> diagnoses,
        List<ClaimLine> lines,
        List<String> procedures,
        String dischargeStatus,
        String diagnosisGroup,
        Fate fate,
        String mistake) {
    Claim {
        requireNonNull(setting, "setting");
        requireNonNull(from, "from");
        requireNonNull(thru, "thru");
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        procedures = List.copyOf(procedures);
        requireNonNull(dischargeStatus, "dischargeStatus");
        requireNonNull(diagnosisGroup, "diagnosisGroup");
        requireNonNull(fate, "fate");
        requireNonNull(mistake, "mistake");
        if (diagnoses.isEmpty() || lines.isEmpty()) {
            throw new IllegalArgumentException("a claim needs a diagnosis and a line");
        }
    }

    /** Whether the claim counts for visits, conditions and cost. */
    boolean counts() {
        return fate == Fate.PAID || fate == Fate.CORRECTED;
    }

    /** The lines of the first version of a corrected claim: the right ones, and the mistake where there was one. */
    List<ClaimLine> firstLines() {
        if (mistake.isEmpty()) {
            return lines;
        }
        List<ClaimLine> mistaken = new ArrayList<>(lines);
        mistaken.add(
                new ClaimLine(from, from, mistake, setting.institutional() ? "0510" : "", 40_000, ClaimLine.Kind.PAID));
        return List.copyOf(mistaken);
    }
}
