package org.mcpstrata.measure.prose;

import java.util.List;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.RiskCell;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.model.RiskModel.Band;
import org.mcpstrata.model.RiskModel.Factor;
import org.mcpstrata.model.RiskModel.Supplied;

/** What a risk model and the rates made with it do, in sentences. */
final class RiskProse {
    private RiskProse() {}

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
        };
    }
}
