package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;

/** Writes medical-claims rows: one for every line of every version of a claim. */
final class ApcdMedical {
    private static final int WIDTH = 164;
    private static final int OTHER_DIAGNOSES = 24;

    private final DeliveredFile file;
    private final ApcdForm form;
    private final Timeline timeline;
    private final PipeRow row = new PipeRow(WIDTH);

    ApcdMedical(DeliveredFile file, ApcdForm form, Timeline timeline) {
        this.file = requireNonNull(file, "file");
        this.form = requireNonNull(form, "form");
        this.timeline = requireNonNull(timeline, "timeline");
    }

    /** @param crossover whether another payer paid first */
    void write(SyntheticPerson person, String memberId, Claim claim, boolean crossover) throws IOException {
        String number = form.submitter().charAt(0)
                + "C"
                + Identifiers.digits(person.number(), 8)
                + Identifiers.digits(claim.sequence(), 4);
        for (ApcdVersion version : ApcdVersion.of(number, claim, form, timeline.asOf())) {
            describe(person, memberId, claim, version, crossover);
            int line = 0;
            for (ClaimLine service : version.lines()) {
                long paid = writeLine(person, claim, version, service, ++line, crossover);
                file.record(row.text(), paid);
            }
        }
    }

    private void describe(
            SyntheticPerson person, String memberId, Claim claim, ApcdVersion version, boolean crossover) {
        Profile profile = person.profile();
        Setting setting = claim.setting();
        row.clear()
                .set(1, form.submitter())
                .set(2, form.submitter())
                .set(4, form.product())
                .set(5, version.claimNumber())
                .set(7, version.version())
                .set(8, version.replaces())
                .set(18, String.valueOf(profile.genderLetter()))
                .day(19, profile.birth())
                .set(20, profile.familyName())
                .set(21, profile.givenName())
                .set(22, profile.residence().zip())
                .day(24, version.paid())
                .set(31, claim.dischargeStatus())
                .set(33, setting.placeOfService())
                .set(36, "0")
                .set(37, Billing.undotted(claim.diagnoses().get(0)))
                .set(135, Billing.renderingNpi(person, claim))
                .set(
                        142,
                        setting.ownPractice()
                                ? "207Q00000X"
                                : setting.facility().taxonomy())
                .set(148, Billing.billingNpi(person, claim))
                .set(150, Billing.billingTin(person, claim))
                .set(156, setting.institutional() ? "2" : "1")
                .set(157, status(claim, version, crossover))
                .set(160, String.valueOf(version.lineType()))
                .set(161, memberId)
                .set(162, memberId)
                .last("MC");
        if (form.payer() == Payer.MEDICAID) {
            row.set(10, profile.ageAtEndOf(timeline.year()) >= 65 ? "AGED" : "MAGI");
        }
        if (setting.institutional()) {
            row.set(32, setting.billType() + (version.lineType() == 'R' ? "7" : "1"));
        }
        if (setting == Setting.INPATIENT || setting == Setting.SKILLED_NURSING) {
            row.day(25, claim.from())
                    .day(29, claim.thru())
                    .set(34, Billing.undotted(claim.diagnoses().get(0)));
        }
        if (claim.diagnoses().get(0).startsWith("S")) {
            row.set(35, Billing.undotted(Billing.EXTERNAL_CAUSE));
        }
        codes(claim);
    }

    private void codes(Claim claim) {
        List<String> diagnoses = claim.diagnoses();
        for (int i = 1; i < diagnoses.size() && i <= OTHER_DIAGNOSES; i++) {
            row.set(37 + i, Billing.undotted(diagnoses.get(i)));
        }
        for (int i = 0; i < claim.procedures().size(); i++) {
            row.set(93 + i, claim.procedures().get(i));
        }
    }

    private static String status(Claim claim, ApcdVersion version, boolean crossover) {
        if (version.withdraws()) {
            return "22";
        }
        return claim.fate() == Fate.DENIED ? "04" : crossover ? "02" : "01";
    }

    private long writeLine(
            SyntheticPerson person, Claim claim, ApcdVersion version, ClaimLine service, int line, boolean crossover) {
        boolean denied = claim.fate() == Fate.DENIED || service.kind() != ClaimLine.Kind.PAID;
        long sign = version.withdraws() ? -1 : 1;
        long allowed = denied ? 0 : sign * service.allowedCents();
        long first = denied ? 0 : sign * service.paidCents();
        long paid = crossover ? allowed - first : first;
        row.set(6, line)
                .set(87, service.revenue())
                .set(88, service.hcpcs())
                .day(119, service.from())
                .day(120, service.thru())
                .set(121, 1)
                .set(123, form.amount(sign * service.chargeCents()))
                .set(125, form.amount(paid))
                .set(126, form.amount(0))
                .set(129, crossover ? form.amount(first) : "")
                .set(131, form.amount(allowed))
                .set(158, form.flag(denied))
                .set(89, modifier(claim, person));
        return paid;
    }

    private static String modifier(Claim claim, SyntheticPerson person) {
        return claim.setting() == Setting.TELEHEALTH && person.number() % 2 == 0 ? "95" : "";
    }
}
