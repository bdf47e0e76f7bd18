package org.mcpstrata.run;

/**
 * Direct age standardisation once more, from {@code member_result} and {@code member_stratum} alone: people are put into
 * the bands by the strata of {@code age_band}, into cells by all others, and into the program, states and practices.
 */
final class AgeStandardInSql {
    /** Every row of a proportion that keeps its value, with {@code v}, {@code lo} and {@code hi} as counted here. */
    static final String RECOUNTED = """
            WITH bands AS (
              SELECT person_id, age_anchor, CASE
                  WHEN stratum_id IN ('0-5', '6-11', '12-17') THEN 'UNDER 18'
                  WHEN stratum_id IN ('18-44', '45-64') THEN '18-64'
                  WHEN stratum_id = '65-74' THEN '65-74'
                  WHEN stratum_id IN ('75-84', '85+') THEN '75+' END AS band
              FROM member_stratum WHERE stratifier_id = 'age_band'),
            counting AS (
              SELECT m.measure_id, m.rate_id, m.person_id, d.age_anchor, m.practice_id, m.state, m.numerator,
                  list_append(m.payer_scopes, 'ALL') AS scopes, b.band
              FROM member_result m JOIN dim_measure d USING (measure_id, rate_id)
                  JOIN bands b ON b.person_id = m.person_id AND b.age_anchor = d.age_anchor
              WHERE d.scoring = 'PROPORTION' AND m.denominator
                  AND NOT m.denominator_exclusion AND NOT m.denominator_exception),
            standard AS (
              SELECT DISTINCT measure_id, rate_id, band,
                  count(*) OVER (PARTITION BY measure_id, rate_id, band)
                      / count(*) OVER (PARTITION BY measure_id, rate_id) AS weight
              FROM counting WHERE band IS NOT NULL),
            strata AS (
              SELECT DISTINCT person_id, age_anchor, stratifier_id, coalesce(counted_in, stratum_id) AS stratum_id
              FROM member_stratum LEFT JOIN dim_stratum USING (stratifier_id, stratum_id)
              UNION ALL SELECT person_id, age_anchor, 'TOTAL', 'TOTAL' FROM bands),
            scoped AS (SELECT *, unnest(scopes) AS payer_scope FROM counting),
            placed AS (
              SELECT *, 'PROGRAM' AS entity_type, (SELECT any_value(program_id) FROM stratified_result) AS entity_id
              FROM scoped
              UNION ALL SELECT *, 'STATE', state FROM scoped
              UNION ALL SELECT *, 'PRACTICE', practice_id FROM scoped),
            cells AS (
              SELECT measure_id, rate_id, entity_type, entity_id, payer_scope, stratifier_id, stratum_id, band,
                  count(*) AS people, count(*) FILTER (numerator) AS met
              FROM placed JOIN strata USING (person_id, age_anchor) GROUP BY ALL),
            wholes AS (
              SELECT measure_id, rate_id, entity_type, entity_id, payer_scope, stratifier_id, stratum_id,
                  bool_or(band IS NULL) AS ageless
              FROM cells GROUP BY ALL),
            sums AS (
              SELECT w.*, bool_or(c.people IS NULL) AS empty_band, sum(c.people) AS n, sum(weight * met / people) AS v,
                  sum(weight * weight * met / people * (1 - met / people) / people) AS variance
              FROM wholes w JOIN standard s USING (measure_id, rate_id) LEFT JOIN cells c
                  USING (measure_id, rate_id, entity_type, entity_id, payer_scope, stratifier_id, stratum_id, band)
              GROUP BY ALL),
            effective AS (
              SELECT *, CASE WHEN variance > 0 THEN v * (1 - v) / variance ELSE n END AS e, 1.959963984540054 AS z
              FROM sums WHERE NOT empty_band AND NOT ageless),
            standardised AS (
              SELECT *, (v + z * z / (2 * e)) / (1 + z * z / e) AS centre,
                  z * sqrt(greatest(0, v * (1 - v)) / e + z * z / (4 * e * e)) / (1 + z * z / e) AS half
              FROM effective)
            SELECT r.*, x.v, x.centre - x.half AS lo, x.centre + x.half AS hi
            FROM stratified_result r LEFT JOIN standardised x
                USING (measure_id, rate_id, entity_type, entity_id, payer_scope, stratifier_id, stratum_id)
            WHERE r.scoring = 'PROPORTION' AND r.method = 'DIRECT' AND r.quality_mark <> 'BLOCKED'
            """;

    private AgeStandardInSql() {}
}
