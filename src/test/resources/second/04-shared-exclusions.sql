-- Exclusions that CMS165, CMS122 and CMS130 share (measures.md 3), and the visits that qualify (2.5).

CREATE TABLE condition_in AS
SELECT set_id, person_id, first_day, last_day, origin
FROM (SELECT *, 'claim' AS origin FROM claim_condition UNION ALL SELECT *, 'clinical' FROM clinical_condition)
JOIN in_set USING (system, code);

CREATE TABLE service_in AS
SELECT set_id, person_id, first_day, last_day, place_of_service FROM service JOIN in_set USING (system, code);

CREATE TABLE performed_in AS
SELECT set_id, person_id, first_day, last_day FROM performed JOIN in_set USING (system, code);

CREATE TABLE visit_in AS
SELECT set_id, person_id, first_day, last_day, discharge_disposition_code FROM visit JOIN in_set USING (system, code);

CREATE TABLE ordered_in AS
SELECT set_id, person_id, day FROM ordered JOIN in_set USING (system, code);

-- 2.5: the whole visit lies in the period and its type is in one of seven sets. Office codes in a hospital bed or an
-- emergency room (places 21 and 23) are data errors.
CREATE TABLE qualifying_visit AS
SELECT DISTINCT person_id
FROM (SELECT set_id, person_id, first_day, last_day FROM visit_in
      UNION ALL
      SELECT set_id, person_id, first_day, last_day FROM service_in
      WHERE coalesce(place_of_service, '') NOT IN ('21', '23'))
WHERE set_id IN ('2.16.840.1.113883.3.464.1003.101.12.1001',  -- Office Visit
                 '2.16.840.1.113883.3.526.3.1240',            -- Annual Wellness Visit
                 '2.16.840.1.113883.3.464.1003.101.12.1025',  -- Preventive Care, Established, 18 and Up
                 '2.16.840.1.113883.3.464.1003.101.12.1023',  -- Preventive Care, Initial, 18 and Up
                 '2.16.840.1.113883.3.464.1003.101.12.1016',  -- Home Healthcare Services
                 '2.16.840.1.113883.3.464.1003.101.12.1089',  -- Virtual Encounter
                 '2.16.840.1.113883.3.464.1003.101.12.1080')  -- Telephone Visits
  AND in_period(first_day, last_day);

-- 3.1: any one is enough. Procedures, services, visits and diagnoses overlap the period; orders are written in it.
CREATE TABLE hospice AS
SELECT person_id FROM visit_in
WHERE set_id = '2.16.840.1.113883.3.666.5.307'                -- Encounter Inpatient, discharged to hospice
  AND discharge_disposition_code IN ('428361000124107', '428371000124100') AND last_day BETWEEN mps() AND mpe()
UNION
SELECT person_id FROM claim_line
WHERE claim_type = 'institutional' AND NOT denied AND discharge_status IN ('50', '51')
  AND bill_type[:2] IN ('11', '41')
  AND coalesce(discharge_day, claim_last_day) BETWEEN mps() AND mpe()
UNION
SELECT person_id FROM visit_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.1003' AND overlaps_period(first_day, last_day)   -- Hospice Encounter
UNION
SELECT person_id FROM service_in
WHERE set_id IN ('2.16.840.1.113883.3.464.1003.1003', '2.16.840.1.113883.3.526.3.1584')       -- or Hospice Care Ambulatory
  AND overlaps_period(first_day, last_day)
UNION
SELECT person_id FROM performed_in
WHERE set_id = '2.16.840.1.113883.3.526.3.1584' AND overlaps_period(first_day, last_day)
UNION
SELECT person_id FROM ordered_in
WHERE set_id = '2.16.840.1.113883.3.526.3.1584' AND day BETWEEN mps() AND mpe()
UNION
SELECT person_id FROM reading
WHERE system = 'LOINC' AND code = '45755-6' AND value_code = '373066001' AND overlaps_period(first_day, day)
  AND category_fits(category, 'survey')
UNION
SELECT person_id FROM condition_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.1165' AND overlaps_period(first_day, last_day)   -- Hospice Diagnosis
UNION
SELECT person_id FROM claim_line  -- bills of hospices
WHERE claim_type = 'institutional' AND NOT denied
  AND (bill_type LIKE '81%' OR bill_type LIKE '82%' OR nch_type = '50'
       OR revenue IN ('0115', '0125', '0135', '0145', '0155', '0235', '0650', '0651', '0652', '0655', '0656', '0657', '0658', '0659'))
  AND overlaps_period(coalesce(claim_first_day, first_day), coalesce(claim_last_day, last_day));

-- 3.2
CREATE TABLE palliative AS
SELECT person_id FROM reading
WHERE system = 'LOINC' AND code = '71007-9' AND overlaps_period(first_day, day)
  AND category_fits(category, 'survey')
UNION
SELECT person_id FROM condition_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.1167' AND overlaps_period(first_day, last_day)   -- Palliative Care Diagnosis
UNION
SELECT person_id FROM visit_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.101.12.1090' AND overlaps_period(first_day, last_day)
UNION
SELECT person_id FROM service_in
WHERE set_id IN ('2.16.840.1.113883.3.464.1003.101.12.1090', '2.16.840.1.113883.3.464.1003.198.12.1135')
  AND overlaps_period(first_day, last_day)
UNION
SELECT person_id FROM performed_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.198.12.1135' AND overlaps_period(first_day, last_day);

-- 3.3
CREATE TABLE frailty AS
SELECT person_id FROM ordered_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.118.12.1300' AND day BETWEEN mps() AND mpe()     -- Frailty Device
UNION
SELECT r.person_id FROM reading r JOIN in_set s ON s.system = r.value_code_system AND s.code = plain_code(r.value_code)
WHERE r.system = 'LOINC' AND r.code = '98181-1' AND s.set_id = '2.16.840.1.113883.3.464.1003.118.12.1300'
  AND r.day BETWEEN mps() AND mpe() AND category_fits(r.category, 'survey')
UNION
SELECT person_id FROM reading JOIN in_set USING (system, code)
WHERE set_id = '2.16.840.1.113883.3.464.1003.113.12.1075' AND overlaps_period(first_day, day) -- Frailty Symptom, observed
UNION
SELECT person_id FROM condition_in
WHERE set_id IN ('2.16.840.1.113883.3.464.1003.113.12.1074',                                  -- Frailty Diagnosis
                 '2.16.840.1.113883.3.464.1003.113.12.1075')                                  -- Frailty Symptom
  AND overlaps_period(first_day, last_day)
UNION
SELECT person_id FROM (SELECT set_id, person_id, first_day, last_day FROM visit_in
                       UNION ALL SELECT set_id, person_id, first_day, last_day FROM service_in)
WHERE set_id = '2.16.840.1.113883.3.464.1003.101.12.1088' AND overlaps_period(first_day, last_day);  -- Frailty Encounter

-- 3.3, 2025: a diagnosis that starts in the period or the year before, whatever the visit; claims: any one dated there.
CREATE TABLE advanced_illness AS
SELECT person_id FROM condition_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.110.12.1082'
  AND CASE WHEN origin = 'claim' THEN first_day <= mpe() AND last_day >= mps() - INTERVAL 1 YEAR
           ELSE first_day BETWEEN mps() - INTERVAL 1 YEAR AND mpe() END;

CREATE TABLE dementia_medication AS
SELECT DISTINCT person_id FROM supply JOIN in_set USING (system, code)
WHERE set_id IN ('2.16.840.1.113883.3.464.1003.196.12.1510', 'mcp-strata.dementia-medications-ndc')
  AND first_day <= mpe() AND last_day >= mps() - INTERVAL 1 YEAR;

-- 3.4, clinical: the latest housing status of any year decides. 17, 4: a survey, where the category is given.
CREATE TABLE nursing_home_answer AS
SELECT person_id
FROM (SELECT person_id, arg_max(value_code, (day, coalesce(time_of_day, ''))) AS answer
      FROM reading
      WHERE system = 'LOINC' AND code = '71802-3' AND day <= mpe()
        AND category_fits(category, 'survey')
      GROUP BY person_id)
WHERE answer = '160734000';

-- 3.4, claims: stays in long-term places, clipped to the period, joined where at most one day apart, longer than 90
-- days as a difference.
CREATE TABLE long_stay AS
WITH stay AS (
    SELECT DISTINCT person_id, greatest(first_day, mps()) AS first_day, least(last_day, mpe()) AS last_day
    FROM claim_line
    WHERE place_of_service IN ('32', '33', '34', '54', '56') AND NOT denied AND overlaps_period(first_day, last_day)),
marked AS (
    SELECT *,
           coalesce(first_day - max(last_day) OVER (PARTITION BY person_id ORDER BY first_day, last_day
                                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) > 1, true) AS begins
    FROM stay),
joined AS (
    SELECT *, count(*) FILTER (begins) OVER (PARTITION BY person_id ORDER BY first_day, last_day) AS stretch
    FROM marked)
SELECT DISTINCT person_id
FROM (SELECT person_id, stretch FROM joined GROUP BY person_id, stretch HAVING max(last_day) - min(first_day) > 90);

-- Every person with age at the end of the period and the shared reasons. 3.3: at 81 and over frailty alone is a
-- reason in CMS165 only.
CREATE TABLE shared AS
SELECT person_id,
       age_on(birth_date, mpe()) AS age,
       person_id IN (FROM qualifying_visit) AS seen,
       person_id IN (FROM hospice) AS hospice,
       person_id IN (FROM palliative) AS palliative,
       person_id IN (FROM frailty) AS frail,
       person_id IN (FROM advanced_illness) OR person_id IN (FROM dementia_medication) AS ill,
       person_id IN (FROM nursing_home_answer) OR person_id IN (FROM long_stay) AS nursing_home
FROM person;

CREATE TABLE second_result (
    measure_id VARCHAR, rate_id VARCHAR, person_id VARCHAR,
    initial_population BOOLEAN, denominator BOOLEAN, denominator_exclusion BOOLEAN, denominator_exception BOOLEAN,
    numerator BOOLEAN, observation DECIMAL(38, 6), exposure DECIMAL(38, 6));
