package org.mcpstrata.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.document.DefinitionFolder;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.layout.ApcdFileType;
import org.mcpstrata.model.FinalActionRule;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

/** Reads the profiles of payers, one file each, named after the payer. */
public final class PayerProfileReader {
    private static final String EXTENSION = ".yaml";
    private static final Set<String> KEYS =
            Set.of("payer", "most rejected", "thresholds", "final action", "apcd", "remark");
    private static final Set<String> VARIANCE_KEYS = Set.of("share", "until", "reason");
    private static final Set<String> APCD_KEYS = Set.of("payer code", "extra columns");
    private static final Set<String> APCD_TYPES =
            Stream.of(ApcdFileType.values()).map(ApcdFileType::manifestType).collect(Collectors.toSet());
    private static final Set<String> FINAL_ACTION_KEYS = Set.of("rule", "reason");

    private final Set<String> ruleIds;

    private PayerProfileReader(RuleBook book) {
        this.ruleIds = book.rules().stream().map(QualityRule::id).collect(Collectors.toSet());
    }

    /** The profiles in a folder, in order of name. */
    public static List<Path> files(Path folder) {
        try {
            return DefinitionFolder.files(folder, 1).stream()
                    .filter(file -> file.toString().endsWith(EXTENSION))
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION, Place.of("--payer-profiles"), "The folder cannot be read.");
        }
    }

    /**
     * All profiles of a folder, by payer.
     *
     * @throws ProblemException with every problem of every file at once
     */
    public static Map<String, PayerProfile> read(Path folder, RuleBook book) {
        Problems problems = new Problems();
        SortedMap<String, PayerProfile> profiles = new TreeMap<>();
        PayerProfileReader reader = new PayerProfileReader(book);
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            DocumentReader.read(file, name, ProblemCode.CONFIGURATION_INVALID, problems)
                    .flatMap(node -> Section.of(node, ProblemCode.CONFIGURATION_INVALID, problems))
                    .map(root -> reader.profile(root, name.substring(0, name.length() - EXTENSION.length())))
                    .ifPresent(profile -> profiles.put(profile.payer(), profile));
        }
        problems.throwIfAny();
        return profiles;
    }

    private PayerProfile profile(Section root, String ofFile) {
        root.allow(KEYS);
        String payer = root.requiredText("payer");
        if (!payer.equals(ofFile)) {
            root.problem(root.place(), "The file is named after another payer.");
        }
        SortedMap<String, Variance> thresholds = new TreeMap<>();
        root.section("thresholds").ifPresent(section -> section.fields().forEach((rule, node) -> {
            if (!ruleIds.contains(rule)) {
                section.problem(node.place(), "No rule is called '" + rule + "'." + Suggestion.of(rule, ruleIds));
            }
            section.section(node)
                    .flatMap(PayerProfileReader::variance)
                    .ifPresent(variance -> thresholds.put(rule, variance));
        }));
        return new PayerProfile(
                payer,
                root.section("most rejected").flatMap(PayerProfileReader::variance),
                thresholds,
                root.section("final action")
                        .flatMap(PayerProfileReader::finalAction)
                        .orElse(FinalActionRule.PAIR_OFF),
                root.section("apcd").map(PayerProfileReader::apcd).orElse(ApcdTerms.COMMON));
    }

    private static ApcdTerms apcd(Section section) {
        section.allow(APCD_KEYS);
        SortedMap<String, List<String>> columns = new TreeMap<>();
        section.section("extra columns").ifPresent(extra -> {
            extra.allow(APCD_TYPES);
            APCD_TYPES.stream().filter(extra::has).forEach(type -> columns.put(type, extra.strings(type)));
        });
        return new ApcdTerms(section.text("payer code").orElse(""), columns);
    }

    private static Optional<FinalActionRule> finalAction(Section section) {
        section.allow(FINAL_ACTION_KEYS);
        section.require("rule");
        section.require("reason");
        return section.parsed("rule", FinalActionRule::of);
    }

    private static Optional<Variance> variance(Section section) {
        section.allow(VARIANCE_KEYS);
        section.require("share");
        // Whoever reads the profile next year must find out why.
        section.require("reason");
        Optional<LocalDate> until = section.parsed("until", PayerProfileReader::date);
        return section.parsed("share", RuleBookReader::share).map(share -> new Variance(share, until.orElse(null)));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a date such as 2026-06-30");
        }
    }
}
