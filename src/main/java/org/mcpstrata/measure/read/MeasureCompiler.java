package org.mcpstrata.measure.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.AllOf;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Observed;
import org.mcpstrata.measure.Populations;
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
        Map<String, Limit> limits = LimitReader.read(file.root(), "limits");
        Map<String, Definition> definitions = new LinkedHashMap<>();
        List<SourceFile> all = new ArrayList<>();
        all.add(file);
        all.addAll(libraries);
        for (SourceFile source : all) {
            define(source, new ClauseReader(new Scope(source, shared.results(), shared.events(), limits)), definitions);
        }
        Optional<MeasureDefinition> measure = measure(definitions);
        if (problems.list().size() == before) {
            measure.ifPresent(complete -> new References(complete, file, problems).check());
        }
        return problems.list().size() == before ? measure : Optional.empty();
    }

    private static void define(SourceFile source, ClauseReader reader, Map<String, Definition> definitions) {
        source.definitions().forEach((name, node) -> source.root().section(node).ifPresent(body -> {
            Map<String, String> remarks = ClauseReader.remarks(body);
            reader.read(body).ifPresent(clause -> {
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
        String title = root.requiredText("title");
        String version = version(root);
        String steward = root.requiredText("steward");
        Optional<MeasureDefinition.Improvement> improvement = required("improvement", MeasureCompiler::improvement);
        Optional<MeasureDefinition.Scoring> scoring = required("scoring", MeasureCompiler::scoring);
        Optional<Populations> populations = root.require("populations")
                ? root.section("populations").flatMap(MeasureCompiler::populations)
                : Optional.empty();
        Optional<Observed> observed = root.section("observed").map(MeasureCompiler::observed);
        Optional<RiskModel> risk = root.section("expected").flatMap(RiskModelReader::read);
        RateReader rates = new RateReader(
                improvement.orElse(MeasureDefinition.Improvement.INCREASE).inResults(),
                root.has("expected"),
                root.has("cost"));
        root.sections("rates").forEach(rates::read);
        Optional<CostRule> cost = root.section("cost").flatMap(body -> CostReader.read(body, file.sets()));
        if (root.has("cost") && cost.isEmpty() || scoring.isEmpty() || improvement.isEmpty() || populations.isEmpty()) {
            return Optional.empty();
        }
        boolean proportion = scoring.get() == MeasureDefinition.Scoring.PROPORTION;
        boolean costs = scoring.get() == MeasureDefinition.Scoring.CONTINUOUS;
        if (proportion != (populations.get().numerator() != null)
                || observed.isPresent() != (scoring.get() == MeasureDefinition.Scoring.RATIO)
                || costs != root.has("cost")) {
            root.problem(
                    root.place(),
                    "A proportion has a numerator, a ratio has 'observed', a continuous measure has 'cost'.");
            return Optional.empty();
        }
        if (costs && !root.has("expected")) {
            root.problem(root.place(), "A cost needs 'expected', for people without a risk score of their own.");
        }
        if (proportion && root.has("expected")) {
            root.problem(root.place(), "Only what is observed can be expected: a proportion has no 'expected'.");
        }
        return Optional.of(new MeasureDefinition(
                file.name(),
                title,
                version,
                steward,
                root.requiredText("source"),
                root.text("unverified").orElse(""),
                file.years(),
                scoring.get(),
                improvement.get(),
                populations.get(),
                observed.orElse(null),
                cost.orElse(null),
                root.text("sufficient when").orElse(""),
                root.text("partial when").orElse(""),
                rates.rates(),
                rates.derived(),
                risk.orElse(null),
                definitions));
    }

    /** One version for all years of the file, or one for each year. */
    private String version(Section root) {
        if (!(root.fields().get("version") instanceof Node.Fields)) {
            return root.requiredText("version");
        }
        return root.section("version")
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

    private static Optional<Populations> populations(Section body) {
        body.allow(Set.of(
                "initial population", "denominator", "denominator exclusions", "denominator exceptions", "numerator"));
        body.require("initial population");
        body.require("denominator");
        Optional<Clause> initial = population(body, "initial population");
        Optional<Clause> denominator = body.text("denominator").equals(Optional.of("initial population"))
                ? initial
                : population(body, "denominator");
        Clause exclusions = population(body, "denominator exclusions").orElse(Populations.NOBODY);
        Clause exceptions = population(body, "denominator exceptions").orElse(Populations.NOBODY);
        Clause numerator = population(body, "numerator").orElse(null);
        return initial.flatMap(
                ip -> denominator.map(den -> new Populations(ip, den, exclusions, exceptions, numerator)));
    }

    /** One name, or {@code all}, {@code any} or {@code none} of several. */
    private static Optional<Clause> population(Section body, String key) {
        Node node = body.fields().get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof Node.Text name) {
            return Optional.of(new AllOf(List.of(name.value())));
        }
        return body.section(node).flatMap(list -> {
            list.allow(Set.of("all", "any", "none"));
            if (list.fields().size() != 1) {
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
