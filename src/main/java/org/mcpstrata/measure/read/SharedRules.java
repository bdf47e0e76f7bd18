package org.mcpstrata.measure.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.Band;
import org.mcpstrata.measure.CodedResult;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.RecordFilter;
import org.mcpstrata.measure.ResultDefinition;
import org.mcpstrata.measure.ScoredAnswer;
import org.mcpstrata.measure.ValuedAnswer;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.valueset.Coding;

/** What libraries give to the whole measure: kinds of results, and which clinical rows count. */
final class SharedRules {
    private static final Set<String> EVENT_RULE_KEYS = Set.of(
            "status", "not status", "clinical status", "intent", "category", "from", "to", "remark", "unverified");

    private final Map<String, ResultDefinition> results = new TreeMap<>();
    private final Map<EventKind, RecordFilter> events = new EnumMap<>(EventKind.class);
    private final int year;

    SharedRules(int year) {
        this.year = year;
    }

    /** Adds those of one library. */
    void add(SourceFile library) {
        Section root = library.root();
        root.section("results").ifPresent(named -> named.fields()
                .forEach((name, node) -> named.section(node).ifPresent(body -> {
                    if (results.put(name, result(name, body)) != null) {
                        named.problem(node.place(), "Another library has a result of this name.");
                    }
                })));
        eventRules(root).forEach((kind, rule) -> {
            if (events.put(kind, rule) != null) {
                root.problem(root.place(), "Another library has a rule for the events '" + kind.keyword() + "'.");
            }
        });
    }

    /** Lets the measure's own rules win over those of its libraries. */
    void replaceWith(SourceFile measure) {
        events.putAll(eventRules(measure.root()));
    }

    private Map<EventKind, RecordFilter> eventRules(Section root) {
        Map<EventKind, RecordFilter> found = new EnumMap<>(EventKind.class);
        root.section("event rules").ifPresent(rules -> rules.fields().forEach((word, node) -> {
            Optional<EventKind> kind = EventKind.named(word);
            if (kind.isEmpty()) {
                rules.problem(node.place(), "'" + word + "' is not a kind of event.");
            } else {
                rules.section(node).ifPresent(body -> {
                    RecordFilter rule = rule(body);
                    if (isInForce(body)) {
                        found.put(kind.get(), rule);
                    }
                });
            }
        }));
        return found;
    }

    private static RecordFilter rule(Section body) {
        body.allow(EVENT_RULE_KEYS);
        return new RecordFilter(
                new TreeSet<>(body.strings("status")),
                new TreeSet<>(body.strings("not status")),
                new TreeSet<>(body.strings("clinical status")),
                new TreeSet<>(body.strings("intent")),
                new TreeSet<>(body.strings("category")),
                body.text("unverified").orElse(""));
    }

    private ResultDefinition result(String name, Section body) {
        body.allow(Set.of(
                "unit",
                "remark",
                "unverified",
                "convert",
                "plausible",
                "comparators",
                "decimals",
                "scored",
                "valued",
                "coded"));
        List<String> unverified = new ArrayList<>();
        body.text("unverified").ifPresent(unverified::add);
        List<ResultDefinition.Conversion> conversions = new ArrayList<>();
        for (Section conversion : body.sections("convert")) {
            conversion.allow(Set.of("from", "times", "plus"));
            conversions.add(new ResultDefinition.Conversion(
                    conversion.requiredText("from"),
                    conversion.parsed("times", SharedRules::number).orElse(BigDecimal.ONE),
                    conversion.parsed("plus", SharedRules::number).orElse(BigDecimal.ZERO)));
        }
        Optional<Section> plausible = body.section("plausible");
        plausible.ifPresent(range -> range.allow(Set.of("from", "to")));
        SortedMap<String, CodedResult> coded = new TreeMap<>();
        for (Section entry : body.sections("coded")) {
            coded(entry).ifPresent(result -> {
                note(entry, "code", unverified);
                if (coded.put(result.code(), result) != null) {
                    entry.problem(entry.place(), "The code is there twice.");
                }
            });
        }
        List<ScoredAnswer> scores = new ArrayList<>();
        for (Section entry : body.sections("scored")) {
            scored(entry).ifPresent(scores::add);
            note(entry, "code", unverified);
        }
        List<ValuedAnswer> values = new ArrayList<>();
        for (Section entry : body.sections("valued")) {
            valued(entry).ifPresent(values::add);
            note(entry, "answer", unverified);
        }
        return new ResultDefinition(
                name,
                unit(body.requiredText("unit")),
                conversions,
                plausible
                        .flatMap(range -> range.parsed("from", SharedRules::number))
                        .orElse(null),
                plausible
                        .flatMap(range -> range.parsed("to", SharedRules::number))
                        .orElse(null),
                body.parsed("comparators", SharedRules::refused).orElse(true),
                body.parsed("decimals", SharedRules::refused).orElse(true),
                scores,
                values,
                coded,
                unverified);
    }

    /** Takes the note of a single code or answer. */
    private static void note(Section entry, String of, List<String> unverified) {
        entry.text("unverified").ifPresent(note -> unverified.add(entry.requiredText(of) + ": " + note));
    }

    private Optional<CodedResult> coded(Section entry) {
        entry.allow(Set.of("code", "is", "path", "not with modifier", "from", "to", "unverified"));
        String code = entry.requiredText("code");
        entry.require("is");
        boolean documented = !entry.text("is").equals(Optional.of("not documented"));
        Optional<Band> band = documented ? entry.parsed("is", Band::parse) : Optional.empty();
        Optional<Evidence.Path> path = entry.parsed("path", SharedRules::path);
        boolean inForce = isInForce(entry);
        if (path.isEmpty() || documented && band.isEmpty()) {
            entry.require("path");
            return Optional.empty();
        }
        return Optional.of(new CodedResult(
                        code, band.orElse(null), path.get(), new TreeSet<>(entry.strings("not with modifier"))))
                .filter(result -> inForce);
    }

    private static String unit(String text) {
        return text.equals("none") ? "" : text;
    }

    private static Optional<ScoredAnswer> scored(Section entry) {
        entry.allow(Set.of("code", "is", "answer", "unverified"));
        Optional<Coding> code = entry.parsed("code", SourceFileReader::coding);
        Optional<Coding> answer = entry.parsed("answer", SourceFileReader::coding);
        Optional<Band> band = entry.parsed("is", Band::parse);
        if (code.isEmpty() || answer.isEmpty() || band.isEmpty()) {
            entry.problem(entry.place(), "A score has a 'code', an 'is' and an 'answer'.");
            return Optional.empty();
        }
        return Optional.of(new ScoredAnswer(code.get(), band.get(), answer.get()));
    }

    private boolean isInForce(Section entry) {
        return entry.number("from").orElse(0) <= year
                && year <= entry.number("to").orElse(9999);
    }

    private static Optional<ValuedAnswer> valued(Section entry) {
        entry.allow(Set.of("answer", "is", "unverified"));
        entry.require("answer");
        entry.require("is");
        return entry.parsed("answer", SourceFileReader::coding)
                .flatMap(answer ->
                        entry.parsed("is", SharedRules::number).map(number -> new ValuedAnswer(answer, number)));
    }

    private static Boolean refused(String text) {
        if (!text.equals("refused")) {
            throw new IllegalArgumentException("can only be 'refused'");
        }
        return false;
    }

    private static Evidence.Path path(String text) {
        return switch (text) {
            case "CPT2" -> Evidence.Path.CPT2;
            case "QDC" -> Evidence.Path.QDC;
            default -> throw new IllegalArgumentException("is not CPT2 or QDC");
        };
    }

    private static BigDecimal number(String text) {
        if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("is not a number");
        }
        return new BigDecimal(text);
    }

    Map<String, ResultDefinition> results() {
        return results;
    }

    Map<EventKind, RecordFilter> events() {
        return events;
    }
}
