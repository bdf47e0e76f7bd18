SELECT measure_id, rate_id,
       count(*) AS persons,
       count(*) FILTER (initial_population) AS initial_population,
       count(*) FILTER (denominator_exclusion) AS denominator_exclusion,
       count(*) FILTER (denominator_exception) AS denominator_exception,
       count(*) FILTER (numerator) AS numerator,
       CAST(coalesce(sum(observation), 0) AS BIGINT) AS visits,
       CAST(coalesce(sum(exposure), 0) AS BIGINT) AS months
FROM second_result
GROUP BY ALL
ORDER BY ALL;
