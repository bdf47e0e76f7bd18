package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;

/** Writes pharmacy-claims rows. */
final class ApcdPharmacy {
    private static final int WIDTH = 72;

    private final DeliveredFile file;
    private final ApcdForm form;
    private final Timeline timeline;
    private final PipeRow row = new PipeRow(WIDTH);

    ApcdPharmacy(DeliveredFile file, ApcdForm form, Timeline timeline) {
        this.file = requireNonNull(file, "file");
        this.form = requireNonNull(form, "form");
        this.timeline = requireNonNull(timeline, "timeline");
    }

    void write(SyntheticPerson person, String memberId, Fill fill) throws IOException {
        String number = form.submitter().charAt(0)
                + "X"
                + Identifiers.digits(person.number(), 8)
                + Identifiers.digits(fill.sequence(), 4);
        boolean crossReference = form.replacement() == ApcdForm.Replacement.CROSS_REFERENCE;
        writeRow(person, memberId, fill, number, 0, "", 'O');
        switch (fill.fate()) {
            case WITHDRAWN ->
                writeRow(
                        person,
                        memberId,
                        fill,
                        crossReference ? number + "A1" : number,
                        crossReference ? 0 : 1,
                        crossReference ? number : "",
                        'V');
            case CORRECTED ->
                writeRow(
                        person,
                        memberId,
                        fill,
                        crossReference ? number + "A2" : number,
                        crossReference ? 0 : 1,
                        crossReference ? number : "",
                        'R');
            case PAID, DENIED -> {}
        }
    }

    private void writeRow(
            SyntheticPerson person,
            String memberId,
            Fill fill,
            String number,
            int version,
            String replaces,
            char lineType)
            throws IOException {
        Profile profile = person.profile();
        long sign = lineType == 'V' ? -1 : 1;
        long paid = sign * fill.paidCents();
        LocalDate paidDay = fill.day().plusDays(lineType == 'O' ? 6 : 30);
        row.clear()
                .set(1, form.submitter())
                .set(2, form.submitter())
                .set(4, form.product())
                .set(5, number)
                .set(6, 1)
                .set(7, version)
                .set(8, replaces)
                .set(18, String.valueOf(profile.genderLetter()))
                .day(19, profile.birth())
                .set(20, profile.familyName())
                .set(21, profile.givenName())
                .set(22, profile.residence().zip())
                .day(23, fill.day())
                .day(24, paidDay.isAfter(timeline.asOf()) ? timeline.asOf() : paidDay)
                .set(25, fill.drug())
                .set(26, Identifiers.digits(fill.refill(), 2))
                .set(32, fill.daysSupply())
                .set(33, fill.daysSupply())
                .set(35, Identifiers.digits(person.number(), 8) + Identifiers.digits(fill.sequence(), 4))
                .set(36, form.amount(sign * fill.chargeCents()))
                .set(37, form.amount(paid))
                .set(38, form.amount(paid))
                .set(51, person.practice().clinician(0))
                .set(57, Facility.PHARMACY.npi(profile.residence().state()))
                .set(65, fill.fate() == Fate.DENIED ? "2" : "1")
                .set(66, String.valueOf(lineType))
                .set(68, memberId)
                .set(69, memberId)
                .last("PC");
        file.record(row.text(), paid);
    }
}
