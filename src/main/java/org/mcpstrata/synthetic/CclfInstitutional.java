package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;

/** Writes Part A claims: CCLF1 headers, CCLF2 revenue lines, CCLF3 procedures and CCLF4 diagnoses. */
final class CclfInstitutional {
    private final DeliveredFile headers;
    private final DeliveredFile revenueLines;
    private final DeliveredFile procedures;
    private final DeliveredFile diagnoses;
    private final Timeline timeline;
    private final FixedRecord header = new FixedRecord(437);
    private final FixedRecord line = new FixedRecord(199);
    private final FixedRecord procedure = new FixedRecord(114);
    private final FixedRecord diagnosis = new FixedRecord(112);

    CclfInstitutional(
            DeliveredFile headers,
            DeliveredFile revenueLines,
            DeliveredFile procedures,
            DeliveredFile diagnoses,
            Timeline timeline) {
        this.headers = requireNonNull(headers, "headers");
        this.revenueLines = requireNonNull(revenueLines, "revenueLines");
        this.procedures = requireNonNull(procedures, "procedures");
        this.diagnoses = requireNonNull(diagnoses, "diagnoses");
        this.timeline = requireNonNull(timeline, "timeline");
    }

    void write(SyntheticPerson person, Claim claim) throws IOException {
        for (ClaimVersion version : ClaimVersion.of(person.number(), claim, timeline.asOf())) {
            String mbi = person.coverage().mbiOn(version.loaded());
            writeHeader(person, claim, version, mbi);
            writeLines(person, claim, version, mbi);
            writeProcedures(person, claim, version, mbi);
            writeDiagnoses(person, claim, version, mbi);
        }
    }

    private void writeHeader(SyntheticPerson person, Claim claim, ClaimVersion version, String mbi) throws IOException {
        Residence home = person.profile().residence();
        String certification = certification(person, claim);
        String npi = Billing.billingNpi(person, claim);
        String physician = person.practice().clinician(claim.sequence() % 2);
        long paid = version.paidCents(claim.fate());
        header.clear()
                .text(1, 13, version.uniqueId())
                .text(14, 6, certification)
                .text(20, 11, mbi)
                .text(42, 2, claim.setting().medicareClaimType())
                .date(44, claim.from())
                .date(54, claim.thru())
                .text(64, 2, claim.setting().billType())
                .text(66, 7, Billing.undotted(claim.diagnoses().get(0)))
                .text(80, 2, claim.fate() == Fate.DENIED ? "N" : "")
                .cents(82, 17, paid)
                .text(100, 2, home.county().substring(0, 2))
                .text(102, 2, claim.dischargeStatus())
                .text(104, 4, claim.diagnosisGroup())
                .text(109, 10, npi)
                .text(129, 10, physician)
                .text(149, 2, String.valueOf(version.adjustment()))
                .date(151, version.effective())
                .date(161, version.loaded())
                .text(186, 1, version.adjustment() == '2' ? "7" : "1")
                .text(187, 1, version.cancels() ? "0" : "3")
                .text(188, 1, "0")
                .cents(189, 15, version.chargeCents())
                .text(293, 20, certification)
                .text(313, 10, npi)
                .text(333, 10, physician)
                .text(353, 40, "A" + version.uniqueId())
                .text(433, 5, "99001");
        if (claim.setting() == Setting.INPATIENT) {
            header.text(73, 7, Billing.undotted(claim.diagnoses().get(0)))
                    .text(182, 2, "1")
                    .text(184, 2, "1");
        }
        headers.record(header, paid);
    }

    private void writeLines(SyntheticPerson person, Claim claim, ClaimVersion version, String mbi) throws IOException {
        int number = 0;
        for (ClaimLine service : version.lines()) {
            long paid = claim.fate() == Fate.DENIED ? 0 : service.paidCents();
            line.clear()
                    .text(1, 13, version.uniqueId())
                    .number(14, 10, ++number)
                    .text(24, 11, mbi)
                    .text(46, 2, claim.setting().medicareClaimType())
                    .date(48, service.from())
                    .date(58, service.thru())
                    .text(68, 4, service.revenue())
                    .date(72, service.from())
                    .text(82, 5, service.hcpcs())
                    .text(98, 6, certification(person, claim))
                    .date(104, claim.from())
                    .date(114, claim.thru())
                    .quantity(124, 1)
                    .cents(148, 17, paid)
                    .text(180, 20, certification(person, claim));
            revenueLines.record(line, paid);
        }
    }

    private void writeProcedures(SyntheticPerson person, Claim claim, ClaimVersion version, String mbi)
            throws IOException {
        int number = 0;
        for (String code : claim.procedures()) {
            procedure
                    .clear()
                    .text(1, 13, version.uniqueId())
                    .text(14, 11, mbi)
                    .text(36, 2, claim.setting().medicareClaimType())
                    .number(38, 2, ++number)
                    .text(40, 7, code)
                    .date(47, claim.from())
                    .text(68, 6, certification(person, claim))
                    .date(74, claim.from())
                    .date(84, claim.thru())
                    .text(94, 1, "0")
                    .text(95, 20, certification(person, claim));
            procedures.record(procedure);
        }
    }

    private void writeDiagnoses(SyntheticPerson person, Claim claim, ClaimVersion version, String mbi)
            throws IOException {
        int number = 0;
        for (String code : claim.diagnoses()) {
            writeDiagnosis(person, claim, version, mbi, 'D', ++number, code);
        }
        if (claim.diagnoses().get(0).startsWith("S")) {
            writeDiagnosis(person, claim, version, mbi, 'E', 1, Billing.EXTERNAL_CAUSE);
        }
    }

    private void writeDiagnosis(
            SyntheticPerson person, Claim claim, ClaimVersion version, String mbi, char kind, int number, String code)
            throws IOException {
        LocalDate from = claim.from();
        diagnosis
                .clear()
                .text(1, 13, version.uniqueId())
                .text(14, 11, mbi)
                .text(36, 2, claim.setting().medicareClaimType())
                .text(38, 1, String.valueOf(kind))
                .number(39, 2, number)
                .text(41, 7, Billing.undotted(code))
                .text(59, 6, certification(person, claim))
                .date(65, from)
                .date(75, claim.thru())
                .text(85, 7, claim.setting() == Setting.INPATIENT ? "Y" : "")
                .text(92, 1, "0")
                .text(93, 20, certification(person, claim));
        diagnoses.record(diagnosis);
    }

    private static String certification(SyntheticPerson person, Claim claim) {
        return claim.setting()
                .facility()
                .certification(person.profile().residence().state());
    }
}
