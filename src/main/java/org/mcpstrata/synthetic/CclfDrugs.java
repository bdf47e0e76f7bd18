package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;

/** Writes Part D events: CCLF7, where a withdrawn event comes again as a deletion without its drug. */
final class CclfDrugs {
    private final DeliveredFile events;
    private final Timeline timeline;
    private final FixedRecord event = new FixedRecord(195);

    CclfDrugs(DeliveredFile events, Timeline timeline) {
        this.events = requireNonNull(events, "events");
        this.timeline = requireNonNull(timeline, "timeline");
    }

    void write(SyntheticPerson person, Fill fill) throws IOException {
        if (fill.fate() == Fate.DENIED) {
            return;
        }
        LocalDate first = fill.day().plusDays(7);
        writeEvent(
                person,
                fill,
                0,
                '0',
                first.isAfter(timeline.asOf()) ? timeline.asOf().minusDays(9) : first);
        LocalDate second = first.plusDays(25);
        if (second.isBefore(timeline.asOf().minusDays(3))) {
            switch (fill.fate()) {
                case WITHDRAWN -> writeEvent(person, fill, 1, '1', second);
                case CORRECTED -> writeEvent(person, fill, 2, '2', second);
                case PAID, DENIED -> {}
            }
        }
    }

    private void writeEvent(SyntheticPerson person, Fill fill, int number, char adjustment, LocalDate effective)
            throws IOException {
        LocalDate loaded = effective.plusDays(2);
        event.clear()
                .text(
                        1,
                        13,
                        "5" + Identifiers.digits(person.number(), 8)
                                + Identifiers.digits(fill.sequence() * 4L + number, 4))
                .text(14, 11, person.coverage().mbiOn(loaded))
                .text(36, 11, adjustment == '1' ? "" : fill.drug())
                .text(47, 2, adjustment == '1' ? "03" : adjustment == '2' ? "02" : "01")
                .date(49, fill.day())
                .text(59, 2, "01")
                .text(61, 20, Facility.PHARMACY.npi(person.profile().residence().state()))
                .text(81, 1, "C")
                .text(82, 1, "0")
                .quantity(83, fill.daysSupply())
                .number(107, 9, fill.daysSupply())
                .text(116, 2, "01")
                .text(118, 20, person.practice().clinician(0))
                .cents(138, 13, fill.chargeCents() / 5)
                .text(151, 2, String.valueOf(adjustment))
                .date(153, effective)
                .date(163, loaded)
                .text(173, 12, Identifiers.digits(person.number(), 8) + Identifiers.digits(fill.sequence(), 4))
                .text(185, 9, Integer.toString(fill.refill()))
                .text(194, 2, "01");
        events.record(event);
    }
}
