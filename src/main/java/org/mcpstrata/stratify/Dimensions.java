package org.mcpstrata.stratify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** The small tables that say what the keys of the result tables mean. */
public final class Dimensions {
    public static final TableSchema MEASURE = TableSchema.load("dim_measure", List.of());
    public static final TableSchema STRATUM = TableSchema.load("dim_stratum", List.of());
    public static final TableSchema ENTITY = TableSchema.load("dim_entity", List.of());

    private Dimensions() {}

    /** One row per rate, by measure id and then in the measure's own order of rates. */
    public static List<TableRow> measures(List<MeasureInfo> measures) {
        List<TableRow> rows = new ArrayList<>();
        for (MeasureInfo measure : measures.stream()
                .sorted(Comparator.comparing(MeasureInfo::measureId))
                .toList()) {
            for (int i = 0; i < measure.rateIds().size(); i++) {
                rows.add(TableRow.of(MEASURE)
                        .set("measure_id", measure.measureId())
                        .set("measure_version", measure.version())
                        .set("measure_name", measure.name())
                        .set("rate_id", measure.rateIds().get(i))
                        .set("rate_order", i)
                        .set("scoring", measure.scoring().name())
                        .set("improvement", measure.improvement().name())
                        .set("unit", measure.unit())
                        .set("age_anchor", measure.ageAnchor().name())
                        .set("unverified", measure.unverified().isEmpty() ? null : measure.unverified())
                        .build());
            }
        }
        return rows;
    }

    /** Every stratum of every stratifier, by stratifier id and then in display order. */
    public static List<TableRow> strata(Stratifiers stratifiers, Cells cells) {
        List<TableRow> rows = new ArrayList<>();
        for (Stratifier stratifier : stratifiers.all().stream()
                .sorted(Comparator.comparing(Stratifier::id))
                .toList()) {
            for (Stratum stratum : stratifier.strata().stream()
                    .sorted(Comparator.comparingInt(Stratum::order))
                    .toList()) {
                rows.add(TableRow.of(STRATUM)
                        .set("stratifier_id", stratifier.id())
                        .set("stratifier_standard", stratifier.standard())
                        .set("exclusive", stratifier.exclusive())
                        .set("stratum_id", stratum.id())
                        .set("stratum_label", stratum.label())
                        .set("stratum_order", stratum.order())
                        .set("stratum_kind", stratum.kind().name())
                        .set("components", stratum.components().isEmpty() ? null : stratum.components())
                        .set(
                                "counted_in",
                                cells.hasJoined(stratifier, stratum)
                                        ? stratifier.smallStrata().join()
                                        : null)
                        .build());
            }
        }
        return rows;
    }

    /** Every practice with people, their states and the program, by type and id. */
    public static List<TableRow> entities(ResultContext context, Cells cells) {
        List<TableRow> rows = new ArrayList<>();
        for (Practice practice : cells.practices().values()) {
            rows.add(entity(context, cells, EntityType.PRACTICE, practice.id())
                    .set("tin", practice.tin())
                    .set("track", practice.track())
                    .set("participant_type", practice.participantType())
                    .build());
        }
        rows.add(entity(context, cells, EntityType.PROGRAM, context.programId()).build());
        for (String state : cells.states()) {
            rows.add(entity(context, cells, EntityType.STATE, state).build());
        }
        return rows;
    }

    private static TableRow.Builder entity(ResultContext context, Cells cells, EntityType type, String id) {
        EntityName name = EntityName.of(context, cells, type, id);
        return TableRow.of(ENTITY)
                .set("entity_type", type.name())
                .set("entity_id", id)
                .set("entity_name", name.name())
                .set("entity_state", name.state());
    }
}
