-- Codes to facts: who had which coded thing on which days. One table per kind of evidence, claims and clinical together.

-- measures.md 2.4: diagnoses establish no condition on laboratory, ambulance or equipment claims.
-- inputs.md 1.2: what stands among external causes is no condition, but for the causes themselves (falls, 3.3). Founding decision 9: nor is a diagnosis of a denied line.
CREATE TABLE claim_condition AS
SELECT DISTINCT d.person_id, plain_system(d.code_system) AS system, plain_code(d.code) AS code,
       coalesce(d.claim_start_date, l.claim_first_day, l.first_day) AS first_day,
       coalesce(d.claim_end_date, l.claim_last_day, d.claim_start_date, l.last_day) AS last_day
FROM claim_diagnosis d
JOIN claim_line l
  ON l.payer_id = d.payer_id AND l.claim_id = d.claim_id AND l.record_version = d.record_version
 AND (d.claim_line_number = 0 OR d.claim_line_number = l.claim_line_number)
WHERE (d.role <> 'external_cause' OR plain_system(d.code_system) = 'ICD10CM' AND upper(d.code) BETWEEN 'V' AND 'YZ')
  AND NOT l.denied
  AND l.claim_type <> 'dme'
  AND coalesce(l.place_of_service, '') NOT IN ('81', '41', '42')
  AND coalesce(l.bill_type, '') NOT LIKE '14%';

-- measures.md 17, 2: the 2025 text has no verification filter, entered in error never counts. 17, 11: not active, or of
-- no stated status, and without an end is an unknown interval. Clinical conditions run from onset to abatement, open while active.
CREATE TABLE clinical_condition AS
SELECT person_id, plain_system(split_part(coding, '|', 1)) AS system, plain_code(split_part(coding, '|', 2)) AS code,
       onset_date AS first_day,
       coalesce(abatement_date, DATE '9999-12-31') AS last_day
FROM (SELECT *, unnest(list_prepend(code_system || '|' || code, coalesce(more_codes, []))) AS coding FROM condition)
WHERE coalesce(verification_status, 'confirmed') <> 'entered-in-error'
  AND onset_date IS NOT NULL
  AND (abatement_date IS NOT NULL OR clinical_status IN ('active', 'recurrence', 'relapse'));

-- Services billed and not denied: HCPCS lines and ICD procedures.
CREATE TABLE service AS
SELECT person_id, 'HCPCS' AS system, hcpcs AS code, first_day, last_day, place_of_service
FROM claim_line
WHERE hcpcs IS NOT NULL AND NOT denied
UNION ALL
SELECT DISTINCT p.person_id, p.code_system, plain_code(p.code),
       coalesce(p.procedure_date, l.claim_first_day), coalesce(p.procedure_date, l.claim_last_day), l.place_of_service
FROM claim_procedure p
JOIN claim_line l ON l.payer_id = p.payer_id AND l.claim_id = p.claim_id AND l.record_version = p.record_version
WHERE NOT l.denied;

-- Founding decision 9: quality-data and category II codes count whatever their payment status. A category II code with an
-- exclusion or not-done modifier (8P and the like) reports that the thing was not done.
CREATE TABLE quality_code AS
SELECT person_id, hcpcs AS code, first_day AS day
FROM claim_line
WHERE hcpcs IS NOT NULL AND NOT (hcpcs LIKE '____F' AND list_has_any(modifiers, ['1P', '2P', '3P', '8P'])) AND in_period(first_day, first_day);

-- measures.md 17, 1: the long list of statuses holds for 2025. 17, 15: a visit without an end does not qualify.
CREATE TABLE visit AS
SELECT person_id, payer_id, encounter_id, encounter_class,
       plain_system(split_part(coding, '|', 1)) AS system, plain_code(split_part(coding, '|', 2)) AS code,
       encounter_start_date AS first_day, encounter_end_date AS last_day,
       discharge_disposition_code
FROM (SELECT *, unnest(list_prepend(code_system || '|' || code, coalesce(more_codes, []))) AS coding FROM encounter)
WHERE status IN ('finished', 'arrived', 'triaged', 'in-progress', 'onleave', 'on-leave') AND encounter_end_date IS NOT NULL;

-- measures.md 2.3: procedures must be completed.
CREATE TABLE performed AS
SELECT person_id, plain_system(split_part(coding, '|', 1)) AS system, plain_code(split_part(coding, '|', 2)) AS code,
       procedure_start_date AS first_day, coalesce(procedure_end_date, procedure_start_date) AS last_day
FROM (SELECT *, unnest(list_prepend(code_system || '|' || code, coalesce(more_codes, []))) AS coding FROM procedure)
WHERE status = 'completed';

-- measures.md 17, 3: 2025 takes intent "order" only; orders not to do something never count.
CREATE TABLE ordered AS
SELECT person_id, plain_system(split_part(coding, '|', 1)) AS system, plain_code(split_part(coding, '|', 2)) AS code,
       authored_date AS day
FROM (SELECT *, unnest(list_prepend(code_system || '|' || code, coalesce(more_codes, []))) AS coding FROM service_request)
WHERE status IN ('active', 'completed') AND intent = 'order' AND NOT coalesce(do_not_perform, false);

-- measures.md 3.3: a prescription supplies from its stated start, else from the day it was written, for the days of
-- supply times one plus refills; a fill from its day for its days of supply. A denied fill was not dispensed.
CREATE TABLE supply AS
SELECT person_id, plain_system(split_part(coding, '|', 1)) AS system, plain_code(split_part(coding, '|', 2)) AS code,
       coalesce(start_date, authored_date) AS first_day,
       coalesce(end_date,
                coalesce(start_date, authored_date) + CAST(days_supply * (1 + coalesce(refills, 0)) - 1 AS INTEGER),
                coalesce(start_date, authored_date)) AS last_day
FROM (SELECT *, unnest(list_prepend(code_system || '|' || code, coalesce(more_codes, []))) AS coding FROM medication)
WHERE kind <> 'STATEMENT' AND NOT coalesce(do_not_perform, false)
  AND (kind = 'DISPENSE' AND status = 'completed' OR kind = 'REQUEST' AND status = 'active' AND intent = 'order')
UNION ALL
SELECT person_id, 'NDC', plain_code(ndc_code), dispensing_date, dispensing_date + CAST(coalesce(days_supply, 1) - 1 AS INTEGER)
FROM fill
WHERE claim_status <> 'denied';

-- measures.md 2.3: observations must be final, amended or corrected. The day is the last of the effective period (5).
CREATE TABLE reading AS
SELECT person_id, plain_system(split_part(coding, '|', 1)) AS system, plain_code(split_part(coding, '|', 2)) AS code,
       category, observation_date AS first_day, coalesce(observation_end_date, observation_date) AS day, observation_time AS time_of_day,
       value_kind, value, comparator, unit, value_code_system, value_code,
       coalesce(o.encounter_class, e.encounter_class) AS encounter_class
FROM (SELECT *, unnest(list_prepend(code_system || '|' || code, coalesce(more_codes, []))) AS coding FROM observation) o
LEFT JOIN (SELECT payer_id, encounter_id, any_value(encounter_class) AS encounter_class FROM encounter GROUP BY ALL) e
  USING (payer_id, encounter_id)
WHERE status IN ('final', 'amended', 'corrected');

-- Which of the codes that occur belong to which value set. code_list comes from the value-set loader: codes, headings
-- that stand for everything beneath them, and codes and headings taken out again.
CREATE TABLE in_set AS
WITH used AS (
    SELECT system, code FROM claim_condition UNION SELECT system, code FROM clinical_condition
    UNION SELECT system, code FROM service UNION SELECT system, code FROM visit
    UNION SELECT system, code FROM performed UNION SELECT system, code FROM ordered
    UNION SELECT system, code FROM supply UNION SELECT system, code FROM reading
    UNION SELECT value_code_system, plain_code(value_code) FROM reading WHERE value_code IS NOT NULL
    UNION SELECT plain_system(split_part(coding, '|', 1)), plain_code(split_part(coding, '|', 2))
    FROM (SELECT unnest(list_prepend(code_system || '|' || code, coalesce(more_codes, []))) AS coding
          FROM (SELECT code_system, code, more_codes FROM medication UNION ALL SELECT code_system, code, more_codes FROM condition
                UNION ALL SELECT code_system, code, more_codes FROM procedure
                UNION ALL SELECT code_system, code, more_codes FROM service_request)
          UNION ALL SELECT unnest(reason_codes) FROM observation)),
listed AS (
    SELECT set_id, plain_system(system) AS system, plain_code(code) AS code, heading, out_again FROM code_list),
hit AS (
    SELECT set_id, u.system, u.code, l.heading, l.out_again
    FROM used u JOIN listed l
      ON l.system = u.system AND (u.code = l.code OR l.heading AND starts_with(u.code, l.code)))
SELECT set_id, system, code
FROM hit
GROUP BY ALL
HAVING bool_or(NOT heading AND NOT out_again)
    OR bool_or(heading AND NOT out_again) AND NOT bool_or(out_again);
