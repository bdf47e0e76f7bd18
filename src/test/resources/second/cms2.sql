-- CMS2 Screening for Depression and Follow-Up Plan (measures.md 7, with 13 and 17), 2025.

-- 2025 compares instants where both sides have a time of day; where one has none, days are compared.
CREATE OR REPLACE MACRO earlier(day, time_of_day, other_day, other_time) AS
    CASE WHEN time_of_day IS NULL OR other_time IS NULL THEN day < other_day
         ELSE day + CAST(time_of_day AS TIME) < other_day + CAST(other_time AS TIME) END;
CREATE OR REPLACE MACRO inside(day, time_of_day, first_day, first_time, last_day, last_time) AS
    NOT earlier(day, time_of_day, first_day, first_time) AND NOT earlier(last_day, last_time, day, time_of_day);
CREATE OR REPLACE MACRO codings(code_system, code, more_codes) AS
    list_prepend(code_system || '|' || code, coalesce(more_codes, []));
CREATE OR REPLACE MACRO system_of(coding) AS plain_system(split_part(coding, '|', 1));
CREATE OR REPLACE MACRO code_of(coding) AS plain_code(split_part(coding, '|', 2));

-- IP: finished visits (17, 1) that lie in the period.
CREATE OR REPLACE TEMP TABLE screening_visit AS
WITH listed AS (
    SELECT system, code FROM in_set
    WHERE set_id IN ('2.16.840.1.113883.3.600.1916',                    -- Encounter to Screen for Depression
                     '2.16.840.1.113883.3.526.3.1022',                  -- Physical Therapy Evaluation
                     '2.16.840.1.113883.3.464.1003.101.12.1080'))       -- Telephone Visits
SELECT DISTINCT e.person_id, e.encounter_start_date AS first_day, e.encounter_start_time AS first_time,
       e.encounter_end_date AS last_day, e.encounter_end_time AS last_time
FROM visit v
JOIN listed USING (system, code)
JOIN encounter e USING (payer_id, encounter_id)
WHERE e.status = 'finished' AND in_period(v.first_day, v.last_day)
UNION
SELECT person_id, first_day, NULL, last_day, NULL
FROM service JOIN listed USING (system, code)
WHERE in_period(first_day, last_day) AND coalesce(place_of_service, '') NOT IN ('21', '23');

-- DENEX: bipolar disorder that starts before a visit of the period: problem list or health concern, whatever its
-- verification (17, 2), not with an unknown interval (17, 8 and 11); on claims from the first diagnosis on.
CREATE OR REPLACE TEMP TABLE bipolar AS
WITH diagnosis AS (
    SELECT person_id, onset_date AS day, onset_time AS time_of_day, system_of(coding) AS system, code_of(coding) AS code
    FROM (SELECT *, unnest(codings(code_system, code, more_codes)) AS coding FROM condition)
    WHERE coalesce(verification_status, 'confirmed') <> 'entered-in-error'
      AND (abatement_date IS NOT NULL OR clinical_status IN ('active', 'recurrence', 'relapse'))
      AND (coalesce(len(category), 0) = 0 OR list_has_any(category, ['problem-list-item', 'health-concern']))
    UNION ALL
    SELECT person_id, first_day, NULL, system, code FROM claim_condition)
SELECT DISTINCT d.person_id
FROM diagnosis d
JOIN in_set USING (system, code)
JOIN screening_visit v ON v.person_id = d.person_id AND earlier(d.day, d.time_of_day, v.first_day, v.first_time)
WHERE set_id = '2.16.840.1.113883.3.67.1.101.1.128';

-- Screens: final only, with a value, of any category: 17, 4 is about the NCQA measures, and the official cases of 2025 give
-- the category "procedure". The outcome is stated, or a score stands for it where that day states none.
CREATE OR REPLACE TEMP TABLE screen AS
WITH seen AS (
    SELECT person_id, plain_code(split_part(coding, '|', 2)) AS code,
           -- a screen that took a while is of its end, as any result (5)
           coalesce(observation_end_date, observation_date) AS day,
           CASE WHEN observation_end_date IS NULL THEN observation_time ELSE observation_end_time END AS time_of_day,
           value_kind, value_code,
           CASE WHEN value_kind = 'QUANTITY' AND comparator IS NULL AND coalesce(unit, '1') IN ('1', '{score}', '{points}')
                THEN TRY_CAST(value AS DECIMAL(18, 6)) END AS score
    FROM (SELECT *, unnest(codings(code_system, code, more_codes)) AS coding FROM observation)
    WHERE status = 'final' AND split_part(coding, '|', 1) = 'LOINC' AND value_kind IS NOT NULL),
stated AS (
    SELECT person_id, CASE code WHEN '73831-0' THEN 'adolescent' ELSE 'adult' END AS tool, day, time_of_day,
           CASE value_code WHEN '428171000124102' THEN 'negative' WHEN '428181000124104' THEN 'positive' ELSE 'other' END AS outcome
    FROM seen WHERE code IN ('73831-0', '73832-8')),
scored AS (
    SELECT person_id, tool, day, time_of_day, CASE WHEN score >= positive_from THEN 'positive' ELSE 'negative' END AS outcome
    FROM seen
    JOIN (VALUES ('44261-6', 'adult', 10, 27), ('44261-6', 'adolescent', 10, 27), ('89204-2', 'adolescent', 10, 27), -- PHQ-9, PHQ-9M
                 ('55758-7', 'adult', 3, 6), ('55758-7', 'adolescent', 3, 6),                                         -- PHQ-2
                 ('48545-8', 'adult', 5, 15),                                                                         -- GDS-15
                 ('71354-5', 'adult', 10, 30), ('71354-5', 'adolescent', 10, 30)) cut (code, tool, positive_from, highest) -- EPDS
      USING (code)
    WHERE score BETWEEN 0 AND highest AND score = floor(score))
SELECT * FROM stated
UNION ALL
SELECT * FROM scored m
WHERE NOT EXISTS (FROM stated s WHERE s.person_id = m.person_id AND s.tool = m.tool AND s.day = m.day);

-- 1 and 2: within 14 days before a visit; the single most recent of that tool. Two of one instant stand together (5).
CREATE OR REPLACE TEMP TABLE latest_screen AS
SELECT person_id, tool, day, time_of_day,
       bool_or(outcome = 'negative') AND NOT bool_or(outcome = 'positive') AS negative, -- 2.7, 2: the most favourable
       bool_or(outcome = 'positive') AS positive
FROM (SELECT s.*, rank() OVER (PARTITION BY person_id, tool ORDER BY day DESC, coalesce(time_of_day, '') DESC) AS newest
      FROM screen s
      WHERE EXISTS (FROM screening_visit v WHERE v.person_id = s.person_id AND v.first_day - s.day BETWEEN 0 AND 14))
WHERE newest = 1
GROUP BY ALL;

-- 3 and 4: what follows up, with its day. Interventions: completed, starting during the visit (17, 10). Referrals and
-- medication: ordered 0 to 2 days after the last day of the visit. Referrals need no intent (17, 3).
CREATE OR REPLACE TEMP TABLE follow_up AS
WITH sets (tool, kind, set_id) AS (
    VALUES ('adult', 'medication', '2.16.840.1.113883.3.526.3.1566'), ('adolescent', 'medication', '2.16.840.1.113883.3.526.3.1567'),
           ('adult', 'referral', '2.16.840.1.113883.3.526.3.1571'), ('adolescent', 'referral', '2.16.840.1.113883.3.526.3.1570'),
           ('adult', 'intervention', '2.16.840.1.113883.3.526.3.1568'), ('adolescent', 'intervention', '2.16.840.1.113883.3.526.3.1569')),
done AS (
    SELECT person_id, 'performed' AS how, status, intent, do_not_perform, day, time_of_day, system_of(coding) AS system, code_of(coding) AS code
    FROM (SELECT person_id, status, 'order' AS intent, false AS do_not_perform, procedure_start_date AS day,
                 procedure_start_time AS time_of_day, unnest(codings(code_system, code, more_codes)) AS coding FROM procedure)
    UNION ALL
    SELECT person_id, 'ordered', status, intent, do_not_perform, authored_date, authored_time, system_of(coding), code_of(coding)
    FROM (SELECT *, unnest(codings(code_system, code, more_codes)) AS coding FROM service_request)
    UNION ALL
    SELECT person_id, 'prescribed', status, intent, do_not_perform, authored_date, authored_time, system_of(coding), code_of(coding)
    FROM (SELECT *, unnest(codings(code_system, code, more_codes)) AS coding FROM medication WHERE kind = 'REQUEST'))
SELECT tool, person_id, how, day, time_of_day
FROM done JOIN in_set USING (system, code) JOIN sets USING (set_id)
WHERE NOT coalesce(do_not_perform, false)
  AND (how = 'performed' AND kind = 'intervention' AND status = 'completed'
       OR how = 'ordered' AND kind = 'referral' AND status IN ('active', 'completed')
       OR how = 'prescribed' AND kind = 'medication' AND status IN ('active', 'completed') AND intent = 'order');

CREATE OR REPLACE TEMP TABLE captured AS
SELECT s.person_id, s.tool
FROM latest_screen s
WHERE negative
   OR positive AND EXISTS (
       FROM screening_visit v JOIN follow_up f USING (person_id)
       WHERE v.person_id = s.person_id AND f.tool = s.tool AND v.first_day - s.day BETWEEN 0 AND 14
         AND f.day BETWEEN mps() AND mpe()
         AND CASE WHEN f.how = 'performed' THEN inside(f.day, f.time_of_day, v.first_day, v.first_time, v.last_day, v.last_time)
                  ELSE f.day - v.last_day BETWEEN 0 AND 2 END);

-- Exceptions: not done because declined or for a medical reason, issued in the hours of a visit (17, 9), and no screen of
-- that tool near a visit.
CREATE OR REPLACE TEMP TABLE refused AS
SELECT o.person_id
FROM (SELECT *, CASE WHEN list_contains(codings(code_system, code, more_codes), 'LOINC|73831-0') THEN 'adolescent'
                     WHEN list_contains(codings(code_system, code, more_codes), 'LOINC|73832-8') THEN 'adult' END AS tool
      FROM observation) o
JOIN screening_visit v ON v.person_id = o.person_id
 AND inside(o.issued_date, o.issued_time, v.first_day, v.first_time, v.last_day, v.last_time)
WHERE o.status = 'cancelled' AND o.tool IS NOT NULL AND o.reason_codes IS NOT NULL
  AND (list_contains(o.reason_codes, 'SNOMED|720834000') OR list_has_any(o.reason_codes, (SELECT list(system || '|' || code) FROM in_set WHERE set_id = '2.16.840.1.113883.3.526.3.1007')))
  AND NOT EXISTS (FROM latest_screen s WHERE s.person_id = o.person_id AND s.tool = o.tool);

-- Claims: the most advantageous code of the year decides (2.7, 3): met, exclusion, exception, not met.
CREATE OR REPLACE TEMP TABLE reported AS
SELECT person_id, bool_or(code IN ('G8431', 'G8510')) AS met,
       bool_or(code = 'G9717') AND NOT bool_or(code IN ('G8431', 'G8510')) AS excluded,
       bool_or(code = 'G8433') AS excepted
FROM quality_code WHERE code IN ('G8431', 'G8510', 'G9717', 'G8433') GROUP BY person_id;

-- Age on the first day of the period. 12 to 16 adolescent tool, 17 either, 18 and over adult tool.
DELETE FROM second_result WHERE measure_id = 'CMS2';
INSERT INTO second_result
WITH population AS (
    SELECT p.person_id,
           age >= 12 AND p.person_id IN (SELECT person_id FROM screening_visit) AS member,
           p.person_id IN (FROM bipolar) OR coalesce(r.excluded, false) AS excluded,
           age BETWEEN 12 AND 17 AND EXISTS (FROM captured c WHERE c.person_id = p.person_id AND c.tool = 'adolescent')
               OR age >= 17 AND EXISTS (FROM captured c WHERE c.person_id = p.person_id AND c.tool = 'adult')
               OR coalesce(r.met, false) AS met,
           p.person_id IN (FROM refused) OR coalesce(r.excepted, false) AS excepted
    FROM (SELECT person_id, age_on(birth_date, mps()) AS age FROM person) p LEFT JOIN reported r USING (person_id))
SELECT 'CMS2', 'overall', person_id, member, member, member AND excluded,
       member AND NOT excluded AND NOT met AND excepted, member AND NOT excluded AND met, NULL, NULL
FROM population;
