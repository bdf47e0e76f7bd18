-- How many people stand in each population of CMS2, and by which way they came there; a person may come by several. Reads
-- what cms2.sql left behind.
WITH result AS (FROM second_result WHERE measure_id = 'CMS2'),
aged AS (SELECT person_id, age_on(birth_date, mps()) AS age FROM person),
-- the visits to which the deciding screening belongs
deciding AS (
    SELECT s.*, v.first_day, v.first_time, v.last_day, v.last_time
    FROM latest_screen s JOIN aged USING (person_id) JOIN screening_visit v USING (person_id)
    WHERE v.first_day - s.day BETWEEN 0 AND 14
      AND (age BETWEEN 12 AND 17 AND tool = 'adolescent' OR age >= 17 AND tool = 'adult')),
counted AS (
    SELECT d.person_id, d.tool, f.how, f.day - d.last_day AS days
    FROM deciding d JOIN follow_up f USING (person_id, tool)
    WHERE d.positive AND f.day BETWEEN mps() AND mpe()
      AND CASE WHEN f.how = 'performed' THEN inside(f.day, f.time_of_day, d.first_day, d.first_time, d.last_day, d.last_time)
               ELSE f.day - d.last_day BETWEEN 0 AND 2 END),
way AS (
    SELECT 'initial population' AS way, person_id FROM result WHERE initial_population
    UNION SELECT 'initial population: aged 12 on the first day', person_id
    FROM result JOIN person USING (person_id) WHERE initial_population AND birth_date = mps() - INTERVAL 12 YEAR
    UNION SELECT 'initial population: aged 17', person_id FROM result JOIN aged USING (person_id) WHERE initial_population AND age = 17
    UNION SELECT 'exclusion', person_id FROM result WHERE denominator_exclusion
    UNION SELECT 'exclusion: bipolar disorder', person_id FROM result JOIN bipolar USING (person_id) WHERE denominator_exclusion
    UNION SELECT 'exclusion: reported', person_id FROM result JOIN reported USING (person_id) WHERE denominator_exclusion AND excluded
    UNION SELECT 'numerator', person_id FROM result WHERE numerator
    UNION SELECT 'numerator: negative, ' || tool, person_id FROM result JOIN deciding USING (person_id) WHERE numerator AND negative
    UNION SELECT 'numerator: positive, ' || how, person_id FROM result JOIN counted USING (person_id) WHERE numerator
    UNION SELECT 'numerator: reported', person_id FROM result JOIN reported USING (person_id) WHERE numerator AND met
    UNION SELECT 'numerator: screened 14 days before every visit it counts for', person_id
    FROM result JOIN (SELECT person_id FROM deciding GROUP BY ALL HAVING min(first_day - day) = 14) USING (person_id) WHERE numerator
    UNION SELECT 'numerator: all follow-up two days after the visit', person_id
    FROM result JOIN (SELECT person_id FROM counted GROUP BY ALL HAVING min(days) = 2) USING (person_id) WHERE numerator
    UNION SELECT 'numerator: two outcomes at one moment', person_id
    FROM result JOIN (SELECT person_id FROM screen GROUP BY person_id, tool, day, time_of_day HAVING count(DISTINCT outcome) > 1)
    USING (person_id) WHERE numerator
    UNION SELECT 'not met: positive without follow-up', person_id
    FROM result JOIN deciding USING (person_id) WHERE initial_population AND NOT denominator_exclusion AND NOT numerator AND positive
    UNION SELECT 'exception', person_id FROM result WHERE denominator_exception
    UNION SELECT 'exception: refused', person_id FROM result JOIN refused USING (person_id) WHERE denominator_exception
    UNION SELECT 'exception: reported', person_id FROM result JOIN reported USING (person_id) WHERE denominator_exception AND excepted)
SELECT way, count(*) AS persons FROM way GROUP BY way ORDER BY way;
