package org.mcpstrata.measure.prose;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.PricedLine;
import org.mcpstrata.model.Provenance;

/** What a person's months cost: each month with its practice, and the claim lines that were added up, by type of claim. */
final class CostProse {
    /** Of more lines of a month and type the first are shown: enough to find the claims. */
    private static final int SHOWN = 3;

    private final List<BeneficiaryMonth> months;
    private final List<PricedLine> lines;
    private final Page page;

    CostProse(List<BeneficiaryMonth> months, List<PricedLine> lines, Page page) {
        this.months = months.stream()
                .sorted(Comparator.comparing(BeneficiaryMonth::payerId).thenComparing(BeneficiaryMonth::month))
                .toList();
        this.lines = List.copyOf(lines);
        this.page = requireNonNull(page, "page");
    }

    void explain() {
        page.blank().line(0, "What each beneficiary month adds up, before winsorising");
        if (months.isEmpty()) {
            page.line(1, "No month: nobody covered the person on a 15th while a practice was responsible.");
        }
        for (BeneficiaryMonth month : months) {
            SortedMap<String, List<PricedLine>> byType = lines.stream()
                    .filter(line -> line.payerId().equals(month.payerId()) && line.month() == month.month())
                    .collect(Collectors.groupingBy(PricedLine::claimType, TreeMap::new, Collectors.toList()));
            page.item(
                    1,
                    month.payerId() + ", month " + month.month() + ", practice "
                            + month.practice().id() + ": " + dollars(month));
            byType.forEach(this::type);
        }
    }

    private static String dollars(BeneficiaryMonth month) {
        return month.dollars() == null
                ? "no dollars, because " + month.unpricedLines() + " counted claim lines have no price"
                : month.dollars().toPlainString() + " dollars";
    }

    private void type(String type, List<PricedLine> of) {
        BigDecimal sum =
                of.stream().map(PricedLine::dollars).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        page.item(2, type + " claims: " + of.size() + (of.size() == 1 ? " line, " : " lines, ") + sum.toPlainString());
        of.stream().limit(SHOWN).forEach(line -> page.item(3, line(line)));
        if (of.size() > SHOWN) {
            page.line(3, "and " + (of.size() - SHOWN) + " more");
        }
    }

    private static String line(PricedLine line) {
        Provenance source = line.source();
        String service = line.service().isEmpty() ? "" : line.service() + ", ";
        String price =
                line.dollars() == null ? "without a price" : line.dollars().toPlainString();
        return line.day() + ": " + service + price + "; " + source.payerId() + "/" + source.dropId() + ", "
                + source.file() + ", line " + source.line();
    }
}
