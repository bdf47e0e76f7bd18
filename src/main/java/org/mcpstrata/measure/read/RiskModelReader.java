package org.mcpstrata.measure.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.RiskCell;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.model.RiskModel.Band;
import org.mcpstrata.model.RiskModel.Factor;
import org.mcpstrata.model.RiskModel.Supplied;

/** Reads a risk model: {@code by: [age band, sex]}, bands of ages, and rates from outside where there are any. */
final class RiskModelReader {
    static final Set<String> KEYS = Set.of("model", "by", "ages", "fewest people", "supplied", "remark", "unverified");
    private static final Pattern AGES = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|\\+)");
    private static final Set<String> WORDS =
            Set.of(Factor.LINE_OF_BUSINESS.word(), Factor.SEX.word(), Factor.AGE_BAND.word());

    private RiskModelReader() {}

    static Optional<RiskModel> read(Section body) {
        body.allow(KEYS);
        String name = body.requiredText("model");
        body.require("by");
        SortedSet<Factor> by = new TreeSet<>();
        for (Node.Text word : body.texts("by")) {
            Factor.named(word.value())
                    .ifPresentOrElse(
                            by::add,
                            () -> body.problem(
                                    word.place(),
                                    "'" + word.value() + "' is no factor." + Suggestion.of(word.value(), WORDS)));
        }
        List<Band> ages = ages(body);
        if (by.contains(Factor.AGE_BAND) == ages.isEmpty()) {
            body.problem(body.place(), "'ages' go with the factor 'age band'.");
            return Optional.empty();
        }
        int fewest = body.number("fewest people").orElse(1);
        List<Supplied> supplied = body.sections("supplied").stream()
                .map(rate -> supplied(rate, ages))
                .flatMap(Optional::stream)
                .toList();
        if (!supplied.isEmpty() && !isForEverybody(supplied.get(supplied.size() - 1))) {
            body.problem(body.place(), "The last supplied rate names no factor, so that everybody has a rate.");
        }
        if (by.isEmpty() || fewest < 1) {
            body.problem(body.place(), "A risk model has a factor, and at least one person in a cell.");
            return Optional.empty();
        }
        return Optional.of(new RiskModel(name, body.text("unverified").orElse(""), by, ages, fewest, supplied));
    }

    private static List<Band> ages(Section body) {
        List<Band> bands = new ArrayList<>();
        for (Node.Text text : body.texts("ages")) {
            Matcher ages = AGES.matcher(text.value());
            int from = ages.matches() ? Integer.parseInt(ages.group(1)) : -1;
            int to = from < 0 || ages.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(ages.group(2));
            boolean follows =
                    bands.isEmpty() || from == bands.get(bands.size() - 1).to() + 1;
            if (from < 0 || to < from || !follows) {
                body.problem(
                        text.place(), "Ages are written 18-44 or 85+ and follow one another without gap or overlap.");
            } else {
                bands.add(new Band(text.value(), from, to));
            }
        }
        return bands;
    }

    private static Optional<Supplied> supplied(Section body, List<Band> ages) {
        body.allow(Set.of("age band", "sex", "line of business", "per month"));
        body.require("per month");
        String age = factor(
                body, "age band", new TreeSet<>(ages.stream().map(Band::id).toList()));
        String sex = factor(body, "sex", new TreeSet<>(Set.of("F", "M", RiskCell.OTHER)));
        SortedSet<String> lines = new TreeSet<>();
        for (LineOfBusiness line : LineOfBusiness.values()) {
            lines.add(line.name());
        }
        String line = factor(body, "line of business", lines);
        return body.parsed("per month", RiskModelReader::amount)
                .map(rate -> new Supplied(new RiskCell(age, sex, line), rate));
    }

    private static String factor(Section body, String key, SortedSet<String> known) {
        String value = body.text(key).orElse(RiskCell.ALL);
        if (body.has(key) && !known.contains(value)) {
            body.problem(
                    body.fields().get(key).place(),
                    "'" + value + "' is no " + key + " of the model." + Suggestion.of(value, known));
        }
        return value;
    }

    private static BigDecimal amount(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("is not a number of at most six decimals");
        }
        return new BigDecimal(text);
    }

    private static boolean isForEverybody(Supplied rate) {
        return rate.cell().equals(new RiskCell(RiskCell.ALL, RiskCell.ALL, RiskCell.ALL));
    }
}
