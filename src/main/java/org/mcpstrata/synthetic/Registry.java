package org.mcpstrata.synthetic;

/** The ids of the clinical registry. */
final class Registry {
    static final String PAYER_ID = "clinical-registry";

    private Registry() {}

    static String patientId(SyntheticPerson person) {
        return Identifiers.member("reg-", 77, person.number());
    }

    static String id(String prefix, SyntheticPerson person, int sequence) {
        return prefix + "-" + person.number() + "-" + sequence;
    }

    /** The id of a visit, or empty for facts that name none. */
    static String visitId(SyntheticPerson person, int sequence) {
        return sequence == 0 ? "" : id("enc", person, sequence);
    }

    /** The hour of a visit, from eight in the morning. */
    static int hour(int sequence) {
        return 8 + sequence % 9;
    }
}
