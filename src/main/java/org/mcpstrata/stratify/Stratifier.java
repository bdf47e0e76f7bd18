package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.ResolvedAttribute;

/** One way to group people, with all its strata in display order, those for missing answers last. */
public final class Stratifier implements Serializable {
    private final String id;
    private final String standard;
    private final Coverage coverage;
    private final StratumRule rule;
    private final SmallStrata smallStrata;
    private final List<Stratum> strata;
    private final Map<String, Stratum> byId = new HashMap<>();

    /** What {@code coverage_pct} of the stratifier counts. */
    public enum Coverage {
        /** People with a known value. */
        ANSWERED,
        /** People whose answer was collected under the combined question of 2024. */
        ASKED_2024
    }

    Stratifier(
            String id,
            String standard,
            Coverage coverage,
            StratumRule rule,
            SmallStrata smallStrata,
            List<Stratum> strata) {
        this.id = requireNonNull(id, "id");
        this.standard = requireNonNull(standard, "standard");
        this.coverage = requireNonNull(coverage, "coverage");
        this.rule = requireNonNull(rule, "rule");
        this.smallStrata = requireNonNull(smallStrata, "smallStrata");
        this.strata = List.copyOf(strata);
        for (Stratum stratum : this.strata) {
            if (byId.put(stratum.id(), stratum) != null) {
                throw new IllegalArgumentException("stratifier " + id + " repeats stratum " + stratum.id());
            }
        }
    }

    /** The given strata and one for every missing kind. */
    static List<Stratum> withMissing(List<Stratum> strata) {
        List<Stratum> all = new ArrayList<>(strata);
        for (Missing missing : Missing.values()) {
            all.add(Stratum.missing(missing));
        }
        return all;
    }

    /** The strata a person is in on a measure's anchor date; never empty, exactly one when exclusive. */
    List<Stratum> strataOf(Person person, LocalDate on) {
        List<String> ids = rule.strata(person, on);
        if (ids.size() == 1) {
            return List.of(stratum(ids.get(0)));
        }
        return ids.stream().map(this::stratum).toList();
    }

    /** The stratum of that id; an unknown id is a defect. */
    public Stratum stratum(String stratumId) {
        Stratum stratum = byId.get(stratumId);
        if (stratum == null) {
            throw new IllegalArgumentException("stratifier " + id + " has no stratum " + stratumId);
        }
        return stratum;
    }

    public String id() {
        return id;
    }

    /** The standard behind the strata; empty for TOTAL. */
    public String standard() {
        return standard;
    }

    public boolean exclusive() {
        return rule.exclusive();
    }

    public List<Stratum> strata() {
        return strata;
    }

    Coverage coverage() {
        return coverage;
    }

    StratumRule rule() {
        return rule;
    }

    SmallStrata smallStrata() {
        return smallStrata;
    }

    /** Whether its strata are pairs of strata of two others. */
    public boolean isCrossing() {
        return rule instanceof CrossingRule;
    }

    /** What people say or are said to be that its strata rest on. */
    Set<Attribute> attributes() {
        return rule.attributes();
    }

    /** The stratifiers that it is made of: both sides of a crossing, else itself. */
    Set<String> sides() {
        return isCrossing() ? strata.get(0).components().keySet() : Set.of(id);
    }

    /** What its strata rest on that the public tier never splits further; empty for most. */
    public Optional<Attribute> neverSplit() {
        return Safeguards.neverSplit(rule);
    }

    /**
     * What its strata tell, together with every other stratifier that says the same here: of these one at most is published
     * (decision 57). Empty where no other stratifier tells it.
     */
    public Optional<String> told() {
        if (rule instanceof FactRule of) {
            return of.fact().told();
        }
        if (rule instanceof OneQuestion) {
            return Optional.of(Attribute.RACE_ETHNICITY.name());
        }
        return view().map(AnswerView::attribute);
    }

    /** Whether its strata are what screenings for social needs came to. */
    public boolean isScreening() {
        return rule.isScreening();
    }

    /** Who is in its stratum NOT_APPLICABLE, where others have the same people there; else empty. */
    public Optional<String> inapplicable() {
        return rule instanceof FactRule of ? of.fact().inapplicable() : Optional.empty();
    }

    /** What people answered, and which answers each stratum takes; empty where the strata rest on no answer. */
    public Optional<AnswerView> view() {
        if (rule instanceof SingleAnswer single) {
            return Optional.of(AnswerView.of(single.answered(), "single answer", single.stratumOf(), ""));
        }
        if (rule instanceof CombinedAnswer combined) {
            return Optional.of(
                    AnswerView.of(combined.answered(), "combined answer", combined.stratumOf(), combined.wins()));
        }
        if (rule instanceof EveryAnswer every) {
            return Optional.of(AnswerView.of(every.answered(), "every answer", every.stratumOf(), ""));
        }
        return Optional.empty();
    }

    boolean isAnswered() {
        return rule.attribute().isPresent();
    }

    /** The person's answer behind this stratifier; only where {@link #isAnswered()}. */
    ResolvedAttribute answer(Person person) {
        return person.attribute(rule.attribute().orElseThrow());
    }

    @Override
    public String toString() {
        return id;
    }
}
