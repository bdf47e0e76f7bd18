-- CMS165 Controlling High Blood Pressure (measures.md 4), 2025.

-- Clinical: prevalence overlaps [first day of the period, six months on). Claims: any one dated from a year before the
-- period to the last day of those six months.
CREATE OR REPLACE TEMP TABLE hypertension AS
SELECT DISTINCT person_id FROM condition_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.104.12.1011'
  AND first_day < mps() + INTERVAL 6 MONTH
  AND last_day >= CASE WHEN origin = 'claim' THEN mps() - INTERVAL 1 YEAR ELSE mps() END;

CREATE OR REPLACE TEMP TABLE renal_or_pregnant AS
SELECT person_id FROM condition_in
WHERE set_id = '2.16.840.1.113883.3.526.3.378' AND overlaps_period(first_day, last_day)      -- Pregnancy, episodic (2.4)
UNION
SELECT person_id FROM condition_in
WHERE set_id IN ('2.16.840.1.113883.3.526.3.353', '2.16.840.1.113883.3.526.3.1002',          -- ESRD, CKD stage 5,
                 '2.16.840.1.113883.3.464.1003.109.12.1029')                                 -- transplant recipient: chronic
  AND first_day <= mpe() AND (origin = 'claim' OR last_day >= mps())
UNION
SELECT person_id FROM (SELECT set_id, person_id, last_day FROM performed_in UNION ALL SELECT set_id, person_id, last_day FROM service_in)
WHERE set_id IN ('2.16.840.1.113883.3.464.1003.109.12.1012', '2.16.840.1.113883.3.464.1003.109.12.1013')
  AND last_day <= mpe()                                                                      -- Kidney Transplant, Dialysis Services
UNION
SELECT person_id FROM (SELECT set_id, person_id, first_day FROM visit_in UNION ALL SELECT set_id, person_id, first_day FROM service_in)
WHERE set_id = '2.16.840.1.113883.3.464.1003.109.12.1014' AND first_day <= mpe()             -- ESRD Monthly Outpatient Services
UNION
SELECT person_id FROM quality_code WHERE code = 'G9231';

-- Systolic and diastolic evidence: strength 3 a reading, 2 a category II band, 1 a quality-data code (2.7, 2). A reading
-- whose own visit is an emergency or inpatient one is out, one without a visit counts (17, 5).
CREATE OR REPLACE TEMP TABLE pressure AS
SELECT person_id, day, CASE code WHEN '8480-6' THEN 'systolic' ELSE 'diastolic' END AS part,
       CASE WHEN value_kind = 'QUANTITY' AND unit = 'mm[Hg]' AND comparator IS NULL THEN 3 ELSE 0 END AS strength,
       CASE WHEN value_kind = 'QUANTITY' AND unit = 'mm[Hg]' AND comparator IS NULL          -- 4, 5: thresholds are no values
            THEN CAST(value AS DECIMAL(18, 6)) < CASE code WHEN '8480-6' THEN 140 ELSE 90 END END AS good
FROM reading
WHERE system = 'LOINC' AND code IN ('8480-6', '8462-4') AND day BETWEEN mps() AND mpe()
  AND coalesce(encounter_class, '') NOT IN ('EMER', 'IMP', 'ACUTE', 'NONAC', 'PRENC', 'SS')
UNION ALL
SELECT person_id, day, CASE WHEN code IN ('3074F', '3075F', '3077F') THEN 'systolic' ELSE 'diastolic' END, 2,
       code NOT IN ('3077F', '3080F')
FROM quality_code WHERE code IN ('3074F', '3075F', '3077F', '3078F', '3079F', '3080F')
UNION ALL
SELECT person_id, day, CASE WHEN code IN ('G8752', 'G8753') THEN 'systolic' ELSE 'diastolic' END, 1,
       code IN ('G8752', 'G8754')
FROM quality_code WHERE code IN ('G8752', 'G8753', 'G8754', 'G8755');
-- G8756 "not documented" never overrides evidence (2.7, 4).

-- The latest day with any part decides, also when the other part is missing (17, 6); then the strongest evidence of
-- each part, and in it the lowest (4, 3).
CREATE OR REPLACE TEMP TABLE controlled AS
WITH latest AS (
    SELECT p.* FROM pressure p JOIN (SELECT person_id, max(day) AS day FROM pressure GROUP BY ALL) USING (person_id, day)),
part AS (
    SELECT person_id, part, coalesce(bool_or(good), false) AS good
    FROM latest JOIN (SELECT person_id, part, max(strength) AS strength FROM latest GROUP BY ALL) USING (person_id, part, strength)
    GROUP BY ALL)
SELECT person_id FROM part GROUP BY person_id HAVING count(*) = 2 AND bool_and(good);

CREATE OR REPLACE TEMP TABLE asserted_exclusion AS
SELECT person_id, bool_or(code IN ('G9740', 'G0031')) AS any_age,
       bool_or(code = 'G9910') AS at_66,
       bool_or(code IN ('G2115', 'G2116')) AS from_66_to_80,
       bool_or(code = 'G2118') AS at_81
FROM quality_code WHERE code IN ('G9740', 'G0031', 'G9910', 'G2115', 'G2116', 'G2118') GROUP BY person_id;

DELETE FROM second_result WHERE measure_id = 'CMS165';
INSERT INTO second_result
WITH population AS (
    SELECT s.person_id,
           age BETWEEN 18 AND 85 AND seen AND person_id IN (FROM hypertension) AS member,
           hospice OR palliative OR age BETWEEN 66 AND 80 AND frail AND ill OR age >= 81 AND frail
               OR age >= 66 AND nursing_home OR person_id IN (FROM renal_or_pregnant)
               OR coalesce(x.any_age, false) OR age >= 66 AND coalesce(x.at_66, false)
               OR age BETWEEN 66 AND 80 AND coalesce(x.from_66_to_80, false)
               OR age >= 81 AND coalesce(x.at_81, false) AS excluded,
           person_id IN (FROM controlled) AS good
    FROM shared s LEFT JOIN asserted_exclusion x USING (person_id))
SELECT 'CMS165', 'overall', person_id, member, member, member AND excluded, false, member AND NOT excluded AND good, NULL, NULL
FROM population;
