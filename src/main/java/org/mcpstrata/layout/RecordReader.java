package org.mcpstrata.layout;

import java.io.Serializable;
import org.mcpstrata.model.Provenance;

/**
 * Turns one delivered data record into canonical rows, or says why not. A reader belongs to one file type of one
 * format, keeps nothing between two records and may serve several threads.
 */
public interface RecordReader extends Serializable {
    /**
     * Reads one record.
     *
     * @param buffer bytes that hold the record; never changed and not kept
     * @param from first byte of the record
     * @param to byte after its last one; the line end, LF or CRLF, is not part of it
     */
    RecordOutcome read(byte[] buffer, int from, int to, Provenance at, DropFacts drop);

    /** Whether one record has a place for a claim and for its diagnoses, so that one without any says something. */
    default boolean tellsDiagnosesOfClaims() {
        return false;
    }

    /** Whether its records have an amount that counts towards the control total. */
    default boolean hasPaidAmount() {
        return false;
    }
}
