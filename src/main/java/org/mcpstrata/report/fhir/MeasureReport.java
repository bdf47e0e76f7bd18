package org.mcpstrata.report.fhir;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mcpstrata.model.TableRow;

/**
 * One summary report: a group for every rate, its populations and score, and a stratifier for every way to group people.
 *
 * <p>Lines of business and payers are strata of the stratifier {@code payer_scope}; all other strata are of all payers
 * together. A count that a release hides is there without its value, marked {@code masked} as FHIR's extension
 * data-absent-reason has it; a group nobody is in is there with zeros.
 */
final class MeasureReport {
    private static final String ALL = "ALL";
    private static final String TOTAL = "TOTAL";
    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final String IMPROVEMENT = "http://terminology.hl7.org/CodeSystem/measure-improvement-notation";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /** Columns by the population that FHIR knows, in its order. */
    private static final Map<String, String> POPULATIONS = populations();

    private static final Comparator<TableRow> DISPLAYED = Comparator.<TableRow, Integer>comparing(
                    row -> (Integer) row.value("stratum_order"))
            .thenComparing(row -> row.text("stratum_id"));

    private final StratumCodings codings;

    MeasureReport(StratumCodings codings) {
        this.codings = requireNonNull(codings, "codings");
    }

    private static Map<String, String> populations() {
        Map<String, String> populations = new LinkedHashMap<>();
        populations.put("initial-population", "initial_population");
        populations.put("denominator", "denominator");
        populations.put("denominator-exclusion", "denominator_exclusion");
        populations.put("denominator-exception", "denominator_exception");
        populations.put("numerator", "numerator");
        return populations;
    }

    /** @param rows all rows of one measure and entity, in the order of their key */
    ObjectNode of(List<TableRow> rows) {
        TableRow any = rows.get(0);
        ObjectNode report = object();
        report.put("resourceType", "MeasureReport");
        report.put("id", id(any));
        if (any.schema().find("suppressed_fields").isEmpty()) {
            // Rows of a run show small groups; only a release is for everybody.
            report.putObject("meta")
                    .putArray("security")
                    .addObject()
                    .put("system", "http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
                    .put("code", "R");
        }
        report.put("status", "complete");
        report.put("type", "summary");
        report.put("measure", "urn:mcp-strata:measure:" + any.text("measure_id") + "|" + any.text("measure_version"));
        report.set("subject", subject(any));
        report.putObject("reporter").put("display", any.text("program_id"));
        ObjectNode period = report.putObject("period");
        period.put("start", any.date("period_start").toString());
        period.put("end", any.date("period_end").toString());
        report.set(
                "improvementNotation",
                concept(IMPROVEMENT, any.text("improvement").equals("HIGHER") ? "increase" : "decrease", null));
        Map<String, List<TableRow>> rates = new LinkedHashMap<>();
        rows.forEach(row -> rates.computeIfAbsent(row.text("rate_id"), absent -> new ArrayList<>())
                .add(row));
        ArrayNode groups = report.putArray("group");
        rates.forEach((rate, ofRate) -> groups.add(group(rate, ofRate)));
        return report;
    }

    /** The same report has the same id wherever it is made. */
    private static String id(TableRow row) {
        String key = String.join(
                "\n",
                row.text("run_id"),
                row.text("measure_id"),
                row.text("entity_type"),
                row.text("entity_id"),
                row.text("improvement"));
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ObjectNode subject(TableRow row) {
        ObjectNode subject = object();
        subject.put("type", "Group");
        ObjectNode identifier = subject.putObject("identifier");
        identifier.put("system", "urn:mcp-strata:entity:" + row.text("entity_type"));
        identifier.put("value", row.text("entity_id"));
        String name = row.text("entity_name");
        subject.put("display", name == null || name.isBlank() ? row.text("entity_id") : name);
        return subject;
    }

    private ObjectNode group(String rate, List<TableRow> rows) {
        ObjectNode group = object();
        group.putObject("code").put("text", rate);
        rows.stream().filter(row -> isOf(row, ALL, TOTAL)).forEach(row -> count(group, row));
        Map<String, List<TableRow>> stratifiers = new LinkedHashMap<>();
        for (TableRow row : rows) {
            if (row.text("payer_scope").equals(ALL)
                    && !row.text("stratifier_id").equals(TOTAL)) {
                stratifiers
                        .computeIfAbsent(row.text("stratifier_id"), absent -> new ArrayList<>())
                        .add(row);
            }
        }
        List<TableRow> scopes = rows.stream()
                .filter(row -> !row.text("payer_scope").equals(ALL)
                        && row.text("stratifier_id").equals(TOTAL))
                .toList();
        ArrayNode all = array();
        stratifiers.values().forEach(strata -> strata.sort(DISPLAYED));
        stratifiers.forEach((id, strata) -> all.add(stratifier(id, strata)));
        if (!scopes.isEmpty()) {
            all.add(payers(scopes));
        }
        if (!all.isEmpty()) {
            group.set("stratifier", all);
        }
        return group;
    }

    private static boolean isOf(TableRow row, String scope, String stratifier) {
        return row.text("payer_scope").equals(scope)
                && row.text("stratifier_id").equals(stratifier);
    }

    private ObjectNode stratifier(String id, List<TableRow> rows) {
        ObjectNode stratifier = object();
        stratifier.putArray("code").addObject().put("text", id);
        ArrayNode strata = stratifier.putArray("stratum");
        for (TableRow row : rows) {
            ObjectNode stratum = strata.addObject();
            Map<String, String> components = row.map("components");
            if (components == null) {
                stratum.set("value", value(id, row.text("stratum_id"), row.text("stratum_label")));
            } else {
                ArrayNode parts = stratum.putArray("component");
                components.forEach((axis, value) -> {
                    ObjectNode part = parts.addObject();
                    part.putObject("code").put("text", axis);
                    part.set("value", value(axis, value, value));
                });
            }
            count(stratum, row);
        }
        return stratifier;
    }

    private static ObjectNode payers(List<TableRow> rows) {
        ObjectNode stratifier = object();
        stratifier.putArray("code").addObject().put("text", "payer_scope");
        ArrayNode strata = stratifier.putArray("stratum");
        for (TableRow row : rows) {
            ObjectNode stratum = strata.addObject();
            String scope = row.text("payer_scope");
            stratum.set("value", concept("urn:mcp-strata:payer-scope", scope, scope));
            count(stratum, row);
        }
        return stratifier;
    }

    /** The stratum by this program's code, and by a published one where it has one. */
    private ObjectNode value(String stratifierId, String stratumId, String label) {
        ObjectNode concept = object();
        ArrayNode coding = concept.putArray("coding");
        codings.of(stratifierId, stratumId)
                .ifPresent(known ->
                        coding.addObject().put("system", known.system()).put("code", known.code()));
        coding.addObject()
                .put("system", "urn:mcp-strata:stratifier:" + stratifierId)
                .put("code", stratumId);
        concept.put("text", label);
        return concept;
    }

    private static void count(ObjectNode holder, TableRow row) {
        ArrayNode populations = holder.putArray("population");
        POPULATIONS.forEach((code, column) -> {
            Long count = row.count(column);
            boolean hidden = isHidden(row, column);
            if (count != null || hidden) {
                ObjectNode population = populations.addObject();
                population.set("code", concept(POPULATION, code, null));
                if (hidden) {
                    population.putObject("_count").set("extension", masked());
                } else {
                    population.put("count", Math.toIntExact(count));
                }
            }
        });
        Double value = row.statistic("value");
        if (isHidden(row, "value")) {
            holder.putObject("measureScore").set("extension", masked());
        } else if (value != null) {
            ObjectNode score = holder.putObject("measureScore");
            score.put("value", BigDecimal.valueOf(value));
            score.put("unit", row.text("unit"));
        }
    }

    /** Hidden by the release that the row is of; rows of runs hide nothing. */
    private static boolean isHidden(TableRow row, String column) {
        if (row.schema().find("suppressed_fields").isEmpty()) {
            return false;
        }
        List<String> hidden = row.list("suppressed_fields");
        return hidden != null && hidden.contains(column);
    }

    private static ArrayNode masked() {
        ArrayNode extension = array();
        extension.addObject().put("url", ABSENT).put("valueCode", "masked");
        return extension;
    }

    private static ObjectNode concept(String system, String code, String text) {
        ObjectNode concept = object();
        concept.putArray("coding").addObject().put("system", system).put("code", code);
        if (text != null) {
            concept.put("text", text);
        }
        return concept;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
