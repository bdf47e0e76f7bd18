package org.mcpstrata.second;

import static org.mcpstrata.second.SeededFault.People.SAMPLE;
import static org.mcpstrata.second.SeededFault.People.SCREENED;
import static org.mcpstrata.second.SeededFault.People.STORIES;
import static org.mcpstrata.second.SeededFault.People.TWENTY_THOUSAND;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpstrata.second.SeededFault.People;

/** Faults in thresholds, windows, orders, exclusions, claim versions and visits, and among which people each is seen. */
final class SeededFaults {
    private static final Set<People> ANYWHERE = EnumSet.of(STORIES, SAMPLE, TWENTY_THOUSAND);

    private static final Set<People> GENERATED = EnumSet.of(SAMPLE, TWENTY_THOUSAND);
    /** The sample is too small for them. */
    private static final Set<People> RARE = EnumSet.of(STORIES, TWENTY_THOUSAND);
    /** The generator never makes the people who show them; second-implementation.md says why. */
    private static final Set<People> TOLD = EnumSet.of(STORIES);

    static final List<SeededFault> ALL = Stream.of(
                    glycemicStatus(), bloodPressure(), screening(), SeededScreeningFaults.ALL, emergencyVisits())
            .flatMap(List::stream)
            .toList();

    private SeededFaults() {}

    static List<SeededFault> seenInTheStories() {
        return seenAmong(STORIES);
    }

    static List<SeededFault> seenInTheSample() {
        return seenAmong(SAMPLE);
    }

    static List<SeededFault> seenAmongScreenedPeople() {
        return seenAmong(SCREENED);
    }

    static List<SeededFault> seenAmongTwentyThousand() {
        return seenAmong(TWENTY_THOUSAND);
    }

    private static List<SeededFault> seenAmong(People people) {
        return ALL.stream().filter(fault -> fault.seenAmong().contains(people)).toList();
    }

    private static List<SeededFault> glycemicStatus() {
        return List.of(
                new SeededFault(
                        ANYWHERE,
                        "CMS122",
                        "9 percent exactly counts as poor",
                        "ELSE percent > 9.0 END",
                        "ELSE percent >= 9.0 END"),
                new SeededFault(
                        ANYWHERE,
                        "CMS122",
                        "the earliest result decides",
                        "max(day) AS day FROM assessment",
                        "min(day) AS day FROM assessment"),
                new SeededFault(
                        RARE,
                        "CMS122",
                        "the highest result of the day decides",
                        "OR bool_and(poor) AS poor",
                        "OR bool_or(poor) AS poor"),
                new SeededFault(ANYWHERE, "CMS122", "mmol/mol is taken for a percentage", "* 0.09148 + 2.152", "* 1"),
                new SeededFault(
                        TOLD,
                        "CMS122",
                        "a quality-data code beats the laboratory",
                        "ELSE 3 END AS strength",
                        "ELSE 0 END AS strength"),
                new SeededFault(
                        ANYWHERE,
                        "CMS122",
                        "a missing result counts as good",
                        "bool_or(poor IS NULL) OR bool_and(poor)",
                        "coalesce(bool_and(poor), false)"),
                new SeededFault(
                        ANYWHERE,
                        "CMS122",
                        "75 is too old",
                        "age BETWEEN 18 AND 75 AND seen",
                        "age BETWEEN 18 AND 74 AND seen"),
                new SeededFault(
                        GENERATED,
                        "CMS122",
                        "diabetes of earlier years is forgotten",
                        "first_day <= mpe() AND (origin = 'claim' OR last_day >= mps())",
                        "first_day <= mpe() AND last_day >= mps()"));
    }

    private static List<SeededFault> bloodPressure() {
        return List.of(
                new SeededFault(
                        RARE,
                        "CMS165",
                        "140 counts as controlled",
                        "< CASE code WHEN '8480-6'",
                        "<= CASE code WHEN '8480-6'"),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "readings of the emergency room count",
                        "NOT IN ('EMER', 'IMP',",
                        "NOT IN ('IMP',"),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "readings without a visit do not count",
                        "coalesce(encounter_class, '') NOT IN ('EMER'",
                        "encounter_class NOT IN ('EMER'"),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "the highest reading of the day decides",
                        "coalesce(bool_or(good), false)",
                        "coalesce(bool_and(good), false)"),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "readings entered in error count",
                        "WHERE status IN ('final', 'amended', 'corrected');",
                        ";"),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "hypertension may begin a month later",
                        "INTERVAL 6 MONTH",
                        "INTERVAL 7 MONTH"),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "frailty alone excludes at 80",
                        "age >= 81 AND frail\n",
                        "age >= 80 AND frail\n"),
                new SeededFault(
                        TOLD,
                        "CMS165",
                        "dialysis does not exclude",
                        "109.12.1012', '2.16.840.1.113883.3.464.1003.109.12.1013'",
                        "109.12.1012'"),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "pregnancy does not exclude",
                        "526.3.378' AND overlaps_period(first_day, last_day)",
                        "526.3.378' AND false"),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "kidney failure does not exclude",
                        "OR person_id IN (FROM renal_or_pregnant)",
                        ""),
                new SeededFault(
                        ANYWHERE,
                        "CMS165",
                        "denied quality-data lines do not count",
                        "'8P'])) AND in_period",
                        "'8P'])) AND NOT denied AND in_period"));
    }

    private static List<SeededFault> screening() {
        return List.of(
                new SeededFault(
                        ANYWHERE, "CMS130", "colonoscopy looks back ten years", "INTERVAL 9 YEAR", "INTERVAL 10 YEAR"),
                new SeededFault(
                        ANYWHERE,
                        "CMS130",
                        "the look-back counts from the end of the period",
                        "mps() - INTERVAL 9 YEAR",
                        "mpe() - INTERVAL 9 YEAR"),
                new SeededFault(
                        TOLD,
                        "CMS130",
                        "the look-back loses its first day",
                        "mps() - INTERVAL 9 YEAR",
                        "mps() + 1 - INTERVAL 9 YEAR"),
                new SeededFault(
                        ANYWHERE,
                        "CMS130",
                        "a stool test counts without a result",
                        "198.12.1011' AND r.value_kind IS NOT NULL",
                        "198.12.1011'"),
                new SeededFault(ANYWHERE, "CMS130", "45 is old enough", "('overall', 46, 75)", "('overall', 45, 75)"),
                new SeededFault(
                        ANYWHERE,
                        "CMS130",
                        "colectomy does not exclude",
                        "198.12.1019' AND last_day <= mpe()",
                        "198.12.1019' AND false"),
                new SeededFault(
                        ANYWHERE, "CMS130", "the hospice exclusion is lost", "hospice OR palliative", "palliative"),
                new SeededFault(
                        GENERATED,
                        "CMS130",
                        "palliative care of the year before excludes",
                        "3.464.1003.1167' AND overlaps_period(first_day, last_day)",
                        "3.464.1003.1167' AND last_day >= mps() - INTERVAL 1 YEAR"),
                new SeededFault(
                        ANYWHERE,
                        "CMS130",
                        "the first housing status decides",
                        "arg_max(value_code",
                        "arg_min(value_code"),
                new SeededFault(
                        TOLD,
                        "CMS130",
                        "orders not to do something, plans too, count",
                        "intent = 'order' AND NOT coalesce(do_not_perform, false);",
                        "true;"),
                new SeededFault(
                        ANYWHERE,
                        "CMS130",
                        "withdrawn claims come back",
                        "AND NOT EXISTS (FROM version w WHERE w.payer_id = v.payer_id AND w.replaces_claim_id = v.claim_id)",
                        ""),
                new SeededFault(
                        GENERATED,
                        "CMS130",
                        "cancellations remove nothing",
                        "ELSE place > cancellations END",
                        "ELSE true END"),
                new SeededFault(
                        GENERATED,
                        "CMS130",
                        "the lower version of a claim stands",
                        "w.record_version > v.record_version",
                        "w.record_version < v.record_version"));
    }

    private static List<SeededFault> emergencyVisits() {
        return List.of(
                new SeededFault(ANYWHERE, "EDU", "a gap of 46 days is allowed", "max(days) > 45", "max(days) > 46"),
                new SeededFault(TOLD, "EDU", "two gaps are allowed", "HAVING count(*) > 1 OR", "HAVING"),
                new SeededFault(
                        TOLD,
                        "EDU",
                        "the year before does not matter",
                        "VALUES (mps(), mpe()), (CAST(mps() - INTERVAL 1 YEAR AS DATE), mps() - 1)",
                        "VALUES (mps(), mpe())"),
                new SeededFault(
                        ANYWHERE,
                        "EDU",
                        "a stay of the next day keeps the visit",
                        "s.day - v.day IN (0, 1)",
                        "s.day - v.day = 0"),
                new SeededFault(
                        TOLD,
                        "EDU",
                        "a stay two days later removes the visit",
                        "s.day - v.day IN (0, 1)",
                        "s.day - v.day IN (0, 1, 2)"),
                new SeededFault(
                        ANYWHERE, "EDU", "visits for mental disorders count", "starts_with(d.code, 'F')", "false"),
                new SeededFault(
                        ANYWHERE,
                        "EDU",
                        "a claim and a clinical visit of one day are two",
                        "FROM emergency_visit GROUP BY ALL HAVING NOT bool_or(dropped)",
                        "FROM emergency_visit WHERE NOT dropped"),
                new SeededFault(
                        ANYWHERE,
                        "EDU",
                        "denied bills are visits",
                        "FROM claim_line\nWHERE NOT denied\nGROUP BY ALL",
                        "FROM claim_line\nGROUP BY ALL"),
                new SeededFault(TOLD, "EDU", "clinical visits are not seen", "encounter_class = 'EMER'", "false"),
                new SeededFault(
                        ANYWHERE,
                        "EDU",
                        "emergency lines without a procedure code are not seen",
                        "OR revenue IN ('0450',",
                        "AND revenue IN ('0450',"),
                new SeededFault(TOLD, "EDU", "type B visits are not seen", "'G0381', ", ""),
                new SeededFault(
                        ANYWHERE, "EDU", "a month counts on its first day", "mps() + 14, mpe()", "mps(), mpe()"),
                new SeededFault(
                        ANYWHERE, "EDU", "18 is too young", "age >= 18 AND person_id", "age >= 19 AND person_id"),
                new SeededFault(
                        ANYWHERE,
                        "EDU",
                        "commercial outliers begin at 6",
                        "WHEN 'COMMERCIAL' THEN 4",
                        "WHEN 'COMMERCIAL' THEN 6"),
                new SeededFault(
                        ANYWHERE,
                        "EDU",
                        "outliers begin one visit later",
                        ">= coalesce(threshold, 6)",
                        "> coalesce(threshold, 6)"));
    }
}
