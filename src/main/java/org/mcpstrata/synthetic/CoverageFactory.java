package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a person coverage: payers, spans with and without gaps, moves between payers, dual status and MBI changes. */
final class CoverageFactory {
    private final long seed;
    private final Timeline timeline;

    CoverageFactory(long seed, Timeline timeline) {
        this.seed = seed;
        this.timeline = requireNonNull(timeline, "timeline");
    }

    Coverage invent(Profile person, Draw draw) {
        List<Enrollment> spans = new ArrayList<>();
        int age = person.ageAtEndOf(timeline.year());
        boolean medicare = age > 65 && draw.chance(0.94) || age < 65 && age >= 20 && disabledWorker(person, draw);
        if (age == 65) {
            turnSixtyFive(person, spans);
        } else if (medicare) {
            medicare(person, spans, draw);
        } else {
            other(person, age, spans, draw);
        }
        spans.removeIf(span -> !person.aliveOn(span.start()));
        boolean beneficiary = spans.stream().anyMatch(span -> span.payer().isMedicare());
        Dual dual = beneficiary ? dual(age, draw) : Dual.NOT_APPLICABLE;
        if (dual == Dual.FULL) {
            spans.add(span(person, Payer.MEDICAID, timeline.historyStart(), Timeline.OPEN));
        }
        boolean changed = beneficiary && draw.chance(0.05);
        LocalDate change =
                draw.day(timeline.start().plusDays(40), timeline.end().minusDays(40));
        return new Coverage(
                spans,
                dual,
                dualCode(dual, draw),
                beneficiary ? Identifiers.mbi(seed, 2L * person.number()) : "",
                changed ? Identifiers.mbi(seed, 2L * person.number() + 1) : "",
                changed ? Optional.of(change) : Optional.empty());
    }

    private static boolean disabledWorker(Profile person, Draw draw) {
        return person.renalFailure() || draw.chance(0.09);
    }

    /** Commercial coverage until the month of the birthday, Medicare from its first day. */
    private void turnSixtyFive(Profile person, List<Enrollment> spans) {
        LocalDate entitled = person.birth().plusYears(65).withDayOfMonth(1);
        spans.add(span(person, Payer.MEDICARE_FFS, entitled, Timeline.OPEN));
        spans.add(span(person, Payer.BLUESTONE, timeline.historyStart(), entitled.minusDays(1)));
    }

    private void medicare(Profile person, List<Enrollment> spans, Draw draw) {
        LocalDate first = timeline.historyStart();
        switch (draw.weighted(50, 40, 5, 5)) {
            case 0 -> spans.add(span(person, Payer.MEDICARE_FFS, first, Timeline.OPEN));
            case 1 -> spans.add(span(person, Payer.SUMMIT, first, Timeline.OPEN));
            case 2 -> {
                spans.add(
                        span(person, Payer.MEDICARE_FFS, first, timeline.start().minusDays(1)));
                spans.add(span(person, Payer.SUMMIT, timeline.start(), Timeline.OPEN));
            }
            default -> {
                LocalDate move = LocalDate.of(timeline.year(), draw.between(4, 9), 1);
                spans.add(span(person, Payer.SUMMIT, first, move.minusDays(1)));
                spans.add(span(person, Payer.MEDICARE_FFS, move, Timeline.OPEN));
            }
        }
    }

    private void other(Profile person, int age, List<Enrollment> spans, Draw draw) {
        if (draw.chance(0.04)) {
            return;
        }
        boolean medicaid = draw.chance(age < 18 ? 0.45 : age > 65 ? 0.5 : 0.30);
        Payer payer = medicaid ? Payer.MEDICAID : Payer.BLUESTONE;
        LocalDate first = timeline.historyStart();
        LocalDate born = person.birth().isAfter(first) ? person.birth().withDayOfMonth(1) : first;
        LocalDate gapStart = LocalDate.of(timeline.year(), draw.between(2, 9), 1);
        switch (draw.weighted(84, 5, 3, 5, 3)) {
            case 0 -> spans.add(span(person, payer, born, Timeline.OPEN));
            case 1 -> withGap(person, payer, born, gapStart, 1, spans);
            case 2 -> withGap(person, payer, born, gapStart, 2, spans);
            case 3 ->
                spans.add(span(
                        person, payer, born, latest(born, gapStart.plusMonths(2).minusDays(1))));
            default -> {
                Payer second = medicaid ? Payer.BLUESTONE : Payer.MEDICAID;
                if (born.isBefore(gapStart)) {
                    spans.add(span(person, payer, born, gapStart.minusDays(1)));
                }
                spans.add(span(person, second, latest(born, gapStart), Timeline.OPEN));
            }
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void withGap(
            Profile person, Payer payer, LocalDate first, LocalDate gapStart, int months, List<Enrollment> spans) {
        if (!first.isBefore(gapStart)) {
            spans.add(span(person, payer, first, Timeline.OPEN));
            return;
        }
        spans.add(span(person, payer, first, gapStart.minusDays(1)));
        spans.add(span(person, payer, gapStart.plusMonths(months), Timeline.OPEN));
    }

    private static Dual dual(int age, Draw draw) {
        double full = age < 65 ? 0.45 : 0.18;
        if (draw.chance(full)) {
            return Dual.FULL;
        }
        return draw.chance(0.06) ? Dual.PARTIAL : Dual.NON_DUAL;
    }

    private static String dualCode(Dual dual, Draw draw) {
        return switch (dual) {
            case FULL -> draw.pick("02", "02", "04", "08");
            case PARTIAL -> draw.pick("01", "03", "06");
            case NON_DUAL -> draw.pick("NA", "NA", "NA", "00");
            case NOT_APPLICABLE -> "";
        };
    }

    /** A span that death cuts short; a payer knows its member by one id for good. */
    private Enrollment span(Profile person, Payer payer, LocalDate start, LocalDate end) {
        LocalDate last = person.death().filter(day -> day.isBefore(end)).orElse(end);
        String member =
                payer == Payer.MEDICARE_FFS ? "" : Identifiers.member(payer.memberPrefix(), seed, person.number());
        return new Enrollment(payer, member, start, last.isBefore(start) ? start : last);
    }
}
