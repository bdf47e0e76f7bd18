package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sets of answers that a person can have to one attribute, and in which strata of its views each puts them (relation 4).
 * Answers that every view treats alike are one answer here; a missing kind is an atom of its own.
 */
final class Atoms {
    /** 2 to the power of it sets are looked at. */
    private static final int MOST_ANSWERS = 14;

    private static final String NO_STRATUM_TAKES_IT = "UNMAPPED";

    private final List<Views.View> views;
    private final List<Map<String, String>> answers = new ArrayList<>();
    private final SortedMap<String, BitSet> atomsOf = new TreeMap<>();
    private final List<SortedMap<String, SortedSet<String>>> strataOf = new ArrayList<>();
    private final List<Integer> answerSets = new ArrayList<>();
    private boolean describable = true;

    /** @param views of the same attribute, in order of their ids */
    Atoms(List<Views.View> views) {
        this.views = List.copyOf(views);
        findAnswers();
        if (answers.size() > MOST_ANSWERS) {
            describable = false;
            return;
        }
        for (int set = 1; set < 1 << answers.size(); set++) {
            add(set, stratum(set));
        }
        SortedSet<String> missing = new TreeSet<>();
        views.forEach(view -> finest(view).filter(Atoms::isMissing).forEach(stratum -> missing.add(stratum.id())));
        for (String kind : missing) {
            SortedMap<String, SortedSet<String>> strata = new TreeMap<>();
            for (Views.View view : views) {
                if (isOfView(view, kind)) {
                    strata.put(view.id(), new TreeSet<>(List.of(kind)));
                }
            }
            add(0, Optional.of(strata).filter(found -> found.size() == views.size()));
        }
        views.forEach(this::merge);
    }

    /** The strata of step 0: what people are in by their answers. */
    private static Stream<Views.Stratum> finest(Views.View view) {
        return view.strata().values().stream()
                .filter(stratum -> stratum.merges().isEmpty());
    }

    private static boolean isOfView(Views.View view, String stratum) {
        return finest(view).anyMatch(known -> known.id().equals(stratum));
    }

    /** Strata of coarser steps hold the people of those that they merge. */
    private void merge(Views.View view) {
        for (Views.Stratum stratum : view.strata().values()) {
            for (String part : stratum.merges()) {
                atomsOf.computeIfAbsent(name(view.id(), stratum.id()), key -> new BitSet())
                        .or(of(view.id(), part));
            }
        }
    }

    static boolean isMissing(Views.Stratum stratum) {
        return !List.of("VALUE", "MULTI", "OTHER", "TOTAL").contains(stratum.kind());
    }

    /** Whether there are few enough answers to look at all their sets. */
    boolean isDescribable() {
        return describable;
    }

    private void findAnswers() {
        SortedMap<String, Map<String, String>> byAnswer = new TreeMap<>();
        for (Views.View view : views) {
            finest(view).forEach(stratum -> stratum.answers()
                    .forEach(answer -> byAnswer.computeIfAbsent(answer, key -> new HashMap<>())
                            .put(view.id(), stratum.id())));
        }
        // A code that no stratum takes is an answer too.
        byAnswer.put(NO_STRATUM_TAKES_IT, Map.of());
        answers.addAll(new LinkedHashSet<>(byAnswer.values()));
    }

    private void add(int set, Optional<SortedMap<String, SortedSet<String>>> strata) {
        if (strata.isEmpty()) {
            return;
        }
        int atom = strataOf.size();
        strataOf.add(strata.get());
        answerSets.add(set);
        strata.get()
                .forEach((view, ids) -> ids.forEach(id -> atomsOf.computeIfAbsent(name(view, id), key -> new BitSet())
                        .set(atom)));
    }

    /** The strata of a set of answers by view; empty where a view has no stratum for it, so that nobody can have it. */
    private Optional<SortedMap<String, SortedSet<String>>> stratum(int set) {
        SortedMap<String, SortedSet<String>> strata = new TreeMap<>();
        for (Views.View view : views) {
            SortedSet<String> found = new TreeSet<>();
            for (int i = 0; i < answers.size(); i++) {
                if ((set >> i & 1) == 1) {
                    found.add(answers.get(i).getOrDefault(view.id(), NO_STRATUM_TAKES_IT));
                }
            }
            SortedSet<String> held = new TreeSet<>();
            for (String stratum : view.exclusive() ? new TreeSet<>(List.of(one(view, found))) : found) {
                if (!isOfView(view, stratum)) {
                    return Optional.empty();
                }
                held.add(stratum);
            }
            strata.put(view.id(), held);
        }
        return Optional.of(strata);
    }

    private static String one(Views.View view, SortedSet<String> strata) {
        if (!view.wins().isEmpty() && strata.contains(view.wins())) {
            return view.wins();
        }
        if (strata.size() == 1) {
            return strata.first();
        }
        if (view.rule().equals("combined answer") && strata.contains(NO_STRATUM_TAKES_IT)) {
            return NO_STRATUM_TAKES_IT;
        }
        String several = view.rule().equals("combined answer") ? "MULTI" : "OTHER";
        return finest(view)
                .filter(stratum -> stratum.kind().equals(several))
                .map(Views.Stratum::id)
                .findFirst()
                .orElse(NO_STRATUM_TAKES_IT);
    }

    private static String name(String view, String stratum) {
        return view + '|' + stratum;
    }

    /** The atoms in a stratum. */
    BitSet of(String view, String stratum) {
        return atomsOf.getOrDefault(name(view, stratum), new BitSet());
    }

    int size() {
        return strataOf.size();
    }

    /** The answers of an atom as bits; 0 for a missing kind. */
    int answers(int atom) {
        return answerSets.get(atom);
    }

    int answerCount() {
        return answers.size();
    }

    /** Names of the strata of all exclusive views that an atom is in. */
    String exclusiveStrata(int atom) {
        StringBuilder signature = new StringBuilder();
        views.stream()
                .filter(Views.View::exclusive)
                .forEach(view -> signature.append(strataOf.get(atom).get(view.id())));
        return answers(atom) == 0 ? signature + "missing" : signature.toString();
    }

    /** The stratum of a view that overlaps others and takes this answer, or empty. */
    Optional<String> taking(Views.View view, int answer) {
        return Optional.of(answers.get(answer).getOrDefault(view.id(), NO_STRATUM_TAKES_IT))
                .filter(stratum -> isOfView(view, stratum));
    }
}
