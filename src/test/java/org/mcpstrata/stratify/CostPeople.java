package org.mcpstrata.stratify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.AgeAnchor;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.model.ScoringRule;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Sufficiency;
import org.mcpstrata.quality.QualityMarks;

/** Invented people with beneficiary months, all women of one age and so of one risk, counted as a run counts them. */
final class CostPeople {
    static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);
    static final ResultContext CONTEXT = new ResultContext(
            "run",
            "MCP",
            "Program",
            StoryPeople.PERIOD,
            List.of(),
            List.of(),
            new ScoringRule(List.of(new ScoringRule.Participants(2, "STANDARD", Set.of("TPCC"), Set.of("TPCC")))),
            QualityMarks.NONE);
    static final MeasureInfo COST = new MeasureInfo(
            "TPCC",
            "1",
            "Total Per Capita Cost",
            Scoring.CONTINUOUS,
            Improvement.LOWER,
            "US dollars per beneficiary month",
            AgeAnchor.PERIOD_END,
            List.of(),
            List.of("allowed amounts"),
            null,
            List.of(
                    derived("risk adjusted", "allowed amounts", DerivedRate.Kind.RISK_ADJUSTED),
                    derived("index", "allowed amounts", DerivedRate.Kind.INDEX),
                    derived("improvement", "index", DerivedRate.Kind.IMPROVEMENT)),
            new RiskModel("sex", "", new TreeSet<>(List.of(RiskModel.Factor.SEX)), List.of(), 1, List.of()),
            new CostRule(List.of(CostRule.Price.ALLOWED_AMOUNT), new BigDecimal("75"), null, ""),
            true);

    private CostPeople() {}

    private static DerivedRate derived(String id, String of, DerivedRate.Kind kind) {
        return new DerivedRate(
                id,
                of,
                kind,
                kind == DerivedRate.Kind.IMPROVEMENT ? Scoring.RATIO : Scoring.CONTINUOUS,
                kind == DerivedRate.Kind.IMPROVEMENT ? Improvement.HIGHER : Improvement.LOWER,
                "index",
                "");
    }

    static JavaSparkContext spark() {
        return new JavaSparkContext(
                new SparkConf().setMaster("local[2]").setAppName("costs").set("spark.ui.enabled", "false"));
    }

    /** @param dollars null for a month with a line that has no price */
    static BeneficiaryMonth month(int number, String payer, Practice practice, String dollars) {
        return new BeneficiaryMonth(
                "TPCC",
                payer,
                LineOfBusiness.COMMERCIAL,
                number,
                practice,
                dollars == null ? null : new BigDecimal(dollars),
                dollars == null ? 1 : 0,
                null);
    }

    static PersonVerdicts person(String id, Practice practice, List<BeneficiaryMonth> months) {
        Collection<String> scopes = new TreeSet<>(List.of("COMMERCIAL"));
        months.forEach(month -> scopes.add("payer:" + month.payerId()));
        Person person = new PersonDraft(id)
                .born(LocalDate.of(1970, 5, 1))
                .livingIn(practice.state())
                .covered(List.of(new CoverageSpan(
                        "alpha", LineOfBusiness.COMMERCIAL, LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31))))
                .scopes(scopes)
                .at(practice)
                .with(Map.of(Attribute.SEX, StoryPeople.answer("F")))
                .medicare("NOT_APPLICABLE", "NOT_APPLICABLE")
                .build();
        BigDecimal dollars = months.stream()
                .filter(month -> month.dollars() != null)
                .map(BeneficiaryMonth::dollars)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Verdict verdict = new Verdict(
                "TPCC",
                "allowed amounts",
                true,
                true,
                false,
                false,
                false,
                dollars,
                BigDecimal.valueOf(
                        months.stream().filter(month -> month.dollars() != null).count()),
                Map.of(),
                null,
                List.of(),
                List.of(),
                Sufficiency.SUFFICIENT);
        return new PersonVerdicts(person, List.of(verdict), months);
    }

    static JavaRDD<CellCounter> counted(
            JavaSparkContext spark, Stratifiers stratifiers, List<PersonVerdicts> people, int partitions) {
        CellAggregation aggregation = new CellAggregation(stratifiers, StoryPeople.PERIOD, List.of(COST));
        return spark.parallelize(people, partitions).mapPartitions(part -> {
            CellCounter counter = aggregation.counter();
            part.forEachRemaining(counter::add);
            return List.of(counter).iterator();
        });
    }

    static Costs costs(JavaSparkContext spark, Stratifiers stratifiers, List<PersonVerdicts> people, int partitions) {
        return new CostAggregation(stratifiers, List.of(COST))
                .costs(counted(spark, stratifiers, people, partitions).map(CellCounter::book));
    }

    static StratifiedResult result(
            JavaSparkContext spark, Stratifiers stratifiers, List<PersonVerdicts> people, int partitions) {
        GatheredCells gathered = new CellAggregation(stratifiers, StoryPeople.PERIOD, List.of(COST))
                .gather(
                        counted(spark, stratifiers, people, partitions).map(CellCounter::partial),
                        costs(spark, stratifiers, people, partitions),
                        "MCP");
        return new StratifiedResult(CONTEXT, stratifiers, List.of(COST), gathered.rolledUp());
    }

    static List<TableRow> rows(JavaSparkContext spark, List<PersonVerdicts> people, int partitions) {
        return result(spark, STRATIFIERS, people, partitions).rows().toList();
    }
}
