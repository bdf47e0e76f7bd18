package org.mcpstrata.evaluate;

/** What an event is, which decides the clauses that may find it. */
enum EventKind {
    /** A visit or stay: a clinical encounter, a billed service line, a whole institutional claim. */
    ENCOUNTER,
    CONDITION,
    PROCEDURE,
    /** A result, vital sign, assessment, or a result code on a claim. */
    OBSERVATION,
    /** An order of a medication; its span is the supply it covers. */
    MEDICATION_ORDER,
    /** A fill; its span is the supply it covers. */
    DISPENSING,
    /** An order of a service, authored on its one day. */
    SERVICE_ORDER,
    /** An order or delivery of a device. */
    SUPPLY,
    /** Something left undone for a stated reason. */
    NOT_DONE,
    /** A quality-data or CPT II code: it reports, it is no service. */
    QUALITY_CODE
}
