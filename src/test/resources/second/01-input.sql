-- What the run accepted, and which payer members it took for one person. Shared with the pipeline on purpose: reading
-- delivered lines (the views accepted_*), and linking members to persons. Everything after this file is this
-- implementation's own.

CREATE MACRO mps() AS DATE '${year}-01-01';
CREATE MACRO mpe() AS DATE '${year}-12-31';

-- measures.md 2.2: "N years" is calendar arithmetic, age is completed years (date_sub counts completed parts).
CREATE MACRO age_on(birth, day) AS date_sub('year', birth, day);
CREATE MACRO in_period(first_day, last_day) AS first_day >= mps() AND last_day <= mpe();
CREATE MACRO overlaps_period(first_day, last_day) AS first_day <= mpe() AND last_day >= mps();

-- measures.md 17, 4: 2025 asks for a category of some observations, where one is given.
CREATE MACRO category_fits(category, wanted) AS coalesce(len(category), 0) = 0 OR list_contains(category, wanted);

-- One written form on both sides: no dots, upper case; CPT and HCPCS are one space, claims do not tell them apart.
CREATE MACRO plain_system(system) AS CASE WHEN system = 'CPT' THEN 'HCPCS' ELSE system END;
CREATE MACRO plain_code(code) AS replace(upper(trim(code)), '.', '');

CREATE TABLE member AS
SELECT DISTINCT person_id, source.payer AS payer_id, source.member_id AS member_id
FROM (SELECT person_id, unnest(source_members) AS source
      FROM member_result);

CREATE TABLE eligibility AS
SELECT person_id, x.* FROM accepted_eligibility x JOIN member USING (payer_id, member_id);

CREATE TABLE patient AS
SELECT person_id, x.* FROM accepted_patient x JOIN member USING (payer_id, member_id);

CREATE TABLE person AS
SELECT person_id, min(birth_date) AS birth_date
FROM (SELECT person_id, birth_date FROM eligibility UNION ALL SELECT person_id, birth_date FROM patient)
GROUP BY person_id;

CREATE TABLE medical_claim AS
SELECT person_id, x.* FROM accepted_medical_claim x JOIN member USING (payer_id, member_id);

CREATE TABLE claim_diagnosis AS
SELECT person_id, x.* FROM accepted_claim_diagnosis x JOIN member USING (payer_id, member_id);

CREATE TABLE claim_procedure AS
SELECT person_id, x.* FROM accepted_claim_procedure x JOIN member USING (payer_id, member_id);

CREATE TABLE pharmacy_claim AS
SELECT person_id, x.* FROM accepted_pharmacy_claim x JOIN member USING (payer_id, member_id);

CREATE TABLE encounter AS
SELECT person_id, x.* FROM accepted_encounter x JOIN member USING (payer_id, member_id);

CREATE TABLE condition AS
SELECT person_id, x.* FROM accepted_condition x JOIN member USING (payer_id, member_id);

CREATE TABLE observation AS
SELECT person_id, x.* FROM accepted_observation x JOIN member USING (payer_id, member_id);

CREATE TABLE procedure AS
SELECT person_id, x.* FROM accepted_procedure x JOIN member USING (payer_id, member_id);

CREATE TABLE medication AS
SELECT person_id, x.* FROM accepted_medication x JOIN member USING (payer_id, member_id);

CREATE TABLE service_request AS
SELECT person_id, x.* FROM accepted_service_request x JOIN member USING (payer_id, member_id);
