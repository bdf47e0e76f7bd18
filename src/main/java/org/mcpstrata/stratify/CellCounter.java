package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.AgeAnchor;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.stratify.Tally.Answer;
import org.mcpstrata.time.MeasurementPeriod;

/** Counts people into the cells of their practices, one partition at a time. */
public final class CellCounter {
    /** Everybody, whoever pays. */
    static final String ALL = "ALL";

    /** Tier of answers that were inferred, not given (stratification.md 2.2). */
    private static final int INDIRECT_TIER = 4;

    private final Stratifiers stratifiers;
    private final MeasurementPeriod period;
    private final Map<RateKey, Integer> rateIndex = new LinkedHashMap<>();
    private final List<AgeAnchor> anchors = new ArrayList<>();
    private final SortedMap<String, Practice> practices = new TreeMap<>();
    private final Map<CellGroup, Tally[]> groups = new HashMap<>();

    /** A verdict and the position of its rate among all rates. */
    private record RatedVerdict(int rate, Weighed weighed) {}

    /** A place to count a person, with what is known of the answer behind it. */
    private record Slot(String stratifierId, String stratumId, Answer answer) {}

    CellCounter(Stratifiers stratifiers, MeasurementPeriod period, List<MeasureInfo> measures) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.period = requireNonNull(period, "period");
        for (MeasureInfo measure : measures) {
            for (String rateId : measure.rateIds()) {
                if (rateIndex.put(new RateKey(measure.measureId(), rateId), anchors.size()) != null) {
                    throw new IllegalArgumentException("rate " + rateId + " of " + measure.measureId() + " is twice");
                }
                anchors.add(measure.ageAnchor());
            }
        }
    }

    /** Counts one person; each person once. A survey response counts for the practice it is about. */
    public void add(PersonVerdicts counted) {
        Person person = counted.person();
        Map<Practice, List<Verdict>> byPractice = new LinkedHashMap<>();
        for (Verdict verdict : counted.verdicts()) {
            byPractice
                    .computeIfAbsent(verdict.practice(person), practice -> new ArrayList<>())
                    .add(verdict);
        }
        byPractice.forEach((practice, verdicts) ->
                add(practice.equals(person.practice()) ? person : person.at(practice), verdicts));
    }

    private void add(Person person, List<Verdict> verdicts) {
        Practice known = practices.putIfAbsent(person.practice().id(), person.practice());
        if (known != null && !known.equals(person.practice())) {
            throw new IllegalArgumentException("one practice is described in two ways");
        }
        List<String> scopes = new ArrayList<>(person.payerScopes());
        scopes.add(ALL);
        Map<AgeAnchor, List<Slot>> slots = new EnumMap<>(AgeAnchor.class);
        for (String scope : scopes) {
            byAnchor(verdicts, scope).forEach((anchor, rated) -> {
                for (Slot slot : slots.computeIfAbsent(anchor, absent -> slots(person, absent))) {
                    add(
                            new CellGroup(person.practice().id(), scope, slot.stratifierId(), slot.stratumId()),
                            slot,
                            rated);
                }
            });
        }
    }

    /** Verdicts by the day on which their age bands look, with what of their amounts belongs to the payer scope. */
    private Map<AgeAnchor, List<RatedVerdict>> byAnchor(List<Verdict> verdicts, String scope) {
        Map<AgeAnchor, List<RatedVerdict>> byAnchor = new EnumMap<>(AgeAnchor.class);
        for (Verdict verdict : verdicts) {
            int rate = rate(verdict);
            Verdict own = scope.equals(ALL) ? verdict : verdict.inScope(scope);
            byAnchor.computeIfAbsent(anchors.get(rate), anchor -> new ArrayList<>())
                    .add(new RatedVerdict(rate, Weighed.of(own)));
        }
        return byAnchor;
    }

    private void add(CellGroup group, Slot slot, List<RatedVerdict> verdicts) {
        Tally[] tallies = groups.computeIfAbsent(group, absent -> new Tally[anchors.size()]);
        for (RatedVerdict rated : verdicts) {
            if (tallies[rated.rate()] == null) {
                tallies[rated.rate()] = new Tally();
            }
            if (slot.stratumId().equals(CellGroup.UNION)) {
                tallies[rated.rate()].addAnswer(rated.weighed(), slot.answer());
            } else {
                tallies[rated.rate()].add(rated.weighed(), slot.answer());
            }
        }
    }

    private int rate(Verdict verdict) {
        Integer index = rateIndex.get(new RateKey(verdict.measureId(), verdict.rateId()));
        if (index == null) {
            throw new IllegalArgumentException(
                    "no measure of the run has rate " + verdict.rateId() + " of " + verdict.measureId());
        }
        return index;
    }

    private List<Slot> slots(Person person, AgeAnchor anchor) {
        List<Slot> slots = new ArrayList<>();
        for (Stratifier stratifier : stratifiers.all()) {
            List<Stratum> strata = stratifier.strataOf(person, anchor.in(period));
            Answer answer = answer(stratifier, strata, person);
            for (Stratum stratum : strata) {
                slots.add(new Slot(stratifier.id(), stratum.id(), answer));
            }
            slots.add(new Slot(stratifier.id(), CellGroup.UNION, answer));
        }
        return slots;
    }

    private static Answer answer(Stratifier stratifier, List<Stratum> strata, Person person) {
        boolean known = strata.stream().anyMatch(stratum -> !stratum.kind().isMissing());
        if (!stratifier.isAnswered()) {
            return new Answer(known, false, false, false);
        }
        ResolvedAttribute answer = stratifier.answer(person);
        return new Answer(
                known,
                answer.isAnswered() && answer.collectedUnder2024(),
                answer.isAnswered() && answer.tier() > 0 && answer.tier() < INDIRECT_TIER,
                answer.conflict());
    }

    /** What was counted. */
    public PartialCells partial() {
        Map<CellGroup, Counts[]> cells = new HashMap<>(2 * groups.size());
        groups.forEach((group, tallies) -> {
            Counts[] rates = new Counts[tallies.length];
            for (int i = 0; i < rates.length; i++) {
                rates[i] = tallies[i] == null ? null : tallies[i].counts();
            }
            cells.put(group, rates);
        });
        return PartialCells.of(new PartialCells.Content(practices, cells));
    }
}
