package org.mcpstrata.synthetic;

/** Who bills a claim, and the small rules of writing codes that all payers share. */
final class Billing {
    /** An external cause that belongs to no measure. */
    static final String EXTERNAL_CAUSE = "X58.XXXA";

    private Billing() {}

    /** ICD codes travel without their dot. */
    static String undotted(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot) + code.substring(dot + 1);
    }

    static String billingNpi(SyntheticPerson person, Claim claim) {
        return claim.setting().ownPractice()
                ? person.practice().npi()
                : claim.setting().facility().npi(person.profile().residence().state());
    }

    static String billingTin(SyntheticPerson person, Claim claim) {
        return claim.setting().ownPractice()
                ? person.practice().tin()
                : claim.setting().facility().tin(person.profile().residence().state());
    }

    static String renderingNpi(SyntheticPerson person, Claim claim) {
        return claim.setting().ownPractice()
                ? person.practice().clinician(claim.sequence() % 2)
                : claim.setting().facility().npi(person.profile().residence().state());
    }
}
