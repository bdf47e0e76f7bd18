package org.mcpstrata.quality;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Reads {@code quality-rules.yaml}; every mistake is reported at its place, all at once. */
final class RuleBookReader {
    private static final Set<String> KEYS = Set.of("rules", "results", "remark", "source");
    private static final Set<String> RULE_KEYS = Set.of(
            "id",
            "number",
            "rule",
            "level",
            "severity",
            "check",
            "denominator",
            "threshold",
            "fewest",
            "what to do",
            "touches",
            "strata by",
            "effect",
            "remark");
    private static final Set<String> CHECK_KEYS = Set.of(
            "problems of files",
            "of files with a control total",
            "rejected for",
            "rows",
            "people",
            "months",
            "providers",
            "volume",
            "run out",
            "codes");
    private static final Set<String> RANGE_KEYS = Set.of("result", "codes", "units", "from", "to", "remark");
    private static final String EVERY_MEASURE = "all";
    /** What can be asked in one word, by key. */
    private static final Map<String, OneWord> ONE_WORD = Map.of(
            "months", new OneWord("described", new Check.Months()),
            "providers", new OneWord("known", new Check.Providers()),
            "volume", new OneWord("steady", new Check.Volume()),
            "codes", new OneWord("occur", new Check.Codes()));

    private record OneWord(String word, Check check) {}

    private RuleBookReader() {}

    static RuleBook read(Path file) {
        Problems problems = new Problems();
        Optional<RuleBook> book = DocumentReader.read(
                        file, String.valueOf(file.getFileName()), ProblemCode.DEFINITION_INVALID, problems)
                .flatMap(node -> Section.of(node, ProblemCode.DEFINITION_INVALID, problems))
                .map(RuleBookReader::book);
        problems.throwIfAny();
        return book.orElseThrow();
    }

    private static RuleBook book(Section root) {
        root.allow(KEYS);
        root.require("rules");
        List<QualityRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (Section entry : root.sections("rules")) {
            rule(entry).ifPresent(rule -> {
                if (!ids.add(rule.id()) | !numbers.add(rule.number())) {
                    entry.problem(entry.place(), "A rule has this id or number already.");
                }
                rules.add(rule);
            });
        }
        List<ResultRange> ranges = root.sections("results").stream()
                .map(RuleBookReader::range)
                .flatMap(Optional::stream)
                .toList();
        return new RuleBook(rules, ranges);
    }

    private static Optional<QualityRule> rule(Section entry) {
        entry.allow(RULE_KEYS);
        String id = entry.requiredText("id");
        if (!id.matches("[A-Z][A-Z0-9_]{2,39}")) {
            entry.problem(entry.place(), "An id is 3 to 40 capital letters, digits and '_'.");
        }
        String sentence = entry.requiredText("rule");
        String denominator = entry.requiredText("denominator");
        String remedy = entry.requiredText("what to do");
        for (String key : List.of("number", "level", "severity", "check", "threshold", "touches", "effect")) {
            entry.require(key);
        }
        Optional<Integer> number = entry.number("number");
        Optional<Level> level = word(entry, "level", Level.values(), Level::word);
        Optional<Severity> severity = word(entry, "severity", Severity.values(), Severity::word);
        Optional<Effect> effect = word(entry, "effect", Effect.values(), Effect::word);
        Optional<BigDecimal> threshold = entry.parsed("threshold", RuleBookReader::share);
        Optional<Check> check = entry.section("check").flatMap(RuleBookReader::check);
        Set<Table> tables = tables(entry);
        Set<Attribute> attributes = new TreeSet<>();
        entry.texts("strata by").forEach(text -> word(entry, text, Attribute.values(), RuleBookReader::words)
                .ifPresent(attributes::add));
        if (number.isEmpty()
                || level.isEmpty()
                || severity.isEmpty()
                || effect.isEmpty()
                || threshold.isEmpty()
                || check.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new QualityRule(
                id,
                number.get(),
                sentence,
                level.get(),
                severity.get(),
                check.get(),
                denominator,
                threshold.get(),
                Math.max(1, entry.number("fewest").orElse(1)),
                remedy,
                entry.text("remark").orElse(""),
                new TreeSet<>(tables),
                new TreeSet<>(attributes),
                effect.get()));
    }

    private static Set<Table> tables(Section entry) {
        Set<Table> tables = new TreeSet<>();
        List<Node.Text> named = entry.texts("touches");
        if (named.size() != 1 || !named.get(0).value().equals(EVERY_MEASURE)) {
            named.forEach(
                    text -> word(entry, text, Table.values(), Table::tableName).ifPresent(tables::add));
        }
        return tables;
    }

    private static Optional<Check> check(Section section) {
        section.allow(CHECK_KEYS);
        List<Check> found = new ArrayList<>();
        if (section.has("problems of files")) {
            boolean controlled = section.text("of files with a control total")
                    .map("yes"::equals)
                    .orElse(false);
            found.add(new Check.Files(new TreeSet<>(codes(section, "problems of files")), controlled));
        }
        if (section.has("rejected for") || section.has("rows")) {
            Optional<RowCheck> rows = word(section, "rows", RowCheck.values(), RowCheck::words);
            found.add(new Check.Rows(new TreeSet<>(codes(section, "rejected for")), rows));
        }
        word(section, "people", PersonCheck.values(), PersonCheck::words)
                .ifPresent(people -> found.add(new Check.People(people)));
        new TreeMap<>(ONE_WORD).forEach((key, question) -> {
            if (section.has(key)) {
                section.text(key)
                        .filter(question.word()::equals)
                        .ifPresentOrElse(
                                asked -> found.add(question.check()),
                                () -> section.problem(
                                        section.place(),
                                        "Of '" + key + "' can be asked whether they are '" + question.word() + "'."));
            }
        });
        if (section.has("run out")) {
            runOut(section).ifPresent(found::add);
        }
        if (found.size() != 1) {
            section.problem(section.place(), "A rule is computed in exactly one way.");
            return Optional.empty();
        }
        return Optional.of(found.get(0));
    }

    private static Optional<Check> runOut(Section section) {
        List<Node.Text> written = section.texts("run out");
        List<BigDecimal> least = written.stream()
                .map(text -> section.parsed(text, RuleBookReader::share))
                .flatMap(Optional::stream)
                .toList();
        return least.isEmpty() || least.size() < written.size()
                ? Optional.empty()
                : Optional.of(new Check.RunOut(least));
    }

    private static List<ProblemCode> codes(Section section, String key) {
        return section.texts(key).stream()
                .map(text -> word(section, text, ProblemCode.values(), ProblemCode::name))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ResultRange> range(Section entry) {
        entry.allow(RANGE_KEYS);
        for (String key : List.of("result", "codes", "units", "from", "to")) {
            entry.require(key);
        }
        Optional<BigDecimal> from = entry.parsed("from", RuleBookReader::number);
        Optional<BigDecimal> to = entry.parsed("to", RuleBookReader::number);
        Set<String> codes = new TreeSet<>(entry.strings("codes"));
        Set<String> units = new TreeSet<>();
        entry.strings("units").forEach(unit -> units.add(unit.equals("none") ? "" : unit));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().compareTo(to.get()) > 0) {
            entry.problem(entry.place(), "The range ends before it begins.");
        }
        return Optional.of(new ResultRange(codes, units, from.get(), to.get()));
    }

    /** A share between 0 and 1. */
    static BigDecimal share(String text) {
        BigDecimal share = number(text);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("is not a share between 0 and 1");
        }
        return share;
    }

    private static BigDecimal number(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("is not a number");
        }
        return new BigDecimal(text);
    }

    private static String words(Attribute attribute) {
        return attribute.name().toLowerCase(Locale.ROOT);
    }

    private static <E> Optional<E> word(Section section, String key, E[] values, Function<E, String> name) {
        return Optional.ofNullable(section.fields().get(key)).flatMap(node -> word(section, node, values, name));
    }

    /** The one of the values that a text names. */
    private static <E> Optional<E> word(Section section, Node node, E[] values, Function<E, String> name) {
        Optional<String> written = section.text(node);
        Optional<E> found = written.flatMap(text -> Arrays.stream(values)
                .filter(value -> name.apply(value).equals(text))
                .findFirst());
        if (written.isPresent() && found.isEmpty()) {
            String near =
                    Suggestion.of(written.get(), Arrays.stream(values).map(name).toList());
            section.problem(node.place(), "'" + written.get() + "' is not known here." + near);
        }
        return found;
    }
}
