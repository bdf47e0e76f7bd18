package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AllOf;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.AnyOf;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.NoneOf;
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
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.time.Age;
import org.mcpstrata.time.MeasurementPeriod;

/** The answers of one person to every definition, each found at most once. */
final class PersonAnswers {
    private final Node[] nodes;
    private final MeasurementPeriod period;
    private final Values values;
    private final Person person;
    private final Events events;
    private final Answer[] answers;

    PersonAnswers(Node[] nodes, MeasurementPeriod period, Values values, Person person, Events events) {
        this.nodes = nodes;
        this.period = period;
        this.values = values;
        this.person = person;
        this.events = events;
        this.answers = new Answer[nodes.length];
    }

    MeasurementPeriod period() {
        return period;
    }

    /** The survey response that a definition found, or null. */
    SurveyResponse response(int place) {
        List<Found> found = of(place).found();
        return found.isEmpty() ? null : events.surveys().response(found.get(0).event());
    }

    Node node(int place) {
        return nodes[place];
    }

    /** The answer of a node, remembered for the next time. */
    Answer of(int place) {
        if (answers[place] == null) {
            answers[place] = ask(nodes[place]);
        }
        return answers[place];
    }

    boolean holds(int place) {
        return of(place).holds();
    }

    private Answer ask(Node node) {
        Clause clause = node.definition().clause();
        // Java 17 has no switch over sealed types; the last cast fails loudly when a kind of clause is new.
        if (clause instanceof AllOf) {
            return Answer.of(count(node.uses()) == node.uses().length);
        } else if (clause instanceof AnyOf) {
            return Answer.of(count(node.uses()) > 0);
        } else if (clause instanceof NoneOf) {
            return Answer.of(count(node.uses()) == 0);
        } else if (clause instanceof AgeClause age) {
            return age(age, node.uses());
        } else if (clause instanceof SexClause sex) {
            return Answer.of(
                    person.attribute(Attribute.SEX).values().contains(sex.is().answer()));
        } else if (clause instanceof AtAge aged) {
            return atAge(aged, of(node.uses()[0]).found());
        } else if (clause instanceof EventClause event) {
            return Answer.of(node.query().in(events, windows(event.timing(), node.uses(), 0)));
        } else if (clause instanceof AmongClause among) {
            return among(among, node.uses());
        } else if (clause instanceof TotalClause total) {
            List<Found> stated = union(node.uses(), 1, node.uses().length);
            return Answer.of(Totals.of(of(node.uses()[0]).found(), values.numbers(total.parts()), stated));
        } else if (clause instanceof FirstClause first) {
            return first(first, node.uses());
        } else if (clause instanceof DeathClause death) {
            return death(death, node.uses());
        } else if (clause instanceof MostRecent latest) {
            return mostRecent(latest, node.uses());
        } else if (clause instanceof MostRecentDay latest) {
            return mostRecentDay(latest, node.uses());
        } else if (clause instanceof ValueClause value) {
            return value(value, node.uses());
        } else if (clause instanceof CountClause count) {
            return count(count, of(node.uses()[0]).found());
        } else if (clause instanceof StayClause stay) {
            return Answer.of(Stays.longerThan(
                    stay.longerThanDays(),
                    of(node.uses()[0]).found(),
                    Span.of(stay.during(), period),
                    stay.nextWithinDays()));
        } else if (clause instanceof VisitsClause visits) {
            return visits(visits, node.uses());
        }
        return coverage((CoverageClause) clause);
    }

    private int count(int[] uses) {
        int holding = 0;
        for (int use : uses) {
            holding += holds(use) ? 1 : 0;
        }
        return holding;
    }

    /** Someone without a birth date, or without the event whose day is asked for, has no age. */
    private Answer age(AgeClause age, int[] uses) {
        LocalDate birth = person.birthDate();
        LocalDate on = age.at().isOfPeriod() ? age.at().in(period) : dayAt(age.at(), of(uses[0]));
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
    private List<Bounds> windows(Timing timing, int[] uses, int place) {
        return timing == null || timing.window().event().isEmpty()
                ? null
                : Bounds.at(of(uses[place]).found(), timing, period);
    }

    private Answer among(AmongClause among, int[] uses) {
        Timing timing = among.timing();
        List<Bounds> atEvents = windows(timing, uses, 1);
        boolean fixed = timing != null && atEvents == null;
        List<Bounds> windows = fixed ? List.of(Bounds.of(timing, period)) : atEvents;
        List<Found> found = new ArrayList<>();
        for (Found event : of(uses[0]).found()) {
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
    private Answer first(FirstClause first, int[] uses) {
        int of = first.of().size();
        List<Found> found = known(union(uses, 0, of));
        List<Found> candidates = found.isEmpty() ? known(union(uses, of, uses.length)) : found;
        return candidates.isEmpty() ? Answer.NO : Answer.of(candidates.subList(0, 1));
    }

    private static List<Found> known(List<Found> found) {
        return found.stream().filter(event -> event.span().isKnown()).toList();
    }

    private Answer death(DeathClause death, int[] uses) {
        if (person.deathDate() == null) {
            return Answer.NO;
        }
        Timing timing = new Timing(Timing.Relation.STARTS, death.during(), death.windowName());
        List<Bounds> atEvents = windows(timing, uses, 0);
        List<Bounds> windows = atEvents == null ? List.of(Bounds.of(timing, period)) : atEvents;
        return Answer.of(Bounds.anyHolds(windows, Span.of(person.deathDate(), person.deathDate()), Moment.UNKNOWN));
    }

    private Answer atAge(AtAge clause, List<Found> found) {
        LocalDate birth = person.birthDate();
        List<Found> aged = new ArrayList<>();
        for (Found event : found) {
            LocalDate day = event.span().firstDate();
            if (birth != null && day != null && clause.holds(Age.inYears(birth, day))) {
                aged.add(event);
            }
        }
        return Answer.of(aged);
    }

    private List<Found> union(int[] uses, int from, int to) {
        if (to - from == 1) {
            return of(uses[from]).found();
        }
        List<Found> union = new ArrayList<>();
        for (int i = from; i < to; i++) {
            union.addAll(of(uses[i]).found());
        }
        union.sort(Found.ORDER);
        return union;
    }

    private Answer mostRecent(MostRecent latest, int[] uses) {
        List<Found> found = union(uses, 0, uses.length);
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

    private Answer mostRecentDay(MostRecentDay latest, int[] uses) {
        TreeSet<Integer> days = new TreeSet<>();
        for (int i = 0; i < uses.length; i++) {
            Set<Integer> own = new HashSet<>();
            for (Found event : of(uses[i]).found()) {
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

    private Answer value(ValueClause clause, int[] uses) {
        Answer of = of(uses[0]);
        if (clause.onDay() != null) {
            of = decided(of.found(), of(uses[1]).day(), clause.sameDay());
        }
        if (of.found().isEmpty()) {
            return Answer.NO;
        }
        Found deciding = of.found().get(0);
        return new Answer(values.pass(deciding.value(), clause.is()), List.of(deciding), Span.UNKNOWN);
    }

    private Answer count(CountClause clause, List<Found> found) {
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

    private Answer visits(VisitsClause clause, int[] uses) {
        int of = clause.of().size();
        int onClaim = of + clause.notOnClaimWith().size();
        int onDay = onClaim + clause.notOnDayWith().size();
        return Answer.of(Visits.of(
                clause,
                union(uses, 0, of),
                union(uses, of, onClaim),
                union(uses, onClaim, onDay),
                union(uses, onDay, uses.length)));
    }

    private Answer coverage(CoverageClause clause) {
        List<Integer> gaps = CoverageGaps.in(Span.of(clause.during(), period), person.coverage());
        boolean allowed = gaps.size() <= clause.gaps();
        for (int gap : gaps) {
            allowed &= gap <= clause.gapDays();
        }
        return Answer.of(allowed);
    }
}
