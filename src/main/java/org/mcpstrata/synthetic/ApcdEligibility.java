package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Writes member-eligibility rows: one for every member and covered month. */
final class ApcdEligibility {
    private static final int WIDTH = 80;

    private final DeliveredFile file;
    private final ApcdForm form;
    private final Timeline timeline;
    private final PipeRow row = new PipeRow(WIDTH);

    ApcdEligibility(DeliveredFile file, ApcdForm form, Timeline timeline) {
        this.file = requireNonNull(file, "file");
        this.form = requireNonNull(form, "form");
        this.timeline = requireNonNull(timeline, "timeline");
    }

    void write(SyntheticPerson person, Enrollment span) throws IOException {
        describe(person, span);
        LocalDate last = span.end().isBefore(timeline.asOf()) ? span.end() : timeline.asOf();
        for (LocalDate month = span.start().withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
            row.set(5, month.getYear()).set(6, Identifiers.digits(month.getMonthValue(), 2));
            file.record(row.text());
        }
    }

    private void describe(SyntheticPerson person, Enrollment span) {
        Profile profile = person.profile();
        Residence home = profile.residence();
        row.clear()
                .set(1, form.submitter())
                .set(2, form.submitter())
                .set(4, form.product())
                .set(7, "GRP" + (1_000 + person.number() % 700))
                .set(8, "EMP")
                .set(17, "18")
                .set(18, String.valueOf(profile.genderLetter()))
                .day(19, profile.birth())
                .set(20, profile.familyName())
                .set(21, profile.givenName())
                .set(23, 1 + person.number() % 900 + " Invented Way")
                .set(24, home.city())
                .set(25, home.state())
                .set(26, home.zip())
                .set(27, home.county())
                .set(36, form.yes())
                .set(37, form.yes())
                .set(39, form.yes())
                .set(
                        40,
                        form.flag(form.payer() != Payer.MEDICAID
                                || !person.coverage().hasMedicare()))
                .set(43, form.market())
                .day(50, span.start())
                .set(61, span.memberId())
                .set(62, span.memberId())
                .last("ME");
        if (form.payer() == Payer.MEDICAID) {
            row.set(9, profile.ageAtEndOf(timeline.year()) >= 65 ? "AGED" : "MAGI");
        }
        if (!span.end().equals(Timeline.OPEN)) {
            row.day(51, span.end());
        }
        if (!person.attributions().isEmpty()) {
            row.set(47, person.practice().clinician(0));
        }
        identify(person);
        demographics(person);
    }

    /** Medicare Advantage knows the MBI; Medicaid knows it of three dual members in four, and the rest link by name. */
    private void identify(SyntheticPerson person) {
        boolean known = form.payer() == Payer.SUMMIT
                || form.payer() == Payer.MEDICAID && person.clerk(10).chance(0.75);
        if (known && person.coverage().hasMedicare()) {
            row.set(74, person.coverage().currentMbi())
                    .set(75, person.coverage().currentMbi());
        }
    }

    private void demographics(SyntheticPerson person) {
        Draw draw = person.clerk(11 + form.payer().ordinal());
        double silent =
                switch (form.payer()) {
                    case MEDICAID -> 0.04;
                    case SUMMIT -> 0.40;
                    case BLUESTONE, MEDICARE_FFS -> 0.62;
                };
        boolean unknown = draw.chance(silent);
        if (!unknown) {
            race(person, draw);
        } else if (draw.chance(0.6)) {
            row.set(29, "UN").set(32, form.unknown()).set(33, "UNKNOW");
        }
        boolean language = draw.chance(form.payer() == Payer.MEDICAID ? 0.95 : 0.45);
        if (language) {
            row.set(73, person.profile().language().iso3());
        }
    }

    private void race(SyntheticPerson person, Draw draw) {
        List<String> races = person.profile().heritage().stream()
                .filter(Heritage::isRace)
                .map(Heritage::apcdRace)
                .toList();
        boolean other = races.isEmpty() || draw.chance(0.03);
        for (int i = 0; i < races.size() && !other; i++) {
            row.set(29 + i, races.get(i));
        }
        if (other) {
            row.set(29, "R9");
        }
        boolean hispanic = person.profile().hispanic();
        row.set(32, form.flag(hispanic));
        if (hispanic && draw.chance(0.5)) {
            row.set(33, draw.pick("2148-5", "2180-8", "2161-8"));
        }
    }
}
