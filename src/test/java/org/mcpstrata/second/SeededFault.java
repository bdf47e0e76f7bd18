package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One wrong rule, as somebody could have written it by mistake: a piece of one SQL file replaced by another.
 *
 * @param name what is wrong
 * @param measure where it must be seen
 * @param right the text as it stands, once in all files the measure reads
 * @param wrong the text put in its place
 */
record SeededFault(String name, String measure, String right, String wrong) {
    SeededFault {
        requireNonNull(name, "name");
        requireNonNull(measure, "measure");
        requireNonNull(right, "right");
        requireNonNull(wrong, "wrong");
    }

    /** The text of a file with the fault in it; a file without the place stays as it is. */
    String in(String text) {
        return text.replace(right, wrong);
    }

    @Override
    public String toString() {
        return measure + ": " + name;
    }

    /** The faults that lie in one measure and show among the 2,000 people of the sample. */
    static List<SeededFault> seenInTheSample() {
        return all();
    }

    /** Faults in thresholds, windows, orders, exclusions, claim versions and visits. */
    static List<SeededFault> all() {
        return List.of(
                new SeededFault("9 percent exactly counts as poor", "CMS122", "ELSE percent > 9.0 END", "ELSE percent >= 9.0 END"),
                new SeededFault("the earliest result decides", "CMS122", "max(day) AS day FROM assessment", "min(day) AS day FROM assessment"),
                new SeededFault("the highest result of the day decides", "CMS122", "OR bool_and(poor) AS poor", "OR bool_or(poor) AS poor"),
                new SeededFault("mmol/mol is taken for a percentage", "CMS122", "* 0.09148 + 2.152", "* 1"),
                new SeededFault("a quality-data code beats the laboratory", "CMS122", "day, 3 AS strength", "day, 0 AS strength"),
                new SeededFault("a missing result counts as good", "CMS122", "bool_or(poor IS NULL) OR bool_and(poor)", "coalesce(bool_and(poor), false)"),
                new SeededFault("75 is too old", "CMS122", "age BETWEEN 18 AND 75 AND seen", "age BETWEEN 18 AND 74 AND seen"),
                new SeededFault("diabetes of earlier years is forgotten", "CMS122", "first_day <= mpe() AND (origin = 'claim' OR last_day >= mps())", "first_day <= mpe() AND last_day >= mps()"),
                new SeededFault("140 counts as controlled", "CMS165", "< CASE code WHEN '8480-6'", "<= CASE code WHEN '8480-6'"),
                new SeededFault("readings of the emergency room count", "CMS165", "NOT IN ('EMER', 'IMP',", "NOT IN ('IMP',"),
                new SeededFault("readings without a visit do not count", "CMS165", "coalesce(encounter_class, '') NOT IN ('EMER'", "encounter_class NOT IN ('EMER'"),
                new SeededFault("the highest reading of the day decides", "CMS165", "coalesce(bool_or(good), false)", "coalesce(bool_and(good), false)"),
                new SeededFault("readings entered in error count", "CMS165", "WHERE status IN ('final', 'amended', 'corrected');", ";"),
                new SeededFault("hypertension may begin a month later", "CMS165", "INTERVAL 6 MONTH", "INTERVAL 7 MONTH"),
                new SeededFault("frailty alone excludes at 80", "CMS165", "age >= 81 AND frail\n", "age >= 80 AND frail\n"),
                new SeededFault("dialysis does not exclude", "CMS165", "109.12.1012', '2.16.840.1.113883.3.464.1003.109.12.1013'", "109.12.1012'"),
                new SeededFault("pregnancy does not exclude", "CMS165", "526.3.378' AND overlaps_period(first_day, last_day)", "526.3.378' AND false"),
                new SeededFault("kidney failure does not exclude", "CMS165", "OR person_id IN (FROM renal_or_pregnant)", ""),
                new SeededFault("denied quality-data lines do not count", "CMS165", "'8P') AND in_period", "'8P') AND NOT denied AND in_period"),
                new SeededFault("colonoscopy looks back ten years", "CMS130", "INTERVAL 9 YEAR", "INTERVAL 10 YEAR"),
                new SeededFault("the look-back counts from the end of the period", "CMS130", "mps() - INTERVAL 9 YEAR", "mpe() - INTERVAL 9 YEAR"),
                new SeededFault("the look-back loses its first day", "CMS130", "mps() - INTERVAL 9 YEAR", "mps() + 1 - INTERVAL 9 YEAR"),
                new SeededFault("a stool test counts without a result", "CMS130", "198.12.1011' AND r.value_kind IS NOT NULL", "198.12.1011'"),
                new SeededFault("45 is old enough", "CMS130", "('overall', 46, 75)", "('overall', 45, 75)"),
                new SeededFault("colectomy does not exclude", "CMS130", "198.12.1019' AND last_day <= mpe()", "198.12.1019' AND false"),
                new SeededFault("the hospice exclusion is lost", "CMS130", "hospice OR palliative", "palliative"),
                new SeededFault("palliative care of the year before excludes", "CMS130", "3.464.1003.1167' AND overlaps_period(first_day, last_day)", "3.464.1003.1167' AND last_day >= mps() - INTERVAL 1 YEAR"),
                new SeededFault("the first housing status decides", "CMS130", "arg_max(value_code", "arg_min(value_code"),
                new SeededFault("orders not to do something, plans too, count", "CMS130", "intent = 'order' AND NOT coalesce(do_not_perform, false);", "true;"),
                new SeededFault("withdrawn claims come back", "CMS130", "AND NOT EXISTS (FROM version w WHERE w.payer_id = v.payer_id AND w.replaces_claim_id = v.claim_id)", ""),
                new SeededFault("cancellations remove nothing", "CMS130", "ELSE place > cancellations END", "ELSE true END"),
                new SeededFault("the lower version of a claim stands", "CMS130", "w.record_version > v.record_version", "w.record_version < v.record_version"),
                new SeededFault("a gap of 46 days is allowed", "EDU", "max(days) > 45", "max(days) > 46"),
                new SeededFault("two gaps are allowed", "EDU", "HAVING count(*) > 1 OR", "HAVING"),
                new SeededFault("the year before does not matter", "EDU", "VALUES (mps(), mpe()), (CAST(mps() - INTERVAL 1 YEAR AS DATE), mps() - 1)", "VALUES (mps(), mpe())"),
                new SeededFault("a stay of the next day keeps the visit", "EDU", "s.day - v.day IN (0, 1)", "s.day - v.day = 0"),
                new SeededFault("a stay two days later removes the visit", "EDU", "s.day - v.day IN (0, 1)", "s.day - v.day IN (0, 1, 2)"),
                new SeededFault("visits for mental disorders count", "EDU", "starts_with(d.code, 'F')", "false"),
                new SeededFault("a claim and a clinical visit of one day are two", "EDU", "FROM emergency_visit GROUP BY ALL HAVING NOT bool_or(dropped)", "FROM emergency_visit WHERE NOT dropped"),
                new SeededFault("denied bills are visits", "EDU", "FROM claim_line\nWHERE NOT denied\nGROUP BY ALL", "FROM claim_line\nGROUP BY ALL"),
                new SeededFault("clinical visits are not seen", "EDU", "encounter_class = 'EMER'", "false"),
                new SeededFault("emergency lines without a procedure code are not seen", "EDU", "OR revenue IN ('0450',", "AND revenue IN ('0450',"),
                new SeededFault("type B visits are not seen", "EDU", "'G0381', ", ""),
                new SeededFault("a month counts on its first day", "EDU", "mps() + 14, mpe()", "mps(), mpe()"),
                new SeededFault("18 is too young", "EDU", "age >= 18 AND person_id", "age >= 19 AND person_id"),
                new SeededFault("commercial outliers begin at 6", "EDU", "WHEN 'COMMERCIAL' THEN 4", "WHEN 'COMMERCIAL' THEN 6"),
                new SeededFault("outliers begin one visit later", "EDU", ">= coalesce(threshold, 6)", "> coalesce(threshold, 6)"));
    }
}
