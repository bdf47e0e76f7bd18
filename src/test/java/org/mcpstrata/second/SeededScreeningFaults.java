package org.mcpstrata.second;

import static org.mcpstrata.second.SeededFault.People.SCREENED;
import static org.mcpstrata.second.SeededFault.People.STORIES;
import static org.mcpstrata.second.SeededFault.People.TWENTY_THOUSAND;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.second.SeededFault.People;

/** Faults in the depression measure, and among which people each is seen. */
final class SeededScreeningFaults {
    private static final Set<People> EVERYBODY = EnumSet.allOf(People.class);
    /** The generator never makes the people who show them; people made for the measure do. */
    private static final Set<People> WATCHED = EnumSet.of(STORIES, SCREENED, TWENTY_THOUSAND);

    private static final Set<People> RARELY_WATCHED = EnumSet.of(STORIES, SCREENED);

    static final List<SeededFault> ALL = List.of(
            new SeededFault(
                    EVERYBODY, "CMS2", "a score of 9 is positive", "'44261-6', 'adult', 10,", "'44261-6', 'adult', 9,"),
            new SeededFault(
                    EVERYBODY,
                    "CMS2",
                    "a score of 10 is negative",
                    "'44261-6', 'adult', 10,",
                    "'44261-6', 'adult', 11,"),
            new SeededFault(
                    WATCHED,
                    "CMS2",
                    "a screen 15 days before a visit counts",
                    "BETWEEN 0 AND 14))",
                    "BETWEEN 0 AND 15))"),
            new SeededFault(
                    WATCHED, "CMS2", "a screen after the visit counts", "BETWEEN 0 AND 14))", "BETWEEN -14 AND 14))"),
            new SeededFault(
                    EVERYBODY,
                    "CMS2",
                    "the earliest screen decides",
                    "ORDER BY day DESC, coalesce",
                    "ORDER BY day, coalesce"),
            new SeededFault(
                    EVERYBODY,
                    "CMS2",
                    "amended screens count in 2025",
                    "WHERE status = 'final' AND split",
                    "WHERE status IN ('final', 'amended') AND split"),
            new SeededFault(
                    WATCHED,
                    "CMS2",
                    "follow-up three days after the visit counts",
                    "f.day - v.last_day BETWEEN 0 AND 2",
                    "f.day - v.last_day BETWEEN 0 AND 3"),
            new SeededFault(
                    EVERYBODY,
                    "CMS2",
                    "a positive screen needs no follow-up",
                    "OR positive AND EXISTS",
                    "OR positive OR EXISTS"),
            new SeededFault(
                    WATCHED, "CMS2", "bipolar disorder does not exclude", "p.person_id IN (FROM bipolar) OR", ""),
            new SeededFault(
                    EVERYBODY, "CMS2", "11 is old enough", "age >= 12 AND p.person_id", "age >= 11 AND p.person_id"),
            new SeededFault(
                    EVERYBODY,
                    "CMS2",
                    "a positive screen with a plan is not reported",
                    "bool_or(code IN ('G8431', 'G8510')) AS met",
                    "bool_or(code = 'G8510') AS met"),
            new SeededFault(WATCHED, "CMS2", "a refusal excepts nobody", "p.person_id IN (FROM refused) OR", ""),
            new SeededFault(
                    WATCHED,
                    "CMS2",
                    "a screening is a reason to except as well",
                    "AND NOT EXISTS (FROM latest_screen s WHERE",
                    "AND NOT EXISTS (FROM latest_screen s WHERE false AND"),
            new SeededFault(
                    WATCHED, "CMS2", "visits in progress count", "e.status = 'finished' AND in_period", "in_period"),
            new SeededFault(
                    WATCHED,
                    "CMS2",
                    "the tool for adults is right at 16",
                    "age >= 17 AND EXISTS",
                    "age >= 16 AND EXISTS"),
            new SeededFault(
                    RARELY_WATCHED,
                    "CMS2",
                    "follow-up after the period counts",
                    "AND f.day BETWEEN mps() AND mpe()",
                    ""),
            new SeededFault(
                    WATCHED,
                    "CMS2",
                    "an intervention counts whatever its hour",
                    "inside(f.day, f.time_of_day, v.first_day, v.first_time, v.last_day, v.last_time)",
                    "f.day BETWEEN v.first_day AND v.last_day"),
            new SeededFault(
                    WATCHED,
                    "CMS2",
                    "a screening of several days is of its first day",
                    "coalesce(observation_end_date, observation_date) AS day,\n           CASE",
                    "observation_date AS day,\n           CASE"),
            new SeededFault(
                    WATCHED,
                    "CMS2",
                    "an answer that says nothing outweighs a negative one",
                    "bool_or(outcome = 'negative') AND NOT bool_or(outcome = 'positive')",
                    "bool_and(outcome = 'negative')"),
            new SeededFault(
                    WATCHED,
                    "CMS2",
                    "a diagnosis made at an encounter excludes",
                    "AND (coalesce(len(category), 0) = 0 OR list_has_any(category, ['problem-list-item', 'health-concern']))",
                    ""));

    private SeededScreeningFaults() {}
}
