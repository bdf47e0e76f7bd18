package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;

/** Writes Part B claims: CCLF5 physician lines and CCLF6 equipment lines. */
final class CclfProfessional {
    private static final int[] DIAGNOSIS_POSITIONS = {276, 283, 290, 297, 304, 311, 318, 325, 333, 340, 347, 354};

    private final DeliveredFile physicianLines;
    private final DeliveredFile equipmentLines;
    private final Timeline timeline;
    private final FixedRecord physician = new FixedRecord(388);
    private final FixedRecord equipment = new FixedRecord(247);

    CclfProfessional(DeliveredFile physicianLines, DeliveredFile equipmentLines, Timeline timeline) {
        this.physicianLines = requireNonNull(physicianLines, "physicianLines");
        this.equipmentLines = requireNonNull(equipmentLines, "equipmentLines");
        this.timeline = requireNonNull(timeline, "timeline");
    }

    void write(SyntheticPerson person, Claim claim) throws IOException {
        for (ClaimVersion version : ClaimVersion.of(person.number(), claim, timeline.asOf())) {
            int number = 0;
            for (ClaimLine line : version.lines()) {
                number++;
                if (claim.setting().equipment()) {
                    writeEquipment(person, claim, version, line, number);
                } else {
                    writePhysician(person, claim, version, line, number);
                }
            }
        }
    }

    /** Which line of which claim of whom: the two files begin alike. */
    private static FixedRecord begin(
            FixedRecord record, SyntheticPerson person, Claim claim, ClaimVersion version, int number) {
        return record.clear()
                .text(1, 13, version.uniqueId())
                .number(14, 10, number)
                .text(24, 11, person.coverage().mbiOn(version.loaded()))
                .text(46, 2, claim.setting().medicareClaimType())
                .date(48, claim.from())
                .date(58, claim.thru());
    }

    private void writePhysician(SyntheticPerson person, Claim claim, ClaimVersion version, ClaimLine line, int number)
            throws IOException {
        long paid = claim.fate() == Fate.DENIED ? 0 : line.paidCents();
        String rendering = Billing.renderingNpi(person, claim);
        List<String> diagnoses = claim.diagnoses();
        begin(physician, person, claim, version, number)
                .text(68, 3, "001")
                .text(71, 2, person.profile().residence().county().substring(0, 2))
                .text(73, 2, claim.setting().ownPractice() ? "08" : "11")
                .text(75, 1, "1")
                .text(76, 2, claim.setting().placeOfService())
                .date(78, line.from())
                .date(88, line.thru())
                .text(98, 5, line.hcpcs())
                .cents(103, 15, paid)
                .text(119, 7, Billing.undotted(diagnoses.get(0)))
                .text(126, 10, Billing.billingTin(person, claim))
                .text(136, 10, rendering)
                .text(146, 2, claim.fate() == Fate.DENIED ? "0" : "1")
                .text(148, 2, processing(claim, line))
                .text(150, 2, String.valueOf(version.adjustment()))
                .date(152, version.effective())
                .date(162, version.loaded())
                .text(172, 40, controlNumber(person, claim))
                .cents(223, 17, claim.fate() == Fate.DENIED ? 0 : line.allowedCents())
                .quantity(240, 1)
                .text(274, 2, version.cancels() ? "03" : "01")
                .text(332, 1, "0")
                .text(364, 10, rendering)
                .text(384, 5, "99002");
        for (int i = 0; i < Math.min(diagnoses.size(), DIAGNOSIS_POSITIONS.length); i++) {
            physician.text(DIAGNOSIS_POSITIONS[i], 7, Billing.undotted(diagnoses.get(i)));
        }
        physicianLines.record(physician, paid);
    }

    private void writeEquipment(SyntheticPerson person, Claim claim, ClaimVersion version, ClaimLine line, int number)
            throws IOException {
        boolean denied = claim.fate() == Fate.DENIED;
        begin(equipment, person, claim, version, number)
                .text(68, 1, "P")
                .text(69, 2, claim.setting().placeOfService())
                .date(71, line.from())
                .date(81, line.thru())
                .text(91, 5, line.hcpcs())
                .cents(96, 15, denied ? 0 : line.paidCents())
                .text(112, 10, Billing.billingNpi(person, claim))
                .text(122, 10, person.practice().clinician(0))
                .text(132, 2, denied ? "0" : "1")
                .text(134, 2, processing(claim, line))
                .text(136, 2, String.valueOf(version.adjustment()))
                .date(138, version.effective())
                .date(148, version.loaded())
                .text(158, 40, controlNumber(person, claim))
                .cents(209, 17, denied ? 0 : line.allowedCents())
                .text(226, 2, version.cancels() ? "03" : "01")
                .text(228, 10, Billing.billingNpi(person, claim))
                .text(238, 10, person.practice().clinician(0));
        equipmentLines.record(equipment);
    }

    private static String processing(Claim claim, ClaimLine line) {
        return claim.fate() == Fate.DENIED
                ? "C"
                : switch (line.kind()) {
                    case PAID -> "A";
                    case DENIED -> "C";
                    case QUALITY -> "N";
                };
    }

    private static String controlNumber(SyntheticPerson person, Claim claim) {
        return "B" + Identifiers.digits(person.number(), 8) + Identifiers.digits(claim.sequence(), 4);
    }
}
