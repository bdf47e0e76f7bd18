package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.document.Section;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.Missing;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.stratify.FactRule.Fact;
import org.mcpstrata.stratify.OneQuestion.Question;
import org.mcpstrata.stratify.StratifierFile.Crossing;
import org.mcpstrata.stratify.StratifierFile.Entry;
import org.mcpstrata.stratify.StratifierFile.Group;

/** Turns the words of a stratifier file into stratifiers, collecting every mistake with its place. */
final class StratifierCompiler {
    private final Problems problems;
    private final SortedSet<String> optional = new TreeSet<>();

    StratifierCompiler(Problems problems) {
        this.problems = requireNonNull(problems, "problems");
    }

    /** All stratifiers by id, in the order of the file and then of its crossings; incomplete when problems were found. */
    Map<String, Stratifier> compile(StratifierFile words) {
        Map<String, Stratifier> compiled = new LinkedHashMap<>();
        if (words.stratifiers().isEmpty()) {
            words.words().problem("stratifiers", "There is none.");
        }
        for (Entry entry : words.stratifiers()) {
            if (entry.id() == null || entry.id().isBlank() || entry.id().equals(Stratifiers.TOTAL)) {
                entry.words().problem("id", "A stratifier needs an id other than TOTAL.");
            } else if (compiled.containsKey(entry.id())) {
                entry.words().problem("id", "The id is there twice.");
            } else {
                stratifier(entry).ifPresent(stratifier -> compiled.put(entry.id(), stratifier));
            }
        }
        words.crossings().forEach(crossing -> crossing(words.words(), crossing, compiled));
        return compiled;
    }

    /**
     * The groups to which people belong with a probability only, where a program wants estimates by them.
     *
     * @param wanted null where it wants none
     */
    Optional<IndirectStratifier> indirect(StratifierFile words, IndirectEstimates wanted) {
        if (words.indirect() != null) {
            Set<String> taken = new HashSet<>(List.of(Stratifiers.TOTAL));
            words.stratifiers().forEach(entry -> taken.add(entry.id()));
            return IndirectReader.read(words.indirect(), taken, wanted);
        }
        if (wanted != null) {
            words.words().problem("indirect", "The program wants indirect estimates, and no groups for them are here.");
        }
        return Optional.empty();
    }

    /** Ids of compiled stratifiers that are off unless somebody switches them on. */
    SortedSet<String> optional() {
        return Collections.unmodifiableSortedSet(optional);
    }

    private Optional<Stratifier> stratifier(Entry entry) {
        int before = problems.list().size();
        if (entry.standard() == null) {
            entry.words().problem("standard", "The standard behind the strata is not named.");
        }
        List<Stratum> strata = strata(entry);
        Optional<StratumRule> rule = rule(entry);
        Stratifier.Coverage coverage = coverage(entry);
        SmallStrata small = small(entry, strata);
        if (small.fewest() > 0
                && rule.orElse(null) instanceof FactRule it
                && it.fact().isOfPractice()) {
            entry.words()
                    .problem("small join", "People have months in several strata of practices: these do not join.");
        }
        if (small.fewest() > 0 && !rule.map(StratumRule::exclusive).orElse(true)) {
            entry.words()
                    .problem("small join", "People may be in several of these strata: joined they would count twice.");
        }
        optional(entry, rule);
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Stratifier(
                entry.id(), entry.standard(), coverage, rule.orElseThrow(), small, Stratifier.withMissing(strata)));
    }

    private void optional(Entry entry, Optional<StratumRule> rule) {
        boolean off = "true".equals(entry.optional());
        if (entry.optional() != null && !off) {
            entry.words().problem("optional", "It is true, or left out.");
        } else if (!off && rule.filter(Safeguards::mustBeOptional).isPresent()) {
            entry.words().problem("optional", "What it rests on is off unless a program wants it: it must be true.");
        }
        if (off) {
            optional.add(entry.id());
        }
    }

    private List<Stratum> strata(Entry entry) {
        Set<String> taken = new HashSet<>();
        for (Missing missing : Missing.values()) {
            taken.add(missing.name());
        }
        List<Stratum> strata = new ArrayList<>();
        for (Group group : entry.strata()) {
            if (group.id() == null || group.label() == null) {
                group.words().problem("id", "A stratum needs an id and a label.");
            } else if (group.id().contains(":") || !taken.add(group.id())) {
                group.words().problem("id", "The id is used twice, is the name of a missing kind, or holds a colon.");
            } else {
                kind(group)
                        .ifPresent(kind -> strata.add(
                                kind == StratumKind.NOT_SCREENED
                                        ? Stratum.notScreened(group.id(), group.label())
                                        : Stratum.of(group.id(), group.label(), strata.size(), kind)));
            }
        }
        if (strata.isEmpty()) {
            entry.words().problem("strata", "There is none.");
        }
        return strata;
    }

    private Optional<StratumKind> kind(Group group) {
        if (group.kind() == null) {
            return Optional.of(StratumKind.VALUE);
        }
        if (Set.of("MULTI", "OTHER", "NOT_SCREENED").contains(group.kind())) {
            return Optional.of(StratumKind.valueOf(group.kind()));
        }
        group.words().problem("kind", "It is MULTI, OTHER, NOT_SCREENED, or left out.");
        return Optional.empty();
    }

    private Optional<StratumRule> rule(Entry entry) {
        String name = entry.rule() == null ? "" : entry.rule();
        return switch (name) {
            case "age" -> Optional.of(AgeBandReader.read(entry));
            case "single answer" ->
                attribute(entry).map(it -> new SingleAnswer(it, values(entry), wins(entry), others(entry)));
            case "every answer" -> attribute(entry).map(it -> new EveryAnswer(it, values(entry)));
            case "combined answer" -> combined(entry);
            case "one question" -> question(entry);
            case "fact" -> fact(entry);
            default -> {
                entry.words()
                        .problem(
                                "rule",
                                "It is one of age, single answer, every answer, combined answer, one question, fact.");
                yield Optional.empty();
            }
        };
    }

    private Optional<StratumRule> question(Entry entry) {
        for (Question question : Question.values()) {
            if (question.words().equals(entry.question())) {
                return question == Question.ETHNICITY
                        ? Optional.of(new OneQuestion(question, values(entry), ""))
                        : multi(entry).map(multi -> new OneQuestion(question, values(entry), multi));
            }
        }
        entry.words().problem("question", "It is race or ethnicity.");
        return Optional.empty();
    }

    private Optional<StratumRule> combined(Entry entry) {
        return multi(entry).flatMap(multi -> attribute(entry)
                .map(it -> new CombinedAnswer(it, values(entry), multi, wins(entry))));
    }

    /** The one stratum of people of several answers. */
    private Optional<String> multi(Entry entry) {
        List<String> multi = entry.strata().stream()
                .filter(group -> StratumKind.MULTI.name().equals(group.kind()))
                .map(Group::id)
                .toList();
        if (multi.size() != 1) {
            entry.words()
                    .problem(
                            "strata", "A person may have several answers: it needs exactly one stratum of kind MULTI.");
            return Optional.empty();
        }
        return Optional.of(multi.get(0));
    }

    private String wins(Entry entry) {
        String wins = entry.wins() == null ? "" : entry.wins();
        checkNamed(entry, "wins", wins);
        return wins;
    }

    private Optional<StratumRule> fact(Entry entry) {
        for (Fact fact : Fact.values()) {
            if (fact.words().equalsIgnoreCase(String.valueOf(entry.fact()))) {
                return Optional.of(new FactRule(fact, values(entry), others(entry)));
            }
        }
        entry.words()
                .problem(
                        "fact",
                        "It is one of "
                                + Stream.of(Fact.values()).map(Fact::words).collect(Collectors.joining(", ")) + ".");
        return Optional.empty();
    }

    private String others(Entry entry) {
        if (entry.others() == null) {
            return Missing.UNMAPPED.name();
        }
        checkNamed(entry, "others", entry.others());
        return entry.others();
    }

    private Optional<Attribute> attribute(Entry entry) {
        for (Attribute attribute : Attribute.values()) {
            if (attribute.name().equals(entry.attribute())) {
                return Optional.of(attribute);
            }
        }
        entry.words().problem("attribute", "It is the name of a demographic attribute, for example SEX.");
        return Optional.empty();
    }

    private Map<String, String> values(Entry entry) {
        Map<String, String> stratumOf = new LinkedHashMap<>();
        for (Group group : entry.strata()) {
            for (String value : group.from()) {
                if (group.id() == null || stratumOf.put(value, group.id()) != null) {
                    group.words().problem("from", "A value is of no stratum, or of two.");
                }
            }
        }
        return stratumOf;
    }

    private Stratifier.Coverage coverage(Entry entry) {
        if (entry.coverage() != null && !entry.coverage().equals("asked the 2024 question")) {
            entry.words().problem("coverage", "It is \"asked the 2024 question\", or left out.");
        }
        return entry.coverage() == null ? Stratifier.Coverage.ANSWERED : Stratifier.Coverage.ASKED_2024;
    }

    private SmallStrata small(Entry entry, List<Stratum> strata) {
        if (entry.fewest() == null && entry.smallJoin() == null) {
            return SmallStrata.STAY;
        }
        if (entry.fewest() == null || !entry.fewest().matches("[1-9][0-9]{0,8}") || entry.smallJoin() == null) {
            entry.words().problem("fewest", "A whole number of people, together with \"small join\".");
            return SmallStrata.STAY;
        }
        checkNamed(entry, "small join", entry.smallJoin());
        entry.neverSmall().forEach(stratum -> checkNamed(entry, "never small", stratum));
        return new SmallStrata(Long.parseLong(entry.fewest()), entry.smallJoin(), Set.copyOf(entry.neverSmall()));
    }

    private void checkNamed(Entry entry, String field, String stratum) {
        if (!stratum.isEmpty() && entry.strata().stream().noneMatch(group -> stratum.equals(group.id()))) {
            entry.words().problem(field, "It names no stratum of this stratifier.");
        }
    }

    private void crossing(Section file, Crossing crossing, Map<String, Stratifier> compiled) {
        List<String> axes = crossing.axes();
        Place place = crossing.words().place();
        if (axes.size() != 2 || axes.get(0).equals(axes.get(1))) {
            file.problem(place, "A crossing is of two different stratifiers.");
            return;
        }
        Stratifier first = compiled.get(axes.get(0));
        Stratifier second = compiled.get(axes.get(1));
        if (first == null || second == null || !first.exclusive() || !second.exclusive()) {
            file.problem(place, "Both must be exclusive stratifiers of this file.");
            return;
        }
        if (Safeguards.isNeverCrossed(first.rule()) || Safeguards.isNeverCrossed(second.rule())) {
            file.problem(place, "Sexual orientation and gender identity are never crossed.");
            return;
        }
        if (first.smallStrata().fewest() > 0 || second.smallStrata().fewest() > 0) {
            file.problem(place, "A stratifier whose small strata join another is not crossed.");
            return;
        }
        String id = crossingId(first, second);
        if (crossed(compiled, first, second)) {
            file.problem(place, "The crossing is there twice.");
            return;
        }
        for (Stratifier third : compiled.values()) {
            if (crossed(compiled, first, third) && crossed(compiled, second, third)) {
                file.problem(place, "All three crossings of the same three axes would give people away.");
                return;
            }
        }
        compiled.put(
                id,
                new Stratifier(
                        id,
                        first.standard() + " x " + second.standard(),
                        Stratifier.Coverage.ANSWERED,
                        new CrossingRule(first.rule(), second.rule()),
                        SmallStrata.STAY,
                        CrossingRule.pairs(first, second)));
    }

    private static boolean crossed(Map<String, Stratifier> compiled, Stratifier a, Stratifier b) {
        return compiled.containsKey(crossingId(a, b)) || compiled.containsKey(crossingId(b, a));
    }

    private static String crossingId(Stratifier first, Stratifier second) {
        return first.id() + "_x_" + second.id();
    }
}
