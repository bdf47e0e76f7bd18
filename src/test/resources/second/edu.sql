-- EDU Emergency Department Utilization (measures.md 11, founding decisions 11 to 13).

-- Psychiatric services and ECT (11, 3).
CREATE OR REPLACE TEMP TABLE psychiatric AS
SELECT DISTINCT hcpcs FROM claim_line WHERE hcpcs BETWEEN '90785' AND '90899' AND length(hcpcs) = 5;

-- A line or visit that is an emergency department service; the claim's earliest line gives the day (11, 1).
CREATE OR REPLACE TEMP TABLE emergency_claim AS
SELECT payer_id, claim_id, record_version, any_value(person_id) AS person_id, min(first_day) AS day,
       bool_or(hcpcs IN ('99281', '99282', '99283', '99284', '99285', 'G0380', 'G0381', 'G0382', 'G0383', 'G0384')
               OR revenue IN ('0450', '0451', '0452', '0456', '0459', '0981')) AS emergency,
       coalesce(bool_or(hcpcs IN (FROM psychiatric)), false) AS psychiatric,
       -- 2: an emergency line on the inpatient claim itself
       coalesce(bool_or(bill_type LIKE '11%'), false) AS inpatient
FROM claim_line
WHERE NOT denied
GROUP BY ALL
HAVING emergency;

-- 3: visits with a principal mental or behavioural diagnosis drop out, and visits with any psychiatric service: on the
-- bill, or on a bill of its own from the emergency room (place 23) that day.
CREATE OR REPLACE TEMP TABLE emergency_visit AS
SELECT person_id, day,
       bool_or(psychiatric OR inpatient OR EXISTS (
           FROM claim_diagnosis d
           WHERE d.payer_id = e.payer_id AND d.claim_id = e.claim_id AND d.record_version = e.record_version
             AND d.role = 'principal' AND starts_with(d.code, 'F'))) AS dropped
FROM emergency_claim e
GROUP BY person_id, day
UNION ALL
-- Founding decision 11: a claim and a clinical encounter of one day are one visit.
SELECT DISTINCT person_id, first_day, false FROM visit WHERE encounter_class = 'EMER'
UNION ALL
SELECT DISTINCT person_id, first_day, true FROM claim_line
WHERE hcpcs IN (FROM psychiatric) AND place_of_service = '23' AND NOT denied;

-- 2: any inpatient or observation stay that begins on the day of the visit or the next.
CREATE OR REPLACE TEMP TABLE stay AS
SELECT person_id, coalesce(admission_day, claim_first_day, first_day) AS day FROM claim_line
WHERE NOT denied
  AND (bill_type[:2] IN ('11', '18', '21', '41')
       OR revenue IN ('0100', '0101', '1000', '1001', '1002') OR revenue BETWEEN '0110' AND '0219'
       OR revenue IN ('0760', '0762', '0769')
       OR hcpcs IN ('99217', '99218', '99219', '99220', '99224', '99225', '99226', '99234', '99235', '99236', 'G0378', 'G0379'))
UNION
SELECT person_id, first_day FROM visit WHERE encounter_class IN ('IMP', 'ACUTE', 'NONAC', 'OBSENC');

CREATE OR REPLACE TEMP TABLE counted_visit AS
SELECT person_id, day
FROM (SELECT person_id, day FROM emergency_visit GROUP BY ALL HAVING NOT bool_or(dropped)) v
WHERE day BETWEEN mps() AND mpe()
  AND NOT EXISTS (FROM stay s WHERE s.person_id = v.person_id AND s.day - v.day IN (0, 1));

-- Stretches covered by medical benefit in the period and the year before, of all payers together.
CREATE OR REPLACE TEMP TABLE covered AS
WITH span AS (
    SELECT DISTINCT person_id,
           greatest(enrollment_start_date, CAST(mps() - INTERVAL 1 YEAR AS DATE)) AS first_day,
           least(enrollment_end_date, mpe()) AS last_day
    FROM eligibility
    WHERE coalesce(medical_coverage, true) AND payer_type <> 'NONE'
      AND enrollment_start_date <= mpe() AND enrollment_end_date >= mps() - INTERVAL 1 YEAR),
marked AS (
    SELECT *,
           coalesce(first_day - max(last_day) OVER (PARTITION BY person_id ORDER BY first_day, last_day
                                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) > 1, true) AS begins
    FROM span),
joined AS (
    SELECT *, count(*) FILTER (begins) OVER (PARTITION BY person_id ORDER BY first_day, last_day) AS stretch
    FROM marked)
SELECT person_id, min(first_day) AS first_day, max(last_day) AS last_day FROM joined GROUP BY person_id, stretch;

-- 2.6: gap days = next start - previous end - 1; the head and the tail of a year count as gaps.
CREATE OR REPLACE TEMP TABLE gap AS
WITH year (year_start, year_end) AS (
    VALUES (mps(), mpe()), (CAST(mps() - INTERVAL 1 YEAR AS DATE), mps() - 1)),
edge AS (
    SELECT person_id, year_start, greatest(first_day, year_start) AS first_day, least(last_day, year_end) AS last_day
    FROM covered JOIN year ON first_day <= year_end AND last_day >= year_start
    UNION ALL SELECT person_id, year_start, year_start - 1, year_start - 1 FROM person CROSS JOIN year
    UNION ALL SELECT person_id, year_start, year_end + 1, year_end + 1 FROM person CROSS JOIN year)
SELECT person_id, year_start, days
FROM (SELECT person_id, year_start,
             first_day - lag(last_day) OVER (PARTITION BY person_id, year_start ORDER BY first_day, last_day) - 1 AS days
      FROM edge)
WHERE days > 0;

-- In each year at most one gap of at most 45 days.
CREATE OR REPLACE TEMP TABLE broken_enrollment AS
SELECT DISTINCT person_id
FROM (SELECT person_id FROM gap GROUP BY person_id, year_start HAVING count(*) > 1 OR max(days) > 45);

-- Founding decision 12: a month counts when its 15th is covered.
CREATE OR REPLACE TEMP TABLE member_months AS
SELECT person_id, count(*) AS months
FROM covered JOIN (SELECT CAST(unnest(generate_series(mps() + 14, mpe(), INTERVAL 1 MONTH)) AS DATE) AS fifteenth)
  ON fifteenth BETWEEN first_day AND last_day
GROUP BY person_id;

-- Founding decision 13: from that many visits on a person is an outlier, by line of business. The specification is silent about
-- a person who held several lines in the period; the project decided that every one of them must call the person an
-- outlier, so the highest threshold applies.
CREATE OR REPLACE TEMP TABLE outlier_from AS
SELECT person_id, max(CASE payer_type WHEN 'COMMERCIAL' THEN 4 ELSE 6 END) AS threshold
FROM eligibility
WHERE payer_type <> 'NONE' AND enrollment_start_date <= mpe() AND enrollment_end_date >= mps()
GROUP BY person_id;

DELETE FROM second_result WHERE measure_id = 'EDU';
INSERT INTO second_result
WITH visited AS (SELECT person_id, count(*) AS visits FROM counted_visit GROUP BY person_id),
population AS (
    SELECT s.person_id, rate_id,
           age >= 18 AND person_id NOT IN (FROM broken_enrollment) AS member,
           hospice OR rate_id = 'without outliers' AND coalesce(visits, 0) >= coalesce(threshold, 6) AS excluded,
           coalesce(visits, 0) AS visits,
           coalesce(months, 0) AS months
    FROM shared s
    CROSS JOIN (VALUES ('with outliers'), ('without outliers')) rate (rate_id)
    LEFT JOIN visited USING (person_id)
    LEFT JOIN outlier_from USING (person_id)
    LEFT JOIN member_months USING (person_id))
SELECT 'EDU', rate_id, person_id, member, member, member AND excluded, false, false,
       CASE WHEN member AND NOT excluded THEN visits ELSE 0 END,
       CASE WHEN member AND NOT excluded THEN months ELSE 0 END
FROM population;
