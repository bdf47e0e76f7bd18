package org.mcpstrata.measure.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.CostRule.Candidates;
import org.mcpstrata.model.CostRule.Price;

/** Reads how a measure makes costs: prices, the percentile to winsorise at, and candidate events. */
final class CostReader {
    private CostReader() {}

    /** @param sets the value sets that the file names */
    static Optional<CostRule> read(Section body, Map<String, CodeSet> sets) {
        body.allow(Set.of("price", "winsorize at percentile", "candidate events", "remark", "unverified"));
        body.require("price");
        body.require("winsorize at percentile");
        List<Price> prices = new ArrayList<>();
        for (Node.Text price : body.texts("price")) {
            body.parsed(price, Price::named).ifPresent(prices::add);
        }
        Optional<BigDecimal> percentile = body.parsed("winsorize at percentile", CostReader::percentile);
        Candidates candidates = body.section("candidate events")
                .flatMap(events -> candidates(events, sets))
                .orElse(null);
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        return percentile.map(at ->
                new CostRule(prices, at, candidates, body.text("unverified").orElse("")));
    }

    private static BigDecimal percentile(String text) {
        if (!text.matches("\\d{1,2}(\\.\\d{1,3})?|100") || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException("is not a percentile above 0");
        }
        return new BigDecimal(text);
    }

    private static Optional<Candidates> candidates(Section body, Map<String, CodeSet> sets) {
        body.allow(Set.of("in", "another within", "same taxpayer within", "lasts", "remark", "unverified"));
        for (String key : List.of("in", "another within", "same taxpayer within", "lasts")) {
            body.require(key);
        }
        String name = body.text("in").orElse("");
        Optional<Integer> near = body.parsed("another within", Days::parse);
        Optional<Integer> again = body.parsed("same taxpayer within", Days::parse);
        Optional<Integer> lasts = body.parsed("lasts", Days::parse);
        CodeSet set = sets.get(name);
        if (set == null) {
            body.problem(body.place(), "No value set is called '" + name + "'." + Suggestion.of(name, sets.keySet()));
            return Optional.empty();
        }
        return near.flatMap(n -> again.flatMap(a -> lasts.map(l -> new Candidates(
                set.id(), name, Set.of(), n, a, l, body.text("unverified").orElse("")))));
    }
}
