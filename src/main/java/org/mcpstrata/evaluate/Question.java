package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.ClauseCases;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.MonthsClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.SameDay;
import org.mcpstrata.measure.SexClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.TotalClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.VisitsClause;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.time.Age;
import org.mcpstrata.time.MeasurementPeriod;

/** One definition asked of one person. */
final class Question implements ClauseCases<Answer> {
    private final PersonAnswers answers;
    private final Node node;
    private final int[] uses;
    private final MeasurementPeriod period;
    private final Values values;
    private final Person person;

    /** @param answers where the definitions are answered that this one is built on */
    Question(PersonAnswers answers, Node node) {
        this.answers = answers;
        this.node = node;
        this.uses = node.uses();
        this.period = answers.period();
        this.values = answers.values();
        this.person = answers.person();
    }

    @Override
    public Answer combination(Combination clause) {
        return Answer.of(clause.quantifier().holds(answers.holding(uses), uses.length));
    }

    @Override
    public Answer sex(SexClause clause) {
        return Answer.of(
                person.attribute(Attribute.SEX).values().contains(clause.is().answer()));
    }

    @Override
    public Answer event(EventClause clause) {
        return Answer.of(node.query().in(answers.events(), windows(clause.timing(), 0)));
    }

    @Override
    public Answer total(TotalClause clause) {
        return Answer.of(Totals.of(found(0), values.numbers(clause.parts()), union(1, uses.length)));
    }

    @Override
    public Answer stay(StayClause clause) {
        return Answer.of(Stays.longerThan(
                clause.longerThanDays(), found(0), Span.of(clause.during(), period), clause.nextWithinDays()));
    }

    @Override
    public Answer months(MonthsClause clause) {
        return Answer.of(BeneficiaryMonths.count(person, period) >= clause.atLeast());
    }

    /** Someone without a birth date, or without the event whose day is asked for, has no age. */
    @Override
    public Answer age(AgeClause age) {
        LocalDate birth = person.birthDate();
        LocalDate on = age.at().isOfPeriod() ? age.at().in(period) : dayAt(age.at(), answers.of(uses[0]));
        return Answer.of(birth != null && on != null && age.holds(Age.inYears(birth, on)));
    }

    private static LocalDate dayAt(Anchor at, Answer event) {
        if (event.found().isEmpty()) {
            return null;
        }
        Span span = event.found().get(0).span();
        Moment base = at.base() == Anchor.Base.START ? span.start() : span.end();
        return base.isDay() ? at.shifted(LocalDate.ofEpochDay(base.day())) : null;
    }

    /** The windows of a timing that lies at the events of the definition at that place; null for every other timing. */
    private List<Bounds> windows(Timing timing, int place) {
        return timing == null || timing.window().event().isEmpty() ? null : Bounds.at(found(place), timing, period);
    }

    @Override
    public Answer among(AmongClause among) {
        Timing timing = among.timing();
        List<Bounds> atEvents = windows(timing, 1);
        boolean fixed = timing != null && atEvents == null;
        List<Bounds> windows = fixed ? List.of(Bounds.of(timing, period)) : atEvents;
        List<Found> found = new ArrayList<>();
        for (Found event : found(0)) {
            boolean inTime = windows == null
                    || Bounds.anyHolds(
                            windows, event.span(), event.event().facts().recorded());
            if (inTime && (among.value() == null || values.pass(event.value(), among.value()))) {
                found.add(event);
            }
        }
        return Answer.of(found);
    }

    /** Lists of events are in order of their first day and time, so that the first is the earliest. */
    @Override
    public Answer first(FirstClause first) {
        int of = first.of().size();
        List<Found> found = known(union(0, of));
        List<Found> candidates = found.isEmpty() ? known(union(of, uses.length)) : found;
        return candidates.isEmpty() ? Answer.NO : Answer.of(candidates.subList(0, 1));
    }

    private static List<Found> known(List<Found> found) {
        return found.stream().filter(event -> event.span().isKnown()).toList();
    }

    @Override
    public Answer death(DeathClause death) {
        if (person.deathDate() == null) {
            return Answer.NO;
        }
        Timing timing = new Timing(Timing.Relation.STARTS, death.during(), death.windowName());
        List<Bounds> atEvents = windows(timing, 0);
        List<Bounds> windows = atEvents == null ? List.of(Bounds.of(timing, period)) : atEvents;
        return Answer.of(Bounds.anyHolds(windows, Span.of(person.deathDate(), person.deathDate()), Moment.UNKNOWN));
    }

    @Override
    public Answer atAge(AtAge clause) {
        LocalDate birth = person.birthDate();
        List<Found> aged = new ArrayList<>();
        for (Found event : found(0)) {
            LocalDate day = event.span().firstDate();
            if (birth != null && day != null && clause.holds(Age.inYears(birth, day))) {
                aged.add(event);
            }
        }
        return Answer.of(aged);
    }

    private List<Found> union(int from, int to) {
        if (to - from == 1) {
            return found(from);
        }
        List<Found> union = new ArrayList<>();
        for (int i = from; i < to; i++) {
            union.addAll(found(i));
        }
        union.sort(Found.ORDER);
        return union;
    }

    @Override
    public Answer mostRecent(MostRecent latest) {
        List<Found> found = union(0, uses.length);
        int day = Span.UNKNOWN;
        for (Found event : found) {
            day = Math.max(day, event.span().deciding());
        }
        return decided(found, day, latest.sameDay());
    }

    private Answer decided(List<Found> found, int day, SameDay rule) {
        List<Found> candidates = new ArrayList<>();
        for (Found event : found) {
            if (event.span().deciding() == day && day != Span.UNKNOWN) {
                candidates.add(event);
            }
        }
        return candidates.isEmpty()
                ? Answer.NO
                : Answer.of(List.of(SameDayChoice.of(candidates, rule, values.numbers(rule.firstAnswer()))));
    }

    @Override
    public Answer mostRecentDay(MostRecentDay latest) {
        TreeSet<Integer> days = new TreeSet<>();
        for (int i = 0; i < uses.length; i++) {
            Set<Integer> own = new HashSet<>();
            for (Found event : found(i)) {
                own.add(event.span().deciding());
            }
            if (i == 0 || !latest.together()) {
                days.addAll(own);
            } else {
                days.retainAll(own);
            }
        }
        return Answer.ofDay(days.isEmpty() ? Span.UNKNOWN : days.last());
    }

    @Override
    public Answer value(ValueClause clause) {
        Answer of = answers.of(uses[0]);
        if (clause.onDay() != null) {
            of = decided(of.found(), answers.of(uses[1]).day(), clause.sameDay());
        }
        if (of.found().isEmpty()) {
            return Answer.NO;
        }
        Found deciding = of.found().get(0);
        return new Answer(values.pass(deciding.value(), clause.is()), List.of(deciding), Span.UNKNOWN);
    }

    @Override
    public Answer count(CountClause clause) {
        List<Found> found = found(0);
        int size =
                switch (clause.unit()) {
                    case EVENTS -> found.size();
                    case DIFFERENT_DAYS -> differentDays(found);
                };
        return new Answer(clause.limit().holds(size, linesOfBusiness()), found, Span.UNKNOWN);
    }

    private static int differentDays(List<Found> found) {
        Set<Integer> days = new HashSet<>();
        for (Found event : found) {
            days.add(event.span().deciding());
        }
        return days.size();
    }

    /** Lines of business that covered the person on some day of the period. */
    private Collection<LineOfBusiness> linesOfBusiness() {
        TreeSet<LineOfBusiness> lines = new TreeSet<>();
        for (CoverageSpan span : person.coverage()) {
            if (!span.start().isAfter(period.end()) && !span.end().isBefore(period.start())) {
                lines.add(span.lineOfBusiness());
            }
        }
        return lines;
    }

    @Override
    public Answer visits(VisitsClause clause) {
        int of = clause.of().size();
        int onClaim = of + clause.notOnClaimWith().size();
        int onDay = onClaim + clause.notOnDayWith().size();
        return Answer.of(
                Visits.of(clause, union(0, of), union(of, onClaim), union(onClaim, onDay), union(onDay, uses.length)));
    }

    @Override
    public Answer coverage(CoverageClause clause) {
        List<Integer> gaps = CoverageGaps.in(Span.of(clause.during(), period), person.coverage());
        boolean allowed = gaps.size() <= clause.gaps();
        for (int gap : gaps) {
            allowed &= gap <= clause.gapDays();
        }
        return Answer.of(allowed);
    }

    /** The events of a definition that the clause names. */
    private List<Found> found(int place) {
        return answers.of(uses[place]).found();
    }
}
