package org.mcpstrata.measure.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.ItemMeans;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Observed;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.problem.Problems;

/** Resolves one measure file and its libraries into a measure of one year. */
final class MeasureCompiler {
    private final SourceFile file;
    private final List<SourceFile> libraries;
    private final int year;

    MeasureCompiler(SourceFile file, List<SourceFile> libraries, int year) {
        this.file = file;
        this.libraries = List.copyOf(libraries);
        this.year = year;
    }

    /** The measure; empty where this or a library has problems, all of which were added. */
    Optional<MeasureDefinition> compile(Problems problems) {
        int before = problems.list().size();
        SharedRules shared = new SharedRules(year);
        libraries.forEach(shared::add);
        shared.replaceWith(file);
        Map<String, String> windows = windows();
        Map<String, Limit> limits = LimitReader.read(file.root(), "limits");
        Map<String, Definition> definitions = new LinkedHashMap<>();
        List<SourceFile> all = new ArrayList<>();
        all.add(file);
        all.addAll(libraries);
        for (SourceFile source : all) {
            ClauseReader reader = new ClauseReader(new Scope(source, shared.results(), shared.events(), limits));
            String window = source == file ? null : windows.get(source.name());
            define(source, reader, window, definitions);
        }
        Optional<MeasureDefinition> measure = measure(definitions);
        if (problems.list().size() == before) {
            Map<String, Node> written = new LinkedHashMap<>();
            all.forEach(source -> written.putAll(source.definitions()));
            measure.ifPresent(complete -> new References(complete, file, written, problems).check());
        }
        return problems.list().size() == before ? measure : Optional.empty();
    }

    /** By library, the name of the window of this file that its definitions have in place of the measurement period. */
    private Map<String, String> windows() {
        Map<String, String> windows = new TreeMap<>();
        for (Use use : file.uses()) {
            if (use.window() != null && file.windows().containsKey(use.window().value())) {
                windows.put(use.library().value(), use.window().value());
            } else if (use.window() != null) {
                file.root()
                        .problem(
                                use.window().place(),
                                "No window is called '" + use.window().value() + "' here."
                                        + Suggestion.of(
                                                use.window().value(),
                                                file.windows().keySet()));
            }
        }
        for (SourceFile library : libraries) {
            library.uses().stream().filter(use -> use.window() != null).forEach(use -> library.root()
                    .problem(use.window().place(), "Only a measure gives a library a window."));
        }
        return windows;
    }

    private void define(SourceFile source, ClauseReader reader, String window, Map<String, Definition> definitions) {
        source.definitions().forEach((name, node) -> source.root().section(node).ifPresent(body -> {
            Map<String, String> remarks = ClauseReader.remarks(body);
            reader.read(body).ifPresent(read -> {
                Clause clause = window != null && read instanceof EventClause event
                        ? event.inPlaceOfPeriod(file.windows().get(window), window)
                        : read;
                Definition definition = new Definition(
                        name, clause, source.name(), remarks.get("remark"), remarks.get("unverified"), node.place());
                if (definitions.put(name, definition) != null) {
                    body.problem(
                            node.place(), "The measure or one of its libraries has another definition of this name.");
                }
            });
        }));
    }

    private Optional<MeasureDefinition> measure(Map<String, Definition> definitions) {
        Section root = file.root();
        String title = textOfYear(root, "title");
        String version = textOfYear(root, "version");
        String steward = root.requiredText("steward");
        Optional<MeasureDefinition.Improvement> improvement = required("improvement", MeasureCompiler::improvement);
        Optional<MeasureDefinition.Scoring> scoring = required("scoring", MeasureCompiler::scoring);
        Optional<Populations> populations = root.require("populations")
                ? root.section("populations").flatMap(MeasureCompiler::populations)
                : Optional.empty();
        Optional<Section> observation = root.section("observed");
        boolean survey = observation.filter(ItemMeansReader::isSurvey).isPresent();
        boolean costs = root.has("cost");
        Optional<Observed> observed = survey ? Optional.empty() : observation.map(MeasureCompiler::observed);
        Optional<ItemMeans> itemMeans =
                survey ? observation.flatMap(found -> ItemMeansReader.read(found, root)) : Optional.empty();
        Optional<CostRule> cost = root.section("cost").flatMap(body -> CostReader.read(body, file.sets()));
        Optional<RiskModel> risk = root.section("expected").flatMap(RiskModelReader::read);
        RateReader rates = new RateReader(
                improvement.orElse(MeasureDefinition.Improvement.INCREASE).inResults(), root.has("expected"), costs);
        root.sections("rates").forEach(rates::read);
        if (scoring.isEmpty()
                || improvement.isEmpty()
                || populations.isEmpty()
                || survey && itemMeans.isEmpty()
                || costs && cost.isEmpty()) {
            return Optional.empty();
        }
        boolean proportion = scoring.get() == MeasureDefinition.Scoring.PROPORTION;
        boolean continuous = scoring.get() == MeasureDefinition.Scoring.CONTINUOUS;
        if (proportion != (populations.get().numerator() != null)
                || observed.isPresent() != (scoring.get() == MeasureDefinition.Scoring.RATIO)
                || continuous != (survey || costs)
                || survey && costs) {
            root.problem(
                    root.place(),
                    "A proportion has a numerator, a ratio has 'observed', a continuous one 'item means of' or 'cost'.");
            return Optional.empty();
        }
        if (costs && !root.has("expected")) {
            root.problem(root.place(), "A cost needs 'expected', for people without a risk score of their own.");
        }
        if ((proportion || survey) && root.has("expected")) {
            root.problem(root.place(), "Only events and costs can be expected: this measure has no 'expected'.");
        }
        if (survey && !rates.derived().isEmpty()) {
            root.problem(root.place(), "Nothing is derived from the score of a survey.");
        }
        return Optional.of(new MeasureDefinition(
                file.name(),
                title,
                version,
                steward,
                root.requiredText("source"),
                unverified(rates),
                file.years(),
                scoring.get(),
                improvement.get(),
                root.parsed("age at", MeasureCompiler::ageAt).orElse(Anchor.Base.END),
                populations.get(),
                observed.orElse(null),
                itemMeans.orElse(null),
                cost.orElse(null),
                root.text("sufficient when").orElse(""),
                root.text("partial when").orElse(""),
                rates.rates(),
                rates.derived(),
                risk.orElse(null),
                definitions));
    }

    /** What rests on memory in the measure's own file, of its survey and plain rates too, then in its libraries. */
    private List<String> unverified(RateReader rates) {
        List<String> notes = new ArrayList<>(unverified(file));
        file.root()
                .section("observed")
                .filter(ItemMeansReader::isSurvey)
                .flatMap(survey -> survey.text("unverified"))
                .ifPresent(note -> notes.add("observed: " + note));
        Set<String> plain = rates.rates().stream().map(Rate::id).collect(Collectors.toSet());
        file.root().sections("rates").stream()
                .filter(rate -> rate.text("id").filter(plain::contains).isPresent())
                .forEach(rate -> rate.text("unverified")
                        .ifPresent(note -> notes.add("rate " + rate.requiredText("id") + ": " + note)));
        libraries.forEach(library -> unverified(library).forEach(note -> notes.add(library.name() + ": " + note)));
        return notes;
    }

    /** The notes of a file: for all its years, or by year for those years only. */
    private List<String> unverified(SourceFile source) {
        if (!(source.root().fields().get("unverified") instanceof Node.Fields)) {
            return source.root().strings("unverified");
        }
        Set<String> years = IntStream.rangeClosed(
                        source.years().from(), source.years().to())
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet());
        return source.root()
                .section("unverified")
                .map(byYear -> byYear.allow(years).strings(Integer.toString(year)))
                .orElse(List.of());
    }

    /** One text for all years of the file, or one for each year. */
    private String textOfYear(Section root, String key) {
        if (!(root.fields().get(key) instanceof Node.Fields)) {
            return root.requiredText(key);
        }
        return root.section(key)
                .map(byYear -> byYear.requiredText(Integer.toString(year)))
                .orElse("");
    }

    private <T> Optional<T> required(String key, Function<String, T> parser) {
        file.root().require(key);
        return file.root().parsed(key, parser);
    }

    private static MeasureDefinition.Scoring scoring(String text) {
        return switch (text) {
            case "proportion" -> MeasureDefinition.Scoring.PROPORTION;
            case "ratio" -> MeasureDefinition.Scoring.RATIO;
            case "continuous" -> MeasureDefinition.Scoring.CONTINUOUS;
            default -> throw new IllegalArgumentException("is not proportion, ratio or continuous");
        };
    }

    private static MeasureDefinition.Improvement improvement(String text) {
        return switch (text) {
            case "increase" -> MeasureDefinition.Improvement.INCREASE;
            case "decrease" -> MeasureDefinition.Improvement.DECREASE;
            default -> throw new IllegalArgumentException("is not increase or decrease");
        };
    }

    private static Anchor.Base ageAt(String text) {
        return switch (text) {
            case "start of measurement period" -> Anchor.Base.START;
            case "end of measurement period" -> Anchor.Base.END;
            default ->
                throw new IllegalArgumentException(
                        "is not 'start of measurement period' or 'end of measurement period'");
        };
    }

    private static Optional<Populations> populations(Section body) {
        body.allow(Set.of(
                "initial population", "denominator", "denominator exclusions", "denominator exceptions", "numerator"));
        body.require("initial population");
        body.require("denominator");
        Optional<Combination> initial = population(body, "initial population");
        Optional<Combination> denominator = body.text("denominator").equals(Optional.of("initial population"))
                ? initial
                : population(body, "denominator");
        Combination exclusions = population(body, "denominator exclusions").orElse(Populations.NOBODY);
        Combination exceptions = population(body, "denominator exceptions").orElse(Populations.NOBODY);
        Combination numerator = population(body, "numerator").orElse(null);
        return initial.flatMap(
                ip -> denominator.map(den -> new Populations(ip, den, exclusions, exceptions, numerator)));
    }

    /** One name, or {@code all}, {@code any} or {@code none} of several. */
    private static Optional<Combination> population(Section body, String key) {
        Node node = body.fields().get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof Node.Text name) {
            return Optional.of(Combination.all(List.of(name.value())));
        }
        return body.section(node).flatMap(list -> {
            Set<String> words = Set.of("all", "any", "none");
            list.allow(words);
            if (list.fields().size() != 1 || !words.containsAll(list.fields().keySet())) {
                list.problem(list.place(), "A population is one of 'all', 'any' and 'none'.");
                return Optional.empty();
            }
            return ClauseReader.list(list, list.fields().keySet().iterator().next());
        });
    }

    private static Observed observed(Section body) {
        body.allow(Set.of("count", "per", "times", "unit"));
        if (!body.text("per").equals(Optional.of("member months"))) {
            body.problem(body.place(), "An observation is per member months.");
        }
        if (body.number("times").orElse(0) != Observed.TIMES) {
            body.problem(body.place(), "A rate is per 1000 member months, so 'times' is 1000.");
        }
        return new Observed(body.requiredText("count"), Observed.TIMES, body.requiredText("unit"));
    }
}
