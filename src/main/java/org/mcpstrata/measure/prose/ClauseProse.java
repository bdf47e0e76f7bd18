package org.mcpstrata.measure.prose;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.MonthsClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.SameDay;
import org.mcpstrata.measure.SexClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.TotalClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.measure.VisitsClause;

/** One sentence for one clause. */
final class ClauseProse {
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
        if (clause instanceof AgeClause age) {
            return age(age);
        } else if (clause instanceof SexClause sex) {
            return "administrative sex is " + sex.is().word();
        } else if (clause instanceof AtAge aged) {
            return "those of '" + aged.of() + "' on whose first day the person is " + years(aged.from(), aged.to());
        } else if (clause instanceof EventClause event) {
            return events.sentence(event);
        } else if (clause instanceof MostRecent mostRecent) {
            return "the most recent of: " + String.join(", ", mostRecent.uses()) + "; " + sameDay(mostRecent.sameDay());
        } else if (clause instanceof MostRecentDay day) {
            return "the most recent day with " + (day.together() ? "all of: " : "any of: ")
                    + String.join(", ", day.uses());
        } else if (clause instanceof FirstClause first) {
            return "the earliest of: " + String.join(", ", first.of())
                    + (first.orElse().isEmpty()
                            ? ""
                            : "; where there is none, of: " + String.join(", ", first.orElse()));
        } else if (clause instanceof AmongClause among) {
            return "each '" + among.of() + "'"
                    + (among.timing() == null ? "" : " " + events.timing(among.timing()))
                    + (among.value() == null ? "" : " whose value " + events.test(among.value()));
        } else if (clause instanceof TotalClause total) {
            return "the sum of '" + total.of() + "' of each day with a number for each of "
                    + events.names(total.parts()).replace(" or ", ", ")
                    + (total.unlessDayWith().isEmpty()
                            ? ""
                            : "; not on a day with: " + String.join(", ", total.unlessDayWith()));
        } else if (clause instanceof DeathClause death) {
            return "the person died in " + windows.name(death.windowName(), death.during());
        } else if (clause instanceof ValueClause value) {
            return value(value);
        } else if (clause instanceof CountClause count) {
            return count(count);
        } else if (clause instanceof StayClause stay) {
            return "'" + stay.of() + "' makes one stretch longer than " + days(stay.longerThanDays()) + " inside "
                    + windows.name(stay.windowName(), stay.during())
                    + "; two stretches are one when the next starts within "
                    + days(stay.nextWithinDays()) + " of the last day of the one before";
        } else if (clause instanceof VisitsClause visits) {
            return visits(visits);
        } else if (clause instanceof CoverageClause coverage) {
            return "covered by any payer throughout " + windows.name(coverage.windowName(), coverage.during())
                    + (coverage.gaps() == 0
                            ? ""
                            : ", but for at most " + coverage.gaps() + (coverage.gaps() == 1 ? " gap" : " gaps")
                                    + " of at most " + days(coverage.gapDays())
                                    + (coverage.gaps() == 1 ? "" : " each"));
        }
        if (clause instanceof MonthsClause months) {
            return "at least " + months.atLeast()
                    + (months.atLeast() == 1 ? " month" : " months")
                    + " of the measurement period that a payer covered on the 15th while the person was attributed to a"
                    + " practice";
        }
        throw new IllegalArgumentException("a list of names has no sentence");
    }

    private String age(AgeClause age) {
        return years(age.from(), age.to()) + " " + windows.day(age.at());
    }

    private static String years(Integer from, Integer to) {
        String years = to == null ? "at least " + from : from == null ? "at most " + to : "from " + from + " to " + to;
        return years + " years old";
    }

    private String value(ValueClause value) {
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

    private static String count(CountClause count) {
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

    private static String visits(VisitsClause visits) {
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
