package org.mcpstrata.report.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** Reports that a FHIR server would refuse, or that say more than the rows do. */
class MeasureReportsTest {
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final TableSchema RUN = TableSchema.load("stratified_result", List.of());
    private static final TableSchema RELEASE = release();

    private static TableSchema release() {
        List<Column> columns = new ArrayList<>(RUN.columns());
        columns.add(new Column(columns.size(), "suppressed_fields", ColumnType.LIST, false, "", null));
        return new TableSchema("stratified_result", columns);
    }

    private static TableRow.Builder row(
            TableSchema schema, String rate, String scope, String stratifier, String stratum) {
        return TableRow.of(schema)
                .set("run_id", "r1")
                .set("program_id", "mcp-2025")
                .set("measure_id", "CMS122")
                .set("measure_version", "13")
                .set("measure_name", "Diabetes")
                .set("rate_id", rate)
                .set("scoring", "PROPORTION")
                .set("improvement", "LOWER")
                .set("unit", "proportion")
                .set("period_start", LocalDate.parse("2025-01-01"))
                .set("period_end", LocalDate.parse("2025-12-31"))
                .set("entity_type", "STATE")
                .set("entity_id", "CO")
                .set("payer_scope", scope)
                .set("stratifier_id", stratifier)
                .set("stratum_id", stratum)
                .set("stratum_label", stratum.equals("BLACK") ? "Black or African American" : stratum)
                .set("stratum_order", 1)
                .set("stratum_kind", "VALUE")
                .set("exclusive", true)
                .set("method", "DIRECT")
                .set("reliability", "A")
                .set("quality_mark", "OK");
    }

    private static TableRow.Builder counts(TableRow.Builder row, long people, long numerator) {
        return row.set("initial_population", people + 3)
                .set("denominator", people + 3)
                .set("denominator_exclusion", 2L)
                .set("denominator_exception", 1L)
                .set("performance_denominator", people)
                .set("numerator", numerator)
                .set("not_met", people - numerator)
                .set("value", (double) numerator / people);
    }

    private static List<TableRow> rows() {
        TreeMap<String, String> parts = new TreeMap<>();
        parts.put("race_eth_2024", "BLACK");
        parts.put("sex", "F");
        return List.of(
                counts(row(RUN, "overall", "ALL", "TOTAL", "TOTAL"), 200, 50).build(),
                counts(row(RUN, "overall", "ALL", "race_eth_2024", "BLACK"), 40, 20)
                        .build(),
                counts(row(RUN, "overall", "ALL", "race_eth_2024_x_sex", "BLACK:F"), 25, 10)
                        .set("components", parts)
                        .build(),
                counts(row(RUN, "overall", "MEDICARE_FFS", "TOTAL", "TOTAL"), 120, 30)
                        .build(),
                counts(row(RUN, "overall", "MEDICARE_FFS", "race_eth_2024", "BLACK"), 24, 6)
                        .build());
    }

    private static List<ObjectNode> reports(List<TableRow> rows) {
        List<ObjectNode> reports = new ArrayList<>();
        new MeasureReports(rows.iterator()).forEachRemaining(reports::add);
        return reports;
    }

    private static MeasureReport parsed(ObjectNode report) {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(MeasureReport.class, report.toString());
    }

    @Test
    void rowsMadeFromProbabilitiesAreInNoReport() {
        List<TableRow> rows = new ArrayList<>(rows());
        rows.add(
                2,
                row(RUN, "overall", "ALL", "race_eth_indirect", "BLACK")
                        .set("method", "INDIRECT")
                        .set("weighted_denominator", new BigDecimal("37.5"))
                        .set("value", 0.5)
                        .build());
        assertThat(reports(rows)).isEqualTo(reports(rows()));
    }

    @Test
    void everyCountIsWhatTheRowsSay() {
        assertThat(reports(rows())).singleElement().satisfies(json -> {
            MeasureReport report = parsed(json);
            assertThat(report.getMeasure()).isEqualTo("urn:mcp-strata:measure:CMS122|13");
            assertThat(report.getImprovementNotation().getCodingFirstRep().getCode())
                    .isEqualTo("decrease");
            MeasureReport.MeasureReportGroupComponent group = report.getGroupFirstRep();
            assertThat(group.getPopulation().stream()
                            .map(each -> each.getCode().getCodingFirstRep().getCode() + " " + each.getCount()))
                    .containsExactly(
                            "initial-population 203",
                            "denominator 203",
                            "denominator-exclusion 2",
                            "denominator-exception 1",
                            "numerator 50");
            assertThat(group.getMeasureScore().getValue()).isEqualByComparingTo("0.25");
            assertThat(group.getStratifier().stream()
                            .map(each -> each.getCodeFirstRep().getText()))
                    .containsExactly("race_eth_2024", "race_eth_2024_x_sex", "payer_scope");
            assertThat(group.getStratifier().get(0).getStratumFirstRep().getValue().getCoding().stream()
                            .map(each -> each.getCode()))
                    .containsExactly("2054-5", "BLACK");
            assertThat(group.getStratifier().get(1).getStratumFirstRep().getComponent().stream()
                            .map(each -> each.getCode().getText() + " "
                                    + each.getValue().getCodingFirstRep().getCode()))
                    .containsExactly("race_eth_2024 2054-5", "sex female");
            assertThat(group.getStratifier().get(2).getStratum())
                    .singleElement()
                    .satisfies(payer ->
                            assertThat(payer.getPopulation().get(4).getCount()).isEqualTo(30));
        });
    }

    @Test
    void ratesOfBothDirectionsAreTwoReportsAndEventsHaveNoNumerator() {
        List<ObjectNode> reports = reports(List.of(
                row(RUN, "improvement", "ALL", "TOTAL", "TOTAL")
                        .set("improvement", "HIGHER")
                        .set("initial_population", 10L)
                        .set("value", -0.5)
                        .build(),
                row(RUN, "with outliers", "ALL", "TOTAL", "TOTAL")
                        .set("scoring", "RATE")
                        .set("initial_population", 10L)
                        .set("value", 38.9)
                        .build()));
        assertThat(reports.stream().map(MeasureReportsTest::parsed))
                .extracting(report ->
                        report.getImprovementNotation().getCodingFirstRep().getCode())
                .containsExactly("increase", "decrease");
        assertThat(reports).extracting(report -> report.get("id").textValue()).doesNotHaveDuplicates();
        assertThat(reports.get(1).toString()).doesNotContain("\"numerator\"");
        assertThat(reports.get(0).at("/meta/security/0/code").textValue()).isEqualTo("R");
    }

    @Test
    void strataComeInTheOrderTheyAreShown() {
        ObjectNode report = reports(List.of(
                        row(RUN, "overall", "ALL", "age_band", "12-17")
                                .set("stratum_order", 3)
                                .build(),
                        row(RUN, "overall", "ALL", "age_band", "6-11")
                                .set("stratum_order", 2)
                                .build()))
                .get(0);
        assertThat(parsed(report).getGroupFirstRep().getStratifierFirstRep().getStratum())
                .extracting(stratum -> stratum.getValue().getText())
                .containsExactly("6-11", "12-17");
    }

    @Test
    void aHiddenCountIsMaskedAndNowhereElse() {
        TableRow hidden = row(RELEASE, "overall", "ALL", "race_eth_2024", "BLACK")
                .set("initial_population", 40L)
                .set("denominator", 40L)
                .set("denominator_exclusion", 0L)
                .set("denominator_exception", 0L)
                .set("performance_denominator", 40L)
                .set("suppressed_fields", List.of("numerator", "not_met", "value"))
                .build();
        ObjectNode json = reports(List.of(
                        counts(row(RELEASE, "overall", "ALL", "TOTAL", "TOTAL"), 200, 50)
                                .build(),
                        hidden))
                .get(0);
        MeasureReport.StratifierGroupComponent stratum =
                parsed(json).getGroupFirstRep().getStratifierFirstRep().getStratumFirstRep();
        MeasureReport.StratifierGroupPopulationComponent numerator =
                stratum.getPopulation().get(4);
        assertThat(numerator.getCountElement().hasValue()).isFalse();
        assertThat(numerator
                        .getCountElement()
                        .getExtensionFirstRep()
                        .getValueAsPrimitive()
                        .getValueAsString())
                .isEqualTo("masked");
        assertThat(stratum.getMeasureScore().hasValue()).isFalse();
        assertThat(stratum.getPopulation().get(1).getCount()).isEqualTo(40);
        assertThat(problems(json)).isEmpty();
    }

    @Test
    void aValidatorOfTheStandardFindsNothingToSay() {
        assertThat(problems(reports(rows()).get(0))).isEmpty();
    }

    private static List<String> problems(ObjectNode report) {
        FhirInstanceValidator instance = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR)));
        // Codes of this program's own systems are known to nobody else.
        instance.setNoTerminologyChecks(true);
        FhirValidator validator = FHIR.newValidator().registerValidatorModule(instance);
        return validator.validateWithResult(report.toString()).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::toString)
                .toList();
    }

    @Test
    void aValidatorOfTheStandardDoesSeeAnError() {
        ObjectNode report = reports(rows()).get(0);
        report.remove("status");
        assertThat(problems(report)).isNotEmpty();
    }
}
