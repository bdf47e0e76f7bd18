package org.mcpstrata.story;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.mcpstrata.model.Member;

/**
 * One row of {@code restricted/member_result} as far as stories look at it.
 *
 * @param members the payer members the person is made of
 * @param populations effective populations by column
 * @param amounts observation and exposure by column, without those that are absent
 */
record MemberResult(
        String measure,
        String rate,
        List<Member> members,
        Map<String, Boolean> populations,
        Map<String, BigDecimal> amounts,
        List<String> reasons) {
    static final List<String> POPULATIONS =
            List.of("initial_population", "denominator_exclusion", "denominator_exception", "numerator");
    static final List<String> AMOUNTS = List.of("observation", "exposure");

    MemberResult {
        members = List.copyOf(members);
        populations = Map.copyOf(populations);
        amounts = Map.copyOf(amounts);
        reasons = List.copyOf(reasons);
    }

    /** Reads the table of a run folder. */
    static List<MemberResult> readAll(SparkSession spark, Path runFolder) {
        List<MemberResult> results = new ArrayList<>();
        for (Row row : spark.read()
                .parquet(runFolder.resolve("restricted/member_result").toString())
                .collectAsList()) {
            results.add(of(row));
        }
        return results;
    }

    private static MemberResult of(Row row) {
        List<Member> members = new ArrayList<>();
        for (Object member : row.getList(row.fieldIndex("source_members"))) {
            Row source = (Row) member;
            members.add(new Member(source.getAs("payer"), source.getAs("member_id")));
        }
        Map<String, Boolean> populations = new TreeMap<>();
        POPULATIONS.forEach(column -> populations.put(column, row.<Boolean>getAs(column)));
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (String column : AMOUNTS) {
            if (!row.isNullAt(row.fieldIndex(column))) {
                amounts.put(column, row.getDecimal(row.fieldIndex(column)));
            }
        }
        return new MemberResult(
                row.getAs("measure_id"),
                row.getAs("rate_id"),
                members,
                populations,
                amounts,
                row.getList(row.fieldIndex("reasons")));
    }
}
