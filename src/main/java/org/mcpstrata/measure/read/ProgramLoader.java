package org.mcpstrata.measure.read;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.Program;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

/** Loads a program file. */
public final class ProgramLoader {
    private static final Set<String> KEYS = Set.of(
            "program",
            "title",
            "measurement years",
            "source",
            "remark",
            "unverified",
            Program.STATES,
            "payers",
            "payer order",
            "large practices",
            "participants",
            "limits",
            "confidence",
            "reference groups",
            "least answered percent",
            WantedReader.STRATIFIERS,
            WantedReader.AGREED,
            WantedReader.ESTIMATES,
            WantedReader.ENTITIES);

    /** NCQA's proposal for direct data (stratification.md 2.4). */
    private static final int LEAST_ANSWERED = 80;

    private static final Set<String> KINDS = Set.of("standard", "FQHC", "IHS or Tribal");

    private ProgramLoader() {}

    /**
     * Reads a program file such as {@code measures/programs/mcp.yaml}.
     *
     * @throws ProblemException with every problem of the file at once
     */
    public static Program load(Path file) {
        Problems problems = new Problems();
        String name = file.getFileName().toString();
        Optional<Program> program = DocumentReader.read(file, name, ProblemCode.DEFINITION_INVALID, problems)
                .flatMap(node -> Section.of(node, ProblemCode.DEFINITION_INVALID, problems))
                .flatMap(ProgramLoader::program);
        problems.throwIfAny();
        return program.orElseThrow();
    }

    private static Optional<Program> program(Section root) {
        root.allow(KEYS);
        for (String key : List.of(Program.STATES, "participants", "confidence")) {
            root.require(key);
        }
        TreeSet<String> states = new TreeSet<>();
        for (Node.Text state : root.texts(Program.STATES)) {
            if (state.value().matches("[A-Z]{2}")) {
                states.add(state.value());
            } else {
                root.problem(state.place(), "A state is two capital letters.");
            }
        }
        TreeSet<String> payers = new TreeSet<>();
        for (Node.Text payer : root.texts("payers")) {
            if (payer.value().matches("[a-z0-9-]{1,64}")) {
                payers.add(payer.value());
            } else {
                root.problem(payer.place(), "A payer is named by its folder: small letters, digits and '-'.");
            }
        }
        Map<String, String> references = new LinkedHashMap<>();
        root.section("reference groups")
                .ifPresent(groups -> groups.fields().forEach((stratifier, node) -> groups.text(node)
                        .ifPresent(stratum -> references.put(stratifier, stratum))));
        int leastAnswered =
                root.parsed("least answered percent", ProgramLoader::percent).orElse(LEAST_ANSWERED);
        Program.Wanted wanted = WantedReader.read(root);
        Optional<BigDecimal> confidence = root.parsed("confidence", ProgramLoader::confidence);
        String id = root.requiredText("program");
        String title = root.requiredText("title");
        String source = root.requiredText("source");
        List<Program.Participant> participants = root.sections("participants").stream()
                .map(ProgramLoader::participant)
                .toList();
        return confidence.map(value -> new Program(
                id,
                title,
                source,
                unverified(root),
                SourceFileReader.years(root),
                states,
                payers,
                root.strings("payer order"),
                new TreeSet<>(root.strings("large practices")),
                participants,
                limits(root),
                value,
                references,
                leastAnswered,
                wanted,
                places(root, participants)));
    }

    private static List<String> unverified(Section root) {
        List<String> notes = new ArrayList<>();
        root.text("unverified").ifPresent(notes::add);
        for (Section participant : root.sections("participants")) {
            participant
                    .text("unverified")
                    .ifPresent(note -> notes.add("track " + participant.requiredText("track") + ", "
                            + participant.requiredText("kind") + ": " + note));
        }
        return notes;
    }

    /** Where each measure is named first, among the participants or, where no participant reports it, the limits. */
    private static Map<String, Place> places(Section root, List<Program.Participant> participants) {
        Map<String, Place> places = new LinkedHashMap<>();
        if (root.has(Program.STATES)) {
            places.put(Program.STATES, root.fields().get(Program.STATES).place());
        }
        participants.forEach(participant -> participant.measures().forEach(measure -> root.fields()
                .get("participants")
                .placeOf(measure)
                .ifPresent(place -> places.putIfAbsent(measure, place))));
        if (root.fields().get("participants") instanceof Node.Items list) {
            list.items().forEach(participant -> improvements(participant, places));
        }
        if (root.fields().get("reference groups") instanceof Node.Fields groups) {
            groups.fields()
                    .forEach((stratifier, stratum) -> places.put(Program.referenceOf(stratifier), stratum.place()));
        }
        root.texts(WantedReader.STRATIFIERS)
                .forEach(stratifier -> places.put(Program.optionalOf(stratifier.value()), stratifier.place()));
        if (root.fields().get("limits") instanceof Node.Fields measures) {
            measures.fields().forEach((measure, limits) -> {
                places.putIfAbsent(measure, limits.place());
                if (limits instanceof Node.Fields named) {
                    named.fields().forEach((name, limit) -> places.put(Program.limitOf(measure, name), limit.place()));
                }
            });
        }
        return places;
    }

    private static void improvements(Node participant, Map<String, Place> places) {
        if (participant instanceof Node.Fields body
                && body.fields().get("improvement of") instanceof Node.Items measures) {
            for (Node measure : measures.items()) {
                if (measure instanceof Node.Text id) {
                    places.putIfAbsent(id.value(), id.place());
                    places.putIfAbsent(Program.improvementOf(id.value()), id.place());
                }
            }
        }
    }

    private static Integer percent(String text) {
        if (!text.matches("\\d{1,2}|100")) {
            throw new IllegalArgumentException("is not a whole number from 0 to 100");
        }
        return Integer.valueOf(text);
    }

    private static BigDecimal confidence(String text) {
        if (!text.matches("0\\.\\d{1,6}") || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException("is not a number between 0 and 1");
        }
        return new BigDecimal(text);
    }

    private static Program.Participant participant(Section body) {
        body.allow(Set.of("track", "kind", "measures", "improvement of", "unverified"));
        body.require("track");
        body.require("measures");
        String kind = body.requiredText("kind");
        if (body.has("kind") && !KINDS.contains(kind)) {
            body.problem(
                    body.fields().get("kind").place(),
                    "'" + kind + "' is no kind of participant." + Suggestion.of(kind, KINDS));
        }
        return new Program.Participant(
                body.number("track").orElse(0), kind, body.strings("measures"), body.strings("improvement of"));
    }

    private static SortedMap<String, SortedMap<String, Limit>> limits(Section root) {
        SortedMap<String, SortedMap<String, Limit>> limits = new TreeMap<>();
        root.section("limits").ifPresent(measures -> measures.fields()
                .keySet()
                .forEach(measure -> limits.put(measure, new TreeMap<>(LimitReader.read(measures, measure)))));
        return limits;
    }
}
