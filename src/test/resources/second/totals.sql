SELECT printf('%s %s: %d initial population, %d exclusions, %d numerator, %s visits, %s months',
              measure_id, rate_id, count(*) FILTER (initial_population), count(*) FILTER (denominator_exclusion),
              count(*) FILTER (numerator), coalesce(CAST(CAST(sum(observation) AS BIGINT) AS VARCHAR), 'no'),
              coalesce(CAST(CAST(sum(exposure) AS BIGINT) AS VARCHAR), 'no'))
FROM second_result GROUP BY measure_id, rate_id ORDER BY measure_id, rate_id;
