package org.mcpstrata.run;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.model.Table;
import org.mcpstrata.quality.QualityRule;

/** Which measures a quality rule touches, by the canonical tables that their definitions read. */
final class TouchedMeasures {
    /** Say who people are, when they were covered and by which practice: every measure reads them. */
    private static final Set<Table> OF_EVERYBODY =
            EnumSet.of(Table.PATIENT, Table.ELIGIBILITY, Table.DEMOGRAPHICS, Table.ATTRIBUTION, Table.MBI_CROSSWALK);

    private final SortedMap<String, Set<Table>> tablesByMeasure = new TreeMap<>();

    TouchedMeasures(MeasureSet measures) {
        measures.measures().forEach((id, measure) -> tablesByMeasure.put(id, tables(measure)));
    }

    /** Ids of the measures, in order. */
    SortedSet<String> by(QualityRule rule) {
        SortedSet<String> touched = new TreeSet<>();
        for (Map.Entry<String, Set<Table>> measure : tablesByMeasure.entrySet()) {
            if (rule.tables().isEmpty() || !Collections.disjoint(rule.tables(), measure.getValue())) {
                touched.add(measure.getKey());
            }
        }
        return touched;
    }

    private static Set<Table> tables(MeasureDefinition measure) {
        Set<Table> tables = EnumSet.copyOf(OF_EVERYBODY);
        for (Definition definition : measure.definitions().values()) {
            if (definition.clause() instanceof EventClause events) {
                tables.addAll(tables(events.event()));
            }
        }
        if (measure.cost() != null) {
            // Drugs are no part of the cost (measures.md 12).
            tables.add(Table.MEDICAL_CLAIM);
        }
        if (measure.cost() != null || measure.risk() != null) {
            tables.add(Table.RISK_SCORE);
        }
        return tables;
    }

    /** Where events of a kind come from; see {@link EventKind}. */
    private static Set<Table> tables(EventKind kind) {
        return switch (kind) {
            case CONDITION -> EnumSet.of(Table.CONDITION, Table.CLAIM_DIAGNOSIS);
            case ENCOUNTER -> EnumSet.of(Table.ENCOUNTER, Table.MEDICAL_CLAIM);
            case PROCEDURE -> EnumSet.of(Table.PROCEDURE, Table.MEDICAL_CLAIM, Table.CLAIM_PROCEDURE);
            case OBSERVATION -> EnumSet.of(Table.OBSERVATION, Table.MEDICAL_CLAIM);
            case ORDER -> EnumSet.of(Table.SERVICE_REQUEST);
            case SUPPLY -> EnumSet.of(Table.SERVICE_REQUEST, Table.MEDICAL_CLAIM);
            case MEDICATION_ORDER -> EnumSet.of(Table.MEDICATION);
            case DISPENSING -> EnumSet.of(Table.MEDICATION, Table.PHARMACY_CLAIM);
            case CLAIM_LINE, QUALITY_CODE -> EnumSet.of(Table.MEDICAL_CLAIM);
            case SURVEY -> EnumSet.of(Table.SURVEY);
        };
    }
}
