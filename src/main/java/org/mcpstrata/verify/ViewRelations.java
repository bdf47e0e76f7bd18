package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Relation 4: stratifiers that see the same answers, joined on the sets of answers that people can have. */
final class ViewRelations {
    private final Figures figures;
    private final Described described;
    private final Conclusions conclusions;
    private final Map<String, Atoms> atomsOf = new HashMap<>();

    ViewRelations(Figures figures, Described described, Conclusions conclusions) {
        this.figures = figures;
        this.described = described;
        this.conclusions = conclusions;
    }

    void views(String group, List<Count> counts) {
        for (Cell block : figures.blocks(group)) {
            SortedMap<String, List<Views.View>> byAttribute = new TreeMap<>();
            for (String stratifier : figures.strata(group, block).byStratifier().keySet()) {
                described
                        .views()
                        .find(stratifier)
                        .filter(view -> !view.attribute().isEmpty() && !view.isOfPractices() && !view.isCrossing())
                        .ifPresent(view -> byAttribute
                                .computeIfAbsent(view.attribute(), key -> new ArrayList<>())
                                .add(view));
            }
            byAttribute.forEach((attribute, views) -> {
                if (views.size() > 1 || !views.get(0).exclusive()) {
                    join(group, block, views, counts);
                }
            });
        }
    }

    private void join(String group, Cell block, List<Views.View> views, List<Count> counts) {
        String key = String.join("|", views.stream().map(Views.View::id).toList());
        if (views.size() > 1 && views.stream().anyMatch(view -> view.rule().isEmpty())) {
            conclusions.find(
                    Breach.NOT_PROVEN,
                    Relations.place(group, block, key),
                    "several views of one fact, and nothing says how they hang together");
            return;
        }
        Atoms atoms = atomsOf.computeIfAbsent(key, ids -> new Atoms(views));
        if (!atoms.isDescribable()) {
            conclusions.find(
                    Breach.NOT_PROVEN,
                    Relations.place(group, block, key),
                    "too many answers to look at all their combinations");
            return;
        }
        for (Count count : counts) {
            Quantity total = figures.of(group, block, count);
            if (total != null && !Quantity.ZERO.equals(total)) {
                join(group, block, views, atoms, count, total);
            }
        }
    }

    private void join(String group, Cell block, List<Views.View> views, Atoms atoms, Count count, Quantity total) {
        SortedMap<Cell, Quantity> strata = new TreeMap<>();
        for (Views.View view : views) {
            for (String stratum : view.strata().keySet()) {
                Cell cell = block.at(view.id(), stratum);
                Quantity quantity = figures.of(group, cell, count);
                if (quantity != null) {
                    strata.put(cell, quantity);
                }
            }
        }
        nested(group, strata, atoms, count);
        Map<Cell, Sum> sums = new HashMap<>();
        strata.forEach((cell, quantity) -> sums.put(cell, new Sum().minus(quantity)));
        Sum everybody = new Sum().minus(total);
        for (AtomClass atomClass : classes(views, atoms)) {
            Quantity people = helper();
            everybody.plus(people);
            spread(block, views, atoms, atomClass, people, sums);
        }
        missing(block, views, atoms, sums, everybody);
        String what = "views of one answer, " + count.column();
        sums.forEach((cell, sum) -> conclusions.helping(sum, Relations.place(group, cell, what)));
        conclusions.helping(everybody, Relations.place(group, block, what));
    }

    private Quantity helper() {
        return Quantity.unknown(conclusions.unknowns().add(0));
    }

    private static List<AtomClass> classes(List<Views.View> views, Atoms atoms) {
        SortedMap<String, List<Integer>> bySignature = new TreeMap<>();
        for (int atom = 0; atom < atoms.size(); atom++) {
            if (atoms.answers(atom) != 0) {
                bySignature
                        .computeIfAbsent(atoms.exclusiveStrata(atom), key -> new ArrayList<>())
                        .add(atoms.answers(atom));
            }
        }
        boolean overlapping = views.stream().anyMatch(view -> !view.exclusive());
        List<AtomClass> classes = new ArrayList<>();
        // Where all views are exclusive, the first set of a class stands for all: none is told apart.
        bySignature
                .values()
                .forEach(sets ->
                        classes.addAll(overlapping ? AtomClass.of(sets) : List.of(new AtomClass(sets.get(0), 0, 0))));
        return classes;
    }

    /** Adds people of a class to the strata they are in. */
    private void spread(
            Cell block,
            List<Views.View> views,
            Atoms atoms,
            AtomClass atomClass,
            Quantity people,
            Map<Cell, Sum> sums) {
        Quantity[] having = new Quantity[atoms.answerCount()];
        Sum together = new Sum();
        for (int answer = 0; answer < having.length; answer++) {
            if ((atomClass.certain() >> answer & 1) == 1) {
                having[answer] = people;
            } else if ((atomClass.free() >> answer & 1) == 1) {
                having[answer] = helper();
                together.plus(having[answer]);
                conclusions.helping(new Sum().plus(people).minus(having[answer]).minus(helper()), "");
            }
        }
        if (atomClass.fewest() > 0) {
            conclusions.helping(together.add(people, -atomClass.fewest()).minus(helper()), "");
        }
        int sample = atomClass.certain() | lowest(atomClass.free(), atomClass.fewest());
        for (Views.View view : views) {
            if (view.exclusive()) {
                exclusive(view, atoms, sample).forEach(stratum -> addTo(sums, block.at(view.id(), stratum), people));
            } else {
                overlapping(block, view, atoms, having, sums);
            }
        }
    }

    private static int lowest(int bits, int wanted) {
        int chosen = 0;
        int left = bits;
        for (int i = 0; i < wanted; i++) {
            int bit = Integer.lowestOneBit(left);
            chosen |= bit;
            left &= ~bit;
        }
        return chosen;
    }

    /** The stratum of a set of answers, and those of coarser steps that hold it. */
    private static List<String> exclusive(Views.View view, Atoms atoms, int answers) {
        for (int atom = 0; atom < atoms.size(); atom++) {
            if (atoms.answers(atom) == answers) {
                int of = atom;
                return view.strata().keySet().stream()
                        .filter(stratum -> atoms.of(view.id(), stratum).get(of))
                        .toList();
            }
        }
        throw new IllegalStateException("a set of answers without a stratum");
    }

    private static void overlapping(Cell block, Views.View view, Atoms atoms, Quantity[] having, Map<Cell, Sum> sums) {
        for (int answer = 0; answer < having.length; answer++) {
            if (having[answer] != null) {
                Quantity people = having[answer];
                atoms.taking(view, answer).ifPresent(stratum -> addTo(sums, block.at(view.id(), stratum), people));
            }
        }
    }

    private static void addTo(Map<Cell, Sum> sums, Cell cell, Quantity people) {
        Sum sum = sums.get(cell);
        if (sum != null) {
            sum.plus(people);
        }
    }

    private void missing(Cell block, List<Views.View> views, Atoms atoms, Map<Cell, Sum> sums, Sum everybody) {
        for (int atom = 0; atom < atoms.size(); atom++) {
            if (atoms.answers(atom) == 0) {
                Quantity people = helper();
                everybody.plus(people);
                for (Views.View view : views) {
                    for (String stratum : view.strata().keySet()) {
                        if (atoms.of(view.id(), stratum).get(atom)) {
                            addTo(sums, block.at(view.id(), stratum), people);
                        }
                    }
                }
            }
        }
    }

    /** Strata whose people are all in another one: equal if they are the same people, else the rest is a hidden part. */
    private void nested(String group, SortedMap<Cell, Quantity> strata, Atoms atoms, Count count) {
        for (Map.Entry<Cell, Quantity> one : strata.entrySet()) {
            BitSet inner = atoms.of(one.getKey().stratifier(), one.getKey().stratum());
            for (Map.Entry<Cell, Quantity> other : strata.entrySet()) {
                BitSet outer =
                        atoms.of(other.getKey().stratifier(), other.getKey().stratum());
                BitSet outside = (BitSet) inner.clone();
                outside.andNot(outer);
                boolean isOther =
                        !one.getKey().stratifier().equals(other.getKey().stratifier());
                if (isOther && !inner.isEmpty() && outside.isEmpty()) {
                    String place = Relations.place(
                            group,
                            other.getKey(),
                            "without " + one.getKey().stratifier() + " "
                                    + one.getKey().stratum() + ", " + count.column());
                    if (inner.equals(outer)) {
                        conclusions.relation(new Sum().plus(other.getValue()).minus(one.getValue()), place);
                    } else {
                        conclusions.atLeast(other.getValue(), one.getValue(), 0, place);
                    }
                }
            }
        }
    }
}
