package org.mcpstrata.verify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableSchema;

/** The columns that the contract names, by table, and what they are. */
final class Columns {
    static final List<String> FIGURES =
            List.of("value", "value_lo", "value_hi", "ci_method", "confidence", "n_effective", "reliability");
    static final String SHARE = "share_of_denominator";

    /** Each is a count in disguise, or an amount of people, or is made of groups that are not published. */
    static final Set<String> NEVER_PUBLIC = Set.of(
            "data_sufficient",
            "direct_pct",
            "coverage_pct",
            "conflict_pct",
            "scored",
            "exposure",
            "expected",
            "weighted_denominator",
            "weighted_numerator",
            "std_value",
            "std_lo",
            "std_hi",
            "std_weights_id");

    /** Columns of tables of persons and members. */
    static final Set<String> OF_PERSONS = Set.of(
            "person_id", "member_id", "source_members", "patient_id", "mbi", "birth_date", "evidence", "claim_id");

    private static final Map<String, TableSchema> SCHEMAS = Map.of(
            Release.RESULT, TableSchema.load("public_stratified_result", List.of()),
            Release.COMPARISON, TableSchema.load("public_stratum_comparison", List.of()),
            Release.SUMMARY, TableSchema.load("public_disparity_summary", List.of()),
            Release.MEASURES, TableSchema.load("public_dim_measure", List.of()),
            Release.STRATA, TableSchema.load("public_dim_stratum", List.of()),
            Release.ENTITIES, TableSchema.load("public_dim_entity", List.of()));

    private Columns() {}

    static boolean isTable(String name) {
        return SCHEMAS.containsKey(name);
    }

    /** Whether the contract names the column; of a table that it does not name the file is reported, not its columns. */
    static boolean isNamed(String table, String column) {
        TableSchema schema = SCHEMAS.get(table);
        return schema == null || schema.find(column).isPresent() || NEVER_PUBLIC.contains(column);
    }

    /** Columns of the result in order. */
    static List<String> ofResult() {
        return SCHEMAS.get(Release.RESULT).columns().stream().map(Column::name).toList();
    }
}
