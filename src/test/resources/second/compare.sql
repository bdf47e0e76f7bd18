-- Population by population, every person and rate: what the pipeline published beside the second computation.
WITH pipeline AS (
    SELECT person_id, rate_id, unnest([
        ('initial_population', CAST(initial_population AS VARCHAR)),
        ('denominator', CAST(denominator AS VARCHAR)),
        ('denominator_exclusion', CAST(denominator_exclusion AS VARCHAR)),
        ('denominator_exception', CAST(denominator_exception AS VARCHAR)),
        ('numerator', CAST(numerator AS VARCHAR)),
        ('observation', CAST(CAST(observation AS DECIMAL(38, 6)) AS VARCHAR)),
        ('exposure', CAST(CAST(exposure AS DECIMAL(38, 6)) AS VARCHAR))]) AS answer
    FROM member_result WHERE measure_id = '${measure}'),
second AS (
    SELECT person_id, rate_id, unnest([
        ('initial_population', CAST(initial_population AS VARCHAR)),
        ('denominator', CAST(denominator AS VARCHAR)),
        ('denominator_exclusion', CAST(denominator_exclusion AS VARCHAR)),
        ('denominator_exception', CAST(denominator_exception AS VARCHAR)),
        ('numerator', CAST(numerator AS VARCHAR)),
        ('observation', CAST(observation AS VARCHAR)),
        ('exposure', CAST(exposure AS VARCHAR))]) AS answer
    FROM second_result WHERE measure_id = '${measure}')
SELECT rate_id, population, pipeline, second, count(*) AS persons, min(person_id) AS example
FROM (SELECT person_id, rate_id, answer[1] AS population, coalesce(answer[2], 'none') AS pipeline FROM pipeline)
FULL JOIN (SELECT person_id, rate_id, answer[1] AS population, coalesce(answer[2], 'none') AS second FROM second)
USING (person_id, rate_id, population)
WHERE pipeline IS DISTINCT FROM second
GROUP BY ALL
ORDER BY ALL;
