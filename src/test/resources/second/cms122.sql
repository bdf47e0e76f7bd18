-- CMS122 Glycemic Status Assessment Greater Than 9% (measures.md 5), 2025. Lower is better.

-- Claims: one diagnosis in the period or, as the condition is chronic (2.4), earlier. Clinical: prevalence overlaps.
CREATE OR REPLACE TEMP TABLE diabetes AS
SELECT DISTINCT person_id FROM condition_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.103.12.1001'
  AND first_day <= mpe() AND (origin = 'claim' OR last_day >= mps());

-- One row of evidence each: strength 3 a laboratory result, 2 a category II band, 1 a quality-data code (2.7, 2), 0 a
-- result that is no number, -1 a number that cannot be one, which is none beside any other evidence of its day.
-- Poor: true, false, or null for a test without a result.
CREATE OR REPLACE TEMP TABLE assessment AS
SELECT person_id, day,
       CASE WHEN value_kind IS NULL THEN 3
            WHEN value_kind <> 'QUANTITY' THEN 0
            WHEN percent IS NULL OR percent < 2 OR percent > 25 THEN -1
            ELSE 3 END AS strength,
       CASE WHEN value_kind IS NULL THEN NULL                                                -- (b) no result
            WHEN value_kind <> 'QUANTITY' THEN false                                         -- 17, 14: text or code
            WHEN percent IS NULL OR percent < 2 OR percent > 25 THEN NULL
            -- "more than 14" is above 9, "at least 9" may lie on either side and is no result
            WHEN comparator = '>' THEN CASE WHEN percent >= 9 THEN true END
            WHEN comparator = '>=' THEN CASE WHEN percent > 9 THEN true END
            WHEN comparator IN ('<', '<=') THEN CASE WHEN percent <= 9 THEN false END
            ELSE percent > 9.0 END AS poor,
       percent
FROM (SELECT *,
             CASE unit WHEN '%' THEN CAST(value AS DECIMAL(18, 6))
                       WHEN 'mmol/mol' THEN CAST(value AS DECIMAL(18, 6)) * 0.09148 + 2.152  -- no rounding (17, 13)
                       END AS percent                                                        -- 17, 14: no unit, no value
      FROM reading
      WHERE (system = 'LOINC' AND code = '97506-0'
             OR (system, code) IN (SELECT (system, code) FROM in_set WHERE set_id = '2.16.840.1.113883.3.464.1003.198.12.1013'))
        AND category_fits(category, 'laboratory')
        AND day BETWEEN mps() AND mpe())
UNION ALL
SELECT person_id, day, 2, code = '3046F', NULL FROM quality_code WHERE code IN ('3044F', '3046F', '3051F', '3052F')
UNION ALL
SELECT person_id, day, 1, code = 'M1211', NULL FROM quality_code WHERE code IN ('M1211', 'M1371', 'M1372', 'M1373');
-- M1212 "missing or not performed" only documents that nothing was found (2.7, 4).

-- The most recent day decides; on it the strongest evidence; in that the lowest result. Of results, one that is missing
-- beside others counts as missing (17, 14: strictly). Of codes, the favourable one (2.7, 2).
CREATE OR REPLACE TEMP TABLE latest_day AS
SELECT a.* FROM assessment a JOIN (SELECT person_id, max(day) AS day FROM assessment GROUP BY ALL) USING (person_id, day);

CREATE OR REPLACE TEMP TABLE glycemic_status AS
SELECT person_id, bool_or(poor IS NULL) OR bool_and(poor) AS poor
FROM latest_day l JOIN (SELECT person_id, max(strength) AS strength FROM latest_day GROUP BY ALL) USING (person_id, strength)
GROUP BY person_id;

CREATE OR REPLACE TEMP TABLE asserted_exclusion AS
SELECT person_id, bool_or(code NOT IN ('G2081', 'G2090', 'G2091')) AS any_age, true AS at_66
FROM quality_code WHERE code IN ('G9687', 'G9988', 'G2090', 'G2091', 'G2081') GROUP BY person_id;

DELETE FROM second_result WHERE measure_id = 'CMS122';
INSERT INTO second_result
WITH population AS (
    SELECT s.person_id,
           age BETWEEN 18 AND 75 AND seen AND person_id IN (FROM diabetes) AS member,
           hospice OR palliative OR age >= 66 AND frail AND ill OR age >= 66 AND nursing_home
               OR coalesce(x.any_age, false) OR age >= 66 AND coalesce(x.at_66, false) AS excluded,
           coalesce(g.poor, true) AS poor                                                    -- (a) no assessment
    FROM shared s LEFT JOIN glycemic_status g USING (person_id) LEFT JOIN asserted_exclusion x USING (person_id))
SELECT 'CMS122', 'overall', person_id, member, member, member AND excluded, false, member AND NOT excluded AND poor, NULL, NULL
FROM population;
