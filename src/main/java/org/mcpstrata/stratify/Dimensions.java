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

    public static final TableSchema EXPECTED_RATE = TableSchema.load("dim_expected_rate", List.of());

    private Dimensions() {}

    /** What was expected of people, by measure, rate and risk cell: who wants to can work out every expected count. */
    public static List<TableRow> expectedRates(Cells cells) {
        List<TableRow> rows = new ArrayList<>();
        cells.expected().forEach((rate, expected) -> expected.reference().forEach((cell, sums) -> {
            ExpectedRates.Rate found = expected.rate(cell);
            rows.add(TableRow.of(EXPECTED_RATE)
                    .set("measure_id", rate.measureId())
                    .set("rate_id", rate.rateId())
                    .set("risk_model", expected.model().name())
                    .set("age_band", cell.ageBand())
                    .set("sex", cell.sex())
                    .set("line_of_business", cell.lineOfBusiness())
                    .set("people", sums.people())
                    .set("observation_sum", sums.observation())
                    .set("exposure", sums.exposure())
                    .set("expected_per_month", found.perMonth())
                    .set(
                            "learned_from_age_band",
                            found.learned().isEmpty() ? null : found.group().ageBand())
                    .set(
                            "learned_from_sex",
                            found.learned().isEmpty() ? null : found.group().sex())
                    .set(
                            "learned_from_line_of_business",
                            found.learned().isEmpty() ? null : found.group().lineOfBusiness())
                    .set(
                            "learned_from_people",
                            found.learned().map(ReferenceSums::people).orElse(null))
                    .build());
        }));
        return rows;
    }

    /** One row per rate, by measure id and then in the measure's own order of rates. */
    public static List<TableRow> measures(List<MeasureInfo> measures) {
        List<TableRow> rows = new ArrayList<>();
        for (MeasureInfo measure : measures.stream()
                .sorted(Comparator.comparing(MeasureInfo::measureId))
                .toList()) {
            for (ReportedRate rate : ReportedRate.of(measure)) {
                rows.add(TableRow.of(MEASURE)
                        .set("measure_id", measure.measureId())
                        .set("measure_version", measure.version())
                        .set("measure_name", measure.name())
                        .set("rate_id", rate.key().rateId())
                        .set("rate_order", rate.order())
                        .set("scoring", rate.scoring().name())
                        .set("improvement", rate.improvement().name())
                        .set("unit", rate.unit())
                        .set("age_anchor", measure.ageAnchor().name())
                        .set("verdicts_of", rate.verdicts().rateId())
                        .set("risk_model", rate.usesRiskModel() ? measure.risk().name() : null)
                        .set("unverified", rate.unverified().isEmpty() ? null : rate.unverified())
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
        stratifiers.indirect().ifPresent(groups -> {
            groups.groups().stream().filter(groups::isShown).forEach(group -> rows.add(probable(groups, group)));
            rows.sort(Comparator.comparing((TableRow row) -> row.text("stratifier_id"))
                    .thenComparing(row -> (Integer) row.value("stratum_order")));
        });
        return rows;
    }

    private static TableRow probable(IndirectStratifier stratifier, IndirectStratifier.Group group) {
        return TableRow.of(STRATUM)
                .set("stratifier_id", stratifier.id())
                .set("stratifier_standard", stratifier.standard())
                .set("exclusive", false)
                .set("stratum_id", group.stratum().id())
                .set("stratum_label", group.stratum().label())
                .set("stratum_order", group.stratum().order())
                .set("stratum_kind", group.stratum().kind().name())
                .build();
    }

    /** Every practice with people, their states and the program, and what else the program wants, by type and id. */
    public static List<TableRow> entities(ResultContext context, Cells cells) {
        List<TableRow> rows = new ArrayList<>(optional(context, cells, EntityType.COUNTY));
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
        rows.addAll(optional(context, cells, EntityType.TIN));
        return rows;
    }

    private static List<TableRow> optional(ResultContext context, Cells cells, EntityType type) {
        return cells.scopes().stream()
                .filter(scope -> scope.entityType() == type)
                .map(ResultScope::entityId)
                .distinct()
                .map(id -> entity(context, cells, type, id).build())
                .toList();
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
