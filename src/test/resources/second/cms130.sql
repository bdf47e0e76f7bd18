-- CMS130 Colorectal Cancer Screening (measures.md 6), 2025.

-- Look-backs count from the first day of the period (the trap of section 6), whole calendar years.
CREATE OR REPLACE TEMP TABLE screening AS
SELECT r.person_id FROM reading r JOIN in_set USING (system, code)
WHERE set_id = '2.16.840.1.113883.3.464.1003.198.12.1011' AND r.value_kind IS NOT NULL       -- FOBT, with a result
  AND category_fits(category, 'laboratory')
  AND r.day BETWEEN mps() AND mpe()
UNION
SELECT r.person_id FROM reading r JOIN in_set USING (system, code)
WHERE set_id = '2.16.840.1.113883.3.464.1003.108.12.1039' AND r.value_kind IS NOT NULL       -- stool DNA, with a result
  AND category_fits(category, 'laboratory')
  AND r.day BETWEEN mps() - INTERVAL 2 YEAR AND mpe()
UNION
SELECT r.person_id FROM reading r JOIN in_set USING (system, code)
WHERE set_id = '2.16.840.1.113883.3.464.1003.108.12.1038'                                    -- CT colonography
  AND r.day BETWEEN mps() - INTERVAL 4 YEAR AND mpe()
UNION
SELECT person_id FROM (SELECT set_id, person_id, last_day FROM performed_in UNION ALL SELECT set_id, person_id, last_day FROM service_in)
WHERE set_id = '2.16.840.1.113883.3.464.1003.198.12.1010'                                    -- flexible sigmoidoscopy
  AND last_day BETWEEN mps() - INTERVAL 4 YEAR AND mpe()
UNION
SELECT person_id FROM (SELECT set_id, person_id, last_day FROM performed_in UNION ALL SELECT set_id, person_id, last_day FROM service_in)
WHERE set_id = '2.16.840.1.113883.3.464.1003.108.12.1020'                                    -- colonoscopy
  AND last_day BETWEEN mps() - INTERVAL 9 YEAR AND mpe()
UNION
-- Billed tests: billing one without a result is not payable.
SELECT person_id FROM service
WHERE system = 'HCPCS'
  AND (code IN ('82270', '82274', 'G0328') AND last_day BETWEEN mps() AND mpe()
       OR code IN ('81528', '0464U') AND last_day BETWEEN mps() - INTERVAL 2 YEAR AND mpe()
       OR code IN ('74261', '74262', '74263') AND last_day BETWEEN mps() - INTERVAL 4 YEAR AND mpe())
UNION
SELECT person_id FROM quality_code WHERE code = '3017F';

-- Any time up to the end of the period.
CREATE OR REPLACE TEMP TABLE no_colon_to_screen AS
SELECT person_id FROM condition_in
WHERE set_id = '2.16.840.1.113883.3.464.1003.108.12.1001' AND first_day <= mpe()             -- Malignant Neoplasm of Colon
UNION
SELECT person_id FROM (SELECT set_id, person_id, last_day FROM performed_in UNION ALL SELECT set_id, person_id, last_day FROM service_in)
WHERE set_id = '2.16.840.1.113883.3.464.1003.198.12.1019' AND last_day <= mpe();             -- Total Colectomy

CREATE OR REPLACE TEMP TABLE asserted_exclusion AS
SELECT person_id, bool_or(code IN ('G9710', 'G9993', 'G9711')) AS any_age, true AS at_66
FROM quality_code WHERE code IN ('G9710', 'G9993', 'G9711', 'G9901', 'G2100', 'G2101') GROUP BY person_id;

DELETE FROM second_result WHERE measure_id = 'CMS130';
INSERT INTO second_result
WITH population AS (
    SELECT s.person_id, age,
           seen AS member,
           hospice OR palliative OR age >= 66 AND frail AND ill OR age >= 66 AND nursing_home
               OR person_id IN (FROM no_colon_to_screen)
               OR coalesce(x.any_age, false) OR age >= 66 AND coalesce(x.at_66, false) AS excluded,
           person_id IN (FROM screening) AS screened
    FROM shared s LEFT JOIN asserted_exclusion x USING (person_id)),
-- Age at the end of the period; the title says 45, the logic 46 (6).
rate (rate_id, youngest, oldest) AS (VALUES ('overall', 46, 75), ('age 46-49', 46, 49), ('age 50-75', 50, 75))
SELECT 'CMS130', rate_id, person_id, member AND of_age, member AND of_age, member AND of_age AND excluded, false,
       member AND of_age AND NOT excluded AND screened, NULL, NULL
FROM (SELECT *, age BETWEEN youngest AND oldest AS of_age FROM population CROSS JOIN rate);
