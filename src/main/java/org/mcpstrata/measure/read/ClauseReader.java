package org.mcpstrata.measure.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.MonthsClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.SameDay;
import org.mcpstrata.measure.SexClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.Threshold;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.TotalClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.measure.VisitsClause;

/** Reads the one clause of a definition. */
final class ClauseReader {
    private static final Set<String> REMARKS = Set.of("remark", "unverified");
    private static final Set<String> LISTS = Set.of("all", "any", "none");
    static final Set<String> WORDS = words();

    private final Scope scope;

    ClauseReader(Scope scope) {
        this.scope = scope;
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>(LISTS);
        words.addAll(Set.of(
                "age",
                "sex",
                "at age",
                "most recent",
                "most recent day",
                "first",
                "among",
                "total",
                "value",
                "count",
                "consecutive stay",
                "visits",
                "coverage",
                "death",
                "beneficiary months"));
        for (EventKind kind : EventKind.values()) {
            words.add(kind.keyword());
        }
        return Set.copyOf(words);
    }

    /** The clause of a definition; empty after a problem. */
    Optional<Clause> read(Section definition) {
        List<String> words = definition.fields().keySet().stream()
                .filter(word -> !REMARKS.contains(word))
                .toList();
        if (words.size() != 1) {
            definition.problem(
                    definition.place(), "A definition has exactly one clause, this one has " + words.size() + ".");
            return Optional.empty();
        }
        String word = words.get(0);
        if (!WORDS.contains(word)) {
            definition.problem(
                    definition.fields().get(word).place(),
                    "'" + word + "' is not a kind of clause." + Suggestion.of(word, WORDS));
            return Optional.empty();
        }
        return LISTS.contains(word) ? list(definition, word).map(Clause.class::cast) : clause(word, definition);
    }

    /** {@code all}, {@code any} or {@code none} of a list of names. */
    static Optional<Combination> list(Section section, String word) {
        List<String> names = section.strings(word);
        if (names.isEmpty()) {
            section.problem(section.place(), "'" + word + "' of nothing.");
            return Optional.empty();
        }
        return Optional.of(
                switch (word) {
                    case "all" -> Combination.all(names);
                    case "any" -> Combination.any(names);
                    case "none" -> Combination.none(names);
                    default -> throw new IllegalArgumentException("not a list word");
                });
    }

    private Optional<Clause> clause(String word, Section definition) {
        return definition.section(word).flatMap(body -> EventKind.named(word)
                .map(kind -> new EventReader(scope).read(kind, body).map(Clause.class::cast))
                .orElseGet(() -> built(word, body)));
    }

    private Optional<Clause> built(String word, Section body) {
        return switch (word) {
            case "age" -> age(body);
            case "sex" -> sex(body);
            case "at age" -> atAge(body);
            case "most recent" -> mostRecent(body);
            case "most recent day" -> mostRecentDay(body);
            case "first" -> first(body);
            case "among" -> among(body);
            case "total" -> total(body);
            case "value" -> value(body);
            case "count" -> count(body);
            case "consecutive stay" -> stay(body);
            case "visits" -> visits(body);
            case "coverage" -> coverage(body);
            case "death" -> death(body);
            case "beneficiary months" -> months(body);
            default -> throw new IllegalArgumentException("not a clause word");
        };
    }

    private static Optional<Clause> age(Section body) {
        body.allow(Set.of("from", "to", "at"));
        body.require("at");
        if (!body.has("from") && !body.has("to")) {
            body.problem(body.place(), "An age needs 'from', 'to' or both.");
        }
        Integer from = body.number("from").orElse(null);
        Integer to = body.number("to").orElse(null);
        return body.parsed("at", Anchor::parse).map(at -> new AgeClause(from, to, at));
    }

    private static Optional<Clause> sex(Section body) {
        body.allow(Set.of("is"));
        body.require("is");
        return body.parsed("is", SexClause.Sex::parse).map(SexClause::new);
    }

    private static Optional<Clause> atAge(Section body) {
        body.allow(Set.of("events of", "from", "to"));
        String of = body.requiredText("events of");
        Optional<Integer> from = body.number("from");
        Optional<Integer> to = body.number("to");
        if (from.isEmpty() && to.isEmpty()) {
            body.problem(body.place(), "An age needs 'from', 'to' or both.");
            return Optional.empty();
        }
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            body.problem(body.place(), "Nobody has an age in this range.");
        }
        return Optional.of(new AtAge(of, from.orElse(null), to.orElse(null)));
    }

    private Optional<Clause> mostRecent(Section body) {
        body.allow(Set.of("of", "same day"));
        body.require("of");
        body.require("same day");
        List<String> of = body.strings("of");
        return SameDayReader.read(scope, body).map(sameDay -> new MostRecent(of, sameDay));
    }

    private static Optional<Clause> mostRecentDay(Section body) {
        body.allow(Set.of("with any", "with all"));
        if (body.has("with any") == body.has("with all")) {
            body.problem(body.place(), "A day is 'with any' or 'with all' of some events.");
            return Optional.empty();
        }
        boolean together = body.has("with all");
        return Optional.of(new MostRecentDay(body.strings(together ? "with all" : "with any"), together));
    }

    private static Optional<Clause> first(Section body) {
        body.allow(Set.of("of", "or else"));
        body.require("of");
        return Optional.of(new FirstClause(body.strings("of"), body.strings("or else")));
    }

    private Optional<Clause> among(Section body) {
        Set<String> keys = new TreeSet<>(TimingReader.KEYS);
        keys.addAll(Set.of("of", "value", "answer in"));
        body.allow(keys);
        String of = body.requiredText("of");
        Optional<Timing> timing = TimingReader.read(scope, body);
        Optional<ValueTest> value = test(body, "value");
        if (timing.isEmpty() && value.isEmpty()) {
            body.problem(body.place(), "Events are among others by a window or a value.");
            return Optional.empty();
        }
        return Optional.of(new AmongClause(of, timing.orElse(null), value.orElse(null)));
    }

    private Optional<Clause> total(Section body) {
        body.allow(Set.of("of", "each of", "unless day with"));
        String of = body.requiredText("of");
        List<CodeSet> parts = scope.sets(body, "each of");
        if (parts.isEmpty()) {
            body.problem(body.place(), "A total needs 'each of' some value sets or codes.");
            return Optional.empty();
        }
        return Optional.of(new TotalClause(of, parts, body.strings("unless day with")));
    }

    private Optional<Clause> death(Section body) {
        body.allow(Set.of("during"));
        body.require("during");
        return scope.timing(body, "during", Timing.Relation.DURING)
                .map(timing -> new DeathClause(timing.window(), timing.windowName()));
    }

    private Optional<Clause> value(Section body) {
        body.allow(Set.of("of", "on day", "same day", "is", "answer in"));
        String of = body.requiredText("of");
        Optional<String> onDay = body.text("on day");
        if (onDay.isPresent() != body.has("same day")) {
            body.problem(body.place(), "'on day' and 'same day' go together.");
            return Optional.empty();
        }
        Optional<ValueTest> test = test(body, "is");
        if (test.isEmpty() && !body.has("is")) {
            body.problem(body.place(), "A value needs 'is' or 'answer in'.");
        }
        Optional<SameDay> sameDay = SameDayReader.read(scope, body);
        if (onDay.isPresent() != sameDay.isPresent()) {
            return Optional.empty();
        }
        return test.map(is -> new ValueClause(of, onDay.orElse(null), sameDay.orElse(null), is));
    }

    /** The test under a key, or the codes under {@code answer in}. */
    private Optional<ValueTest> test(Section body, String key) {
        if (body.has("answer in")) {
            if (body.has(key)) {
                body.problem(body.place(), "A value has either '" + key + "' or 'answer in'.");
            }
            return EventReader.answer(scope, body);
        }
        return body.parsed(key, ValueTest::parse);
    }

    private Optional<Clause> count(Section body) {
        body.allow(Set.of("events of", "different days of", "is", "limit"));
        if (body.has("events of") == body.has("different days of") || body.has("is") == body.has("limit")) {
            body.problem(
                    body.place(),
                    "A count is of 'events of' or 'different days of' something, and has 'is' or 'limit'.");
            return Optional.empty();
        }
        CountClause.Unit unit = body.has("events of") ? CountClause.Unit.EVENTS : CountClause.Unit.DIFFERENT_DAYS;
        String of = body.text(body.has("events of") ? "events of" : "different days of")
                .orElse("");
        Optional<Limit> limit =
                body.has("is") ? body.parsed("is", Threshold::parse).map(Limit::fixed) : scope.limit(body);
        return limit.map(passed -> new CountClause(of, unit, passed));
    }

    private Optional<Clause> stay(Section body) {
        body.allow(Set.of("of", "during", "next within", "longer than"));
        String of = body.requiredText("of");
        body.require("during");
        body.require("longer than");
        int next = body.parsed("next within", Days::parse).orElse(1);
        Optional<Integer> longer = body.parsed("longer than", Days::parse);
        return scope.timing(body, "during", Timing.Relation.DURING)
                .flatMap(timing ->
                        longer.map(days -> new StayClause(of, timing.window(), timing.windowName(), next, days)));
    }

    private static Optional<Clause> visits(Section body) {
        body.allow(Set.of("once a day", "not on a claim with", "not on a day with", "not followed by", "within"));
        body.require("once a day");
        if (body.has("not followed by") != body.has("within")) {
            body.problem(body.place(), "'not followed by' and 'within' go together.");
        }
        List<List<String>> lists = new ArrayList<>();
        for (String key : List.of("once a day", "not on a claim with", "not on a day with", "not followed by")) {
            lists.add(body.strings(key));
        }
        int within = body.parsed("within", Days::parse).orElse(0);
        return Optional.of(new VisitsClause(lists.get(0), lists.get(1), lists.get(2), lists.get(3), within));
    }

    private Optional<Clause> coverage(Section body) {
        body.allow(Set.of("during", "gaps", "longest gap"));
        body.require("during");
        int gaps = body.number("gaps").orElse(0);
        int longest = body.parsed("longest gap", Days::parse).orElse(0);
        if ((gaps > 0) != (longest > 0)) {
            body.problem(body.place(), "'gaps' and 'longest gap' go together.");
        }
        return scope.timing(body, "during", Timing.Relation.DURING)
                .map(timing -> new CoverageClause(timing.window(), timing.windowName(), gaps, longest));
    }

    private static Optional<Clause> months(Section body) {
        body.allow(Set.of("at least"));
        body.require("at least");
        Optional<Integer> least = body.number("at least");
        if (least.filter(months -> months < 1).isPresent()) {
            body.problem(body.place().atField("at least"), "Everybody has no month at least: say 1 or more.");
        }
        return least.filter(months -> months > 0).map(MonthsClause::new);
    }

    /** The texts beside the clause: {@code remark} and {@code unverified}. */
    static Map<String, String> remarks(Section definition) {
        return Map.of(
                "remark", definition.text("remark").orElse(""),
                "unverified", definition.text("unverified").orElse(""));
    }
}
