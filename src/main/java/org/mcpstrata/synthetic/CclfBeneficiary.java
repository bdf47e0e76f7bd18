package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;

/** Writes who the beneficiaries are: CCLF8 demographics and CCLF9 changes of the MBI. */
final class CclfBeneficiary {
    private final DeliveredFile demographics;
    private final DeliveredFile crossReference;
    private final Timeline timeline;
    private final FixedRecord beneficiary = new FixedRecord(549);
    private final FixedRecord reference = new FixedRecord(55);

    CclfBeneficiary(DeliveredFile demographics, DeliveredFile crossReference, Timeline timeline) {
        this.demographics = requireNonNull(demographics, "demographics");
        this.crossReference = requireNonNull(crossReference, "crossReference");
        this.timeline = requireNonNull(timeline, "timeline");
    }

    void write(SyntheticPerson person) throws IOException {
        Profile profile = person.profile();
        Residence home = profile.residence();
        LocalDate entitled = entitled(profile);
        beneficiary
                .clear()
                .text(1, 11, person.coverage().currentMbi())
                .text(23, 2, home.county().substring(0, 2))
                .text(25, 3, home.county().substring(2))
                .text(28, 5, home.zip())
                .date(33, profile.birth())
                .text(43, 1, profile.female() ? "2" : "1")
                .text(44, 1, String.valueOf(raceCode(person)))
                .number(45, 3, timeline.asOf().getYear() - profile.birth().getYear())
                .text(48, 2, statusCode(profile))
                .text(50, 2, person.coverage().dualCode())
                .text(52, 10, profile.death().map(LocalDate::toString).orElse("9999-12-31"))
                .text(
                        62,
                        10,
                        person.care().hospiceStart().map(LocalDate::toString).orElse("1000-01-01"))
                .text(
                        72,
                        10,
                        person.care().hospiceEnd().map(LocalDate::toString).orElse("9999-12-31"))
                .text(82, 30, profile.givenName())
                .text(127, 40, profile.familyName())
                .text(167, 1, String.valueOf(profile.originalReason()))
                .text(168, 1, person.coverage().dual() == Dual.FULL ? "C" : "3")
                .date(169, entitled)
                .date(179, entitled)
                .text(189, 45, 1 + person.number() % 900 + " Invented Way")
                .text(439, 100, home.city())
                .text(539, 2, home.state())
                .text(541, 5, home.zip())
                .text(546, 4, "~");
        demographics.record(beneficiary);
        if (person.coverage().mbiChange().isPresent()) {
            writeChange(person, person.coverage().mbiChange().get());
        }
    }

    private void writeChange(SyntheticPerson person, LocalDate change) throws IOException {
        reference
                .clear()
                .text(1, 1, "M")
                .text(2, 11, person.coverage().currentMbi())
                .text(13, 11, person.coverage().formerMbi())
                .date(24, LocalDate.of(2018, 1, 1))
                .date(34, change);
        crossReference.record(reference);
    }

    /** First of the month of the sixty-fifth birthday, or an earlier day for disability. */
    static LocalDate entitled(Profile profile) {
        LocalDate byAge = profile.birth().plusYears(65).withDayOfMonth(1);
        return profile.originalReason() == '0'
                ? byAge
                : profile.birth().plusYears(19).withDayOfMonth(1);
    }

    /** Reason for entitlement today: 10 aged, 11 aged with ESRD, 20 disabled, 21 disabled with ESRD. */
    String statusCode(Profile profile) {
        boolean aged = profile.ageAtEndOf(timeline.year()) >= 65;
        return (aged ? "1" : "2") + (profile.renalFailure() ? "1" : "0");
    }

    /** One code for race and ethnicity, as unreliable as the real one (stratification.md 1.2). */
    static char raceCode(SyntheticPerson person) {
        Set<Heritage> heritage = person.profile().heritage();
        int luck = person.clerk(2).below(20);
        if (luck == 0) {
            return '0';
        }
        if (luck == 1) {
            return '3';
        }
        if (heritage.contains(Heritage.HISPANIC)) {
            return luck < 10 ? '5' : '1';
        }
        return heritage.iterator().next().cclfRace();
    }
}
