package org.mcpstrata.measure.prose;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.ClauseCases;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.MonthsClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.Quantifier;
import org.mcpstrata.measure.SameDay;
import org.mcpstrata.measure.SexClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.TotalClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.measure.VisitsClause;

/** One sentence for one clause. */
final class ClauseProse implements ClauseCases<String> {
    private final EventProse events;
    private final WindowProse windows;

    ClauseProse(SetProse sets, WindowProse windows) {
        this.events = new EventProse(sets, windows);
        this.windows = windows;
    }

    /** What is asked of a person's record, without how rows of each kind are read. */
    String question(Clause clause) {
        return clause instanceof EventClause event ? events.question(event) : sentence(clause);
    }

    /** What a value is held against. */
    String test(ValueTest test) {
        return events.test(test);
    }

    String sentence(Clause clause) {
        return clause.in(this);
    }

    /** How a list of names is asked for, before the names. */
    static String listed(Quantifier quantifier) {
        return switch (quantifier) {
            case ALL -> "all of";
            case ANY -> "any of";
            case NONE -> "none of";
        };
    }

    @Override
    public String combination(Combination list) {
        boolean single = list.uses().size() == 1;
        return switch (list.quantifier()) {
            case ALL -> single ? "this holds" : "all of these hold";
            case ANY -> single ? "this holds" : "any of these holds";
            case NONE -> "none of these holds";
        };
    }

    @Override
    public String age(AgeClause age) {
        return years(age.from(), age.to()) + " " + windows.day(age.at());
    }

    @Override
    public String sex(SexClause sex) {
        return "administrative sex is " + sex.is().word();
    }

    @Override
    public String atAge(AtAge aged) {
        return "those of '" + aged.of() + "' on whose first day the person is " + years(aged.from(), aged.to());
    }

    @Override
    public String event(EventClause event) {
        return events.sentence(event);
    }

    @Override
    public String mostRecent(MostRecent latest) {
        return "the most recent of: " + String.join(", ", latest.uses()) + "; " + sameDay(latest.sameDay());
    }

    @Override
    public String mostRecentDay(MostRecentDay day) {
        return "the most recent day with " + (day.together() ? "all of: " : "any of: ") + String.join(", ", day.uses());
    }

    @Override
    public String first(FirstClause first) {
        return "the earliest of: " + String.join(", ", first.of())
                + (first.orElse().isEmpty() ? "" : "; where there is none, of: " + String.join(", ", first.orElse()));
    }

    @Override
    public String among(AmongClause among) {
        return "each '" + among.of() + "'"
                + (among.timing() == null ? "" : " " + events.timing(among.timing()))
                + (among.value() == null ? "" : " whose value " + events.test(among.value()));
    }

    @Override
    public String total(TotalClause total) {
        return "the sum of '" + total.of() + "' of each day with a number for each of "
                + events.names(total.parts()).replace(" or ", ", ")
                + (total.unlessDayWith().isEmpty()
                        ? ""
                        : "; not on a day with: " + String.join(", ", total.unlessDayWith()));
    }

    @Override
    public String death(DeathClause death) {
        return "the person died in " + windows.name(death.windowName(), death.during());
    }

    @Override
    public String stay(StayClause stay) {
        return "'" + stay.of() + "' makes one stretch longer than " + days(stay.longerThanDays()) + " inside "
                + windows.name(stay.windowName(), stay.during())
                + "; two stretches are one when the next starts within "
                + days(stay.nextWithinDays()) + " of the last day of the one before";
    }

    @Override
    public String coverage(CoverageClause coverage) {
        return "covered by any payer throughout " + windows.name(coverage.windowName(), coverage.during())
                + (coverage.gaps() == 0
                        ? ""
                        : ", but for at most " + coverage.gaps() + (coverage.gaps() == 1 ? " gap" : " gaps")
                                + " of at most " + days(coverage.gapDays())
                                + (coverage.gaps() == 1 ? "" : " each"));
    }

    @Override
    public String months(MonthsClause months) {
        return "at least " + months.atLeast()
                + (months.atLeast() == 1 ? " month" : " months")
                + " of the measurement period that a payer covered on the 15th while the person was attributed to a"
                + " practice";
    }

    private static String years(Integer from, Integer to) {
        String years = to == null ? "at least " + from : from == null ? "at most " + to : "from " + from + " to " + to;
        return years + " years old";
    }

    @Override
    public String value(ValueClause value) {
        return "'" + value.of() + "'"
                + (value.onDay() == null ? "" : ", on the " + value.onDay() + ",") + " "
                + events.test(value.is())
                + (value.sameDay() == null ? "" : "; " + sameDay(value.sameDay()));
    }

    private String sameDay(SameDay sameDay) {
        List<String> parts = new ArrayList<>();
        if (!sameDay.prefer().isEmpty()) {
            parts.add(String.join(
                    " before ",
                    sameDay.prefer().stream().map(ClauseProse::strength).toList()));
        }
        parts.add(
                switch (sameDay.missing()) {
                    case DECIDES -> "of one kind one without a result before any value";
                    case IGNORED -> "leaving out those without a result";
                    case IN_TURN -> "also those without a result";
                });
        for (SameDay.Then then : sameDay.then()) {
            parts.add(
                    switch (then) {
                        case LOWEST_VALUE -> "then the lowest";
                        case HIGHEST_VALUE -> "then the highest";
                        case LAST_TIME -> "then the last by time";
                    });
        }
        if (!sameDay.firstAnswer().isEmpty()) {
            parts.add("then one that answers "
                    + String.join(
                            ", then ",
                            sameDay.firstAnswer().stream()
                                    .map(set -> events.names(List.of(set)))
                                    .toList()));
        }
        return "of several on that day: " + String.join(", ", parts);
    }

    private static String strength(SameDay.Strength strength) {
        return switch (strength) {
            case MEASURED -> "a measured value";
            case SCORED -> "a score that stands for an answer";
            case BAND -> "a CPT category II code";
            case REPORTED -> "a quality-data code";
        };
    }

    @Override
    public String count(CountClause count) {
        String what = count.unit() == CountClause.Unit.EVENTS ? "events" : "different days";
        return "the number of " + what + " of '" + count.of() + "' is " + limit(count.limit());
    }

    private static String limit(Limit limit) {
        List<String> parts = new ArrayList<>();
        limit.byLineOfBusiness().forEach((line, threshold) -> parts.add(threshold + " for " + line));
        parts.add(limit.otherwise() + (parts.isEmpty() ? "" : " for every other line of business"));
        return String.join(", ", parts)
                + (parts.size() == 1 ? "" : "; someone with several lines of business must pass the limit of each");
    }

    @Override
    public String visits(VisitsClause visits) {
        List<String> parts = new ArrayList<>();
        parts.add("one for each day on which any of these starts: " + String.join(", ", visits.of()));
        if (!visits.notOnClaimWith().isEmpty()) {
            parts.add("not when a claim of the visit holds: " + String.join(", ", visits.notOnClaimWith()));
        }
        if (!visits.notOnDayWith().isEmpty()) {
            parts.add("not when one of these starts that day: " + String.join(", ", visits.notOnDayWith()));
        }
        if (!visits.notFollowedBy().isEmpty()) {
            parts.add("not when one of these starts that day or up to " + days(visits.withinDays()) + " later: "
                    + String.join(", ", visits.notFollowedBy()));
        }
        return String.join("; ", parts);
    }

    private static String days(int days) {
        return days + (days == 1 ? " day" : " days");
    }
}
