package org.mcpstrata.stratify;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The words of a stratifier file, before they are understood. Every scalar is text; absent fields are null, absent
 * lists empty.
 */
record StratifierFile(List<Entry> stratifiers, List<List<String>> crossings, IndirectEntry indirect) {
    StratifierFile {
        stratifiers = stratifiers == null ? List.of() : List.copyOf(stratifiers);
        crossings = crossings == null ? List.of() : List.copyOf(crossings);
    }

    record Entry(
            String id,
            String standard,
            String rule,
            String attribute,
            String fact,
            String question,
            String coverage,
            String wins,
            String others,
            String fewest,
            @JsonProperty("small join") String smallJoin,
            @JsonProperty("never small") List<String> neverSmall,
            String optional,
            List<Group> strata) {
        Entry {
            neverSmall = neverSmall == null ? List.of() : List.copyOf(neverSmall);
            strata = strata == null ? List.of() : List.copyOf(strata);
        }
    }

    record IndirectEntry(String id, String standard, String attribute, String wins, List<ProbableEntry> strata) {
        IndirectEntry {
            strata = strata == null ? List.of() : List.copyOf(strata);
        }
    }

    record ProbableEntry(String id, String label, String column, List<String> from, String kind, String weak) {
        ProbableEntry {
            from = from == null ? List.of() : List.copyOf(from);
        }
    }

    record Group(String id, String label, List<String> from, String ages, String kind) {
        Group {
            from = from == null ? List.of() : List.copyOf(from);
        }
    }

    /** The stratifiers of a file that are on; problems of the file come before those of the switches. */
    static Stratifiers read(Path file, Switches switches) {
        Problems problems = new Problems();
        Place place = Place.of(String.valueOf(file.getFileName()));
        StratifierFile words = parse(file, place, problems);
        problems.throwIfAny();
        StratifierCompiler compiler = new StratifierCompiler(place, problems);
        Map<String, Stratifier> all = compiler.compile(words);
        Optional<IndirectStratifier> indirect = compiler.indirect(words, switches.estimates());
        problems.throwIfAny();
        Stratifiers stratifiers = new SwitchedOn(switches, problems)
                .of(all, compiler.optional())
                .with(indirect.orElse(null), switches.entities());
        problems.throwIfAny();
        return stratifiers;
    }

    private static StratifierFile parse(Path file, Place place, Problems problems) {
        try {
            JsonNode tree = mapper().readTree(Files.readString(file));
            UnknownFields.report(tree, place, problems);
            return problems.isEmpty() ? mapper().treeToValue(tree, StratifierFile.class) : null;
        } catch (JsonProcessingException e) {
            long line =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            problems.add(
                    ProblemCode.DEFINITION_INVALID,
                    place.atLine(line).atField(path(e)),
                    "It is not YAML of the expected shape.");
        } catch (IOException e) {
            problems.add(ProblemCode.DEFINITION_INVALID, place, "The file cannot be read.");
        }
        return null;
    }

    private static ObjectMapper mapper() {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(0);
        limits.setCodePointLimit(1 << 20);
        ObjectMapper mapper = new ObjectMapper(YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        return mapper;
    }

    private static String path(JsonProcessingException problem) {
        if (!(problem instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
