-- Which claim versions stand (founding decision 9: voided and superseded versions never count), and which lines count.

-- inputs.md 1.4, 7: lines follow their header. Only line 0, where there is one, knows whether the claim cancels another.
CREATE TABLE stated AS
SELECT *, coalesce(max(adjustment_type) FILTER (claim_line_number = 0)
                       OVER (PARTITION BY payer_id, claim_id, record_version), adjustment_type) AS action
FROM medical_claim;

-- inputs.md 1.4, 3: what is paired off is a whole institutional claim, but a single line of a Medicare Part B or DME claim.
CREATE TABLE version AS
SELECT payer_id, person_id, claim_id, record_version, action,
       CASE WHEN final_action_key IS NOT NULL AND claim_type <> 'institutional' THEN claim_line_number END AS line,
       max(final_action_key) AS final_action_key,
       max(replaces_claim_id) AS replaces_claim_id,
       max(effective_date) AS effective_date,
       abs(coalesce(sum(paid_amount) FILTER (claim_line_number = 0), sum(paid_amount), 0)) AS amount
FROM stated
GROUP BY ALL;

-- inputs.md 1.4, 4 and 5a: every cancellation removes one original or adjustment of its key and amount, the earliest;
-- where no amount agrees, the earliest that is left. The key holds no member: the person stands in for the newest MBI.
CREATE TABLE pairing AS
SELECT *,
       action = 'CANCELLATION' AS cancels,
       row_number() OVER (PARTITION BY payer_id, person_id, final_action_key, line, amount, action = 'CANCELLATION'
                          ORDER BY effective_date, claim_id) AS place,
       count(*) FILTER (action = 'CANCELLATION')
           OVER (PARTITION BY payer_id, person_id, final_action_key, line, amount) AS cancellations,
       count(*) FILTER (action <> 'CANCELLATION')
           OVER (PARTITION BY payer_id, person_id, final_action_key, line, amount) AS others
FROM version
WHERE final_action_key IS NOT NULL;

CREATE TABLE unpaired AS
SELECT *,
       row_number() OVER (PARTITION BY payer_id, person_id, final_action_key, line, cancels
                          ORDER BY effective_date, claim_id) AS place_left,
       count(*) FILTER (cancels) OVER (PARTITION BY payer_id, person_id, final_action_key, line) AS cancellations_left
FROM pairing
WHERE CASE WHEN cancels THEN place > others ELSE place > cancellations END;

-- drop-contract.md: a higher version of a claim number replaces the whole claim; a row that names another claim replaces
-- that claim; void rows withdraw it. A withdrawn replacement brings nothing back.
CREATE TABLE standing AS
SELECT payer_id, claim_id, record_version, action, line
FROM unpaired
WHERE NOT cancels AND place_left > cancellations_left
UNION ALL
SELECT payer_id, claim_id, record_version, action, line
FROM version v
WHERE final_action_key IS NULL
  AND action <> 'CANCELLATION'
  AND NOT EXISTS (FROM version w WHERE w.payer_id = v.payer_id AND w.claim_id = v.claim_id
                    AND w.record_version > v.record_version)
  AND NOT EXISTS (FROM version w WHERE w.payer_id = v.payer_id AND w.replaces_claim_id = v.claim_id);

-- Every line that stands, with what only the header of its claim states. Line 0 is such a header.
CREATE TABLE claim_line AS
SELECT c.payer_id, c.person_id, c.claim_id, c.record_version, c.claim_type, c.claim_line_number,
       plain_code(c.hcpcs_code) AS hcpcs,
       [c.hcpcs_modifier_1, c.hcpcs_modifier_2, c.hcpcs_modifier_3, c.hcpcs_modifier_4] AS modifiers,
       c.revenue_center_code AS revenue,
       c.place_of_service_code AS place_of_service,
       c.nch_claim_type_code AS nch_type,
       max(c.bill_type_code) OVER claim AS bill_type,
       max(c.discharge_disposition_code) OVER claim AS discharge_status,
       coalesce(c.claim_line_start_date, c.claim_start_date) AS first_day,
       coalesce(c.claim_line_end_date, c.claim_line_start_date, c.claim_end_date, c.claim_start_date) AS last_day,
       min(c.claim_start_date) OVER claim AS claim_first_day,
       max(coalesce(c.claim_end_date, c.claim_start_date)) OVER claim AS claim_last_day,
       min(c.admission_date) OVER claim AS admission_day,
       max(c.discharge_date) OVER claim AS discharge_day,
       -- Founding decision 9 and inputs.md 1.4, 8: denial of the claim (on its header) or of the line, after final action.
       c.line_status = 'denied' OR c.claim_status = 'denied'
           OR bool_or(c.claim_line_number = 0 AND c.claim_status = 'denied') OVER claim AS denied
FROM stated c
JOIN standing s
  ON s.payer_id = c.payer_id AND s.claim_id = c.claim_id AND s.record_version = c.record_version
 AND s.action = c.action AND (s.line IS NULL OR s.line = c.claim_line_number)
WINDOW claim AS (PARTITION BY c.payer_id, c.claim_id, c.record_version, c.action);

-- inputs.md 1.4, 6: of pharmacy rows of one key the newest stands, unless it withdraws the fill.
CREATE TABLE fill AS
SELECT payer_id, person_id, ndc_code, dispensing_date, days_supply, claim_status
FROM (SELECT *,
             row_number() OVER (PARTITION BY payer_id, person_id, coalesce(final_action_key, 'claim ' || claim_id), claim_line_number
                                ORDER BY effective_date DESC, record_version DESC, claim_id DESC) AS newest
      FROM pharmacy_claim) f
WHERE newest = 1
  AND adjustment_type <> 'CANCELLATION'
  AND NOT EXISTS (FROM pharmacy_claim w WHERE w.payer_id = f.payer_id AND w.replaces_claim_id = f.claim_id);
