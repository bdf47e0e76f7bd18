package org.mcpstrata.measure.prose;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.RiskCell;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.model.RiskModel.Band;
import org.mcpstrata.model.RiskModel.Factor;
import org.mcpstrata.model.RiskModel.Supplied;

/** What a risk model and the rates made with it do, in sentences. */
final class RiskProse {
    private RiskProse() {}

    /** How costs are made, one sentence a step. */
    static List<String> steps(CostRule cost, RiskModel risk) {
        List<String> steps = new ArrayList<>();
        steps.add("price: the first of "
                + String.join(
                        ", ", cost.prices().stream().map(CostRule.Price::word).toList())
                + " that a claim line has; a month with a line without a price is left out and counted, never taken as"
                + " cheap. Denied lines and pharmacy fills do not count");
        steps.add("attribute: a month belongs to the practice that is attributed on its 15th"
                + (cost.candidates() == null ? "" : "; " + candidates(cost.candidates())));
        steps.add("risk-adjust: divide by the payer's own risk score of the person for the year over the payer's mean"
                + " score; without a score by what the payer allows for people of the same "
                + String.join(
                        " and ", risk.by().stream().map(Factor::word).sorted().toList())
                + " over its mean, which is an age and sex adjustment only");
        steps.add("winsorise: no month costs more than the nearest-rank percentile "
                + cost.percentile().toPlainString() + " of its payer");
        steps.add("average over beneficiary months, and for an index divide by the payer's mean");
        return steps;
    }

    private static String candidates(CostRule.Candidates rule) {
        return "for people whom nobody attributes, to the taxpayer of a service in " + rule.setName()
                + " that has another such service within " + rule.nearDays()
                + " days, or one of the same taxpayer up to "
                + rule.againDays() + " days later, for " + rule.lastsDays() + " days; the latest such service decides";
    }

    static String sentence(RiskModel risk) {
        List<String> factors = List.of(Factor.AGE_BAND, Factor.SEX, Factor.LINE_OF_BUSINESS).stream()
                .filter(risk.by()::contains)
                .map(Factor::word)
                .toList();
        String ages = risk.ages().isEmpty()
                ? ""
                : " Age bands: "
                        + String.join(", ", risk.ages().stream().map(Band::id).toList()) + ".";
        String rates = risk.supplied().isEmpty()
                ? "the rate of all people of the run who are alike in it; a group of fewer than " + risk.fewest()
                        + " people is counted together with others, giving up line of business, then sex, then age"
                : "the first of these rates that fits";
        return "Model " + risk.name() + ", indirect standardisation by " + String.join(", ", factors)
                + ": a month of a person is expected to bring " + rates + "." + ages;
    }

    static String supplied(Supplied rate) {
        RiskCell cell = rate.cell();
        return "age band " + cell.ageBand() + ", sex " + cell.sex() + ", line of business " + cell.lineOfBusiness()
                + ": " + rate.perMonth().toPlainString() + " a month";
    }

    /** How a derived rate is made. */
    static String made(DerivedRate rate) {
        return switch (rate.kind()) {
            case OBSERVED_TO_EXPECTED ->
                "what is observed of the people of '" + rate.of() + "', over what is expected of them";
            case RISK_ADJUSTED -> "'" + rate.of() + "' after risk adjustment and winsorising within each payer";
            case INDEX -> "the same over the payer's mean, so that the average month of every payer is 1";
            case IMPROVEMENT ->
                "how much better '" + rate.of() + "' is than in the year before, relative to that year; above 0 is"
                        + " better, and without that year there is no value";
        };
    }
}
