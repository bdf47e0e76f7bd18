package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.AgeAnchor;
import org.mcpstrata.model.MeasureInfo.Scoring;
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

    private final Stratifiers stratifiers;
    private final MeasurementPeriod period;
    private final CountedRates rates;
    private final Optional<IndirectCounter> indirect;
    private final Map<String, MeasureInfo> measures = new HashMap<>();
    private final CostBook.Writer costs = new CostBook.Writer();
    private final SortedMap<String, Practice> practices = new TreeMap<>();
    private final NumberedStrata strata = new NumberedStrata();
    private final CellTallies cells;
    private final CellTallies counties;
    private final SortedMap<Integer, SortedMap<Integer, ReferenceSums>> references = new TreeMap<>();

    /**
     * A verdict and the position of its rate among all rates.
     *
     * @param first whether it stands for the person in strata where no other verdict counts
     */
    private record RatedVerdict(int rate, Weighed weighed, boolean first) {
        /**
         * Whether strata count it. Who is in no population is counted in the total alone, and once in each stratum, from
         * which it is known how many people the stratum has: most verdicts are of this kind.
         */
        boolean isInside() {
            return first || weighed.verdict().initialPopulation();
        }
    }

    /**
     * A verdict with the position of its rate, and what is the same in every payer scope.
     *
     * @param ageBand of a proportion's performance denominator, on the day its age bands look
     */
    private record PlacedVerdict(Verdict verdict, int rate, MeasureInfo measure, int riskCell, AgeBand ageBand) {
        Weighed in(String scope) {
            Verdict own = scope.equals(ALL) ? verdict : verdict.inScope(scope);
            return measure.cost() == null ? Weighed.of(own, riskCell, ageBand) : Weighed.peopleOf(own);
        }
    }

    /** A stratum to count a person in, with what is known of the answer behind it. */
    private record Slot(String stratifierId, String stratumId, int stratum, Answer answer) {
        boolean isTotal() {
            return stratifierId.equals(Stratifiers.TOTAL);
        }

        boolean isUnion() {
            return stratumId.equals(CellGroup.UNION);
        }
    }

    CellCounter(Stratifiers stratifiers, MeasurementPeriod period, List<MeasureInfo> measures) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.period = requireNonNull(period, "period");
        this.rates = new CountedRates(measures);
        this.cells = new CellTallies(strata, rates.size());
        this.counties = new CellTallies(strata, rates.size());
        this.indirect = stratifiers.indirect().map(groups -> new IndirectCounter(groups, rates, cells));
        measures.forEach(measure -> this.measures.put(measure.measureId(), measure));
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
        Map<AgeAnchor, List<Slot>> slots = new EnumMap<>(AgeAnchor.class);
        byPractice.forEach((practice, verdicts) -> {
            if (practice.equals(person.practice())) {
                add(person, verdicts, slots);
            } else {
                add(person.at(practice), verdicts, new EnumMap<>(AgeAnchor.class));
            }
        });
        costs(counted, slots);
    }

    private void add(Person person, List<Verdict> verdicts, Map<AgeAnchor, List<Slot>> slots) {
        Practice known = practices.putIfAbsent(person.practice().id(), person.practice());
        if (known != null && !known.equals(person.practice())) {
            throw new IllegalArgumentException("one practice is described in two ways");
        }
        List<String> scopes = new ArrayList<>(person.payerScopes());
        scopes.add(ALL);
        List<PlacedVerdict> placed = placed(person, verdicts);
        for (String scope : scopes) {
            CellTallies.OfScope ofPractice = cells.of(person.practice().id(), scope);
            byAnchor(placed, scope).forEach((anchor, all) -> {
                List<RatedVerdict> inside =
                        all.stream().filter(RatedVerdict::isInside).toList();
                for (Slot slot : slots.computeIfAbsent(anchor, absent -> slots(person, absent))) {
                    List<RatedVerdict> rated = slot.isTotal() ? all : inside;
                    add(ofPractice.at(slot.stratum()), slot, rated);
                    if (scope.equals(ALL) && stratifiers.isBy(EntityType.COUNTY, slot.stratifierId())) {
                        add(counties.of(county(person), scope).at(slot.stratum()), slot, rated);
                    }
                }
            });
        }
        indirect.ifPresent(counter -> counter.add(person, scopes, verdicts));
    }

    /** Keeps the beneficiary months for later: what they count for depends on everybody's. */
    private void costs(PersonVerdicts counted, Map<AgeAnchor, List<Slot>> slots) {
        Map<String, List<BeneficiaryMonth>> byMeasure = new TreeMap<>();
        for (BeneficiaryMonth month : counted.months()) {
            byMeasure
                    .computeIfAbsent(month.measureId(), absent -> new ArrayList<>())
                    .add(month);
        }
        byMeasure.forEach((measureId, months) -> {
            MeasureInfo measure = measures.get(measureId);
            SortedMap<String, List<String>> ids = new TreeMap<>();
            SortedMap<String, List<BeneficiaryMonth>> byPayer = new TreeMap<>();
            for (BeneficiaryMonth month : months) {
                ids.computeIfAbsent(
                        month.practice().id(),
                        absent -> ids(counted.person(), month.practice(), measure.ageAnchor(), slots));
                byPayer.computeIfAbsent(month.payerId(), absent -> new ArrayList<>())
                        .add(month);
            }
            int riskCell = measure.risk()
                    .numberOf(counted.person(), measure.ageAnchor().in(period), period);
            List<PersonCost> payers = new ArrayList<>();
            byPayer.forEach((payer, own) -> payers.add(new PersonCost(
                    measureId,
                    payer,
                    riskCell,
                    own.get(0).score(),
                    own.stream().map(CellCounter::month).toList())));
            costs.add(
                    new PersonCosts(measureId, ids, payers),
                    months.stream().map(BeneficiaryMonth::practice).toList());
        });
    }

    /**
     * The strata that a person's months of a practice count in, which need not be the person's own practice.
     *
     * @param slots of the own practice
     */
    private List<String> ids(Person person, Practice practice, AgeAnchor anchor, Map<AgeAnchor, List<Slot>> slots) {
        List<Slot> there = practice.equals(person.practice())
                ? slots.computeIfAbsent(anchor, absent -> slots(person, absent))
                : slots(person.at(practice), anchor);
        List<String> ids = new ArrayList<>();
        for (Slot slot : there) {
            if (!slot.isUnion()) {
                ids.add(slot.stratifierId());
                ids.add(slot.stratumId());
            }
        }
        return ids;
    }

    private static PersonCost.Month month(BeneficiaryMonth month) {
        return new PersonCost.Month(
                month.practice().id(), month.lineOfBusiness().name(), month.dollars(), month.unpricedLines());
    }

    /** Verdicts with what is asked of them whatever the payer scope; what everybody came to in a risk cell is counted too. */
    private List<PlacedVerdict> placed(Person person, List<Verdict> verdicts) {
        List<PlacedVerdict> placed = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            int rate = rate(verdict);
            MeasureInfo measure = rates.measure(rate);
            LocalDate day = measure.ageAnchor().in(period);
            int riskCell = Weighed.NO_RISK;
            AgeBand ageBand = null;
            if (verdict.performanceDenominator()) {
                if (measure.risk() != null && measure.cost() == null) {
                    riskCell = measure.risk().numberOf(person, day, period);
                    references
                            .computeIfAbsent(rate, absent -> new TreeMap<>())
                            .merge(
                                    riskCell,
                                    new ReferenceSums(1, verdict.observation(), verdict.exposure()),
                                    ReferenceSums::plus);
                }
                ageBand = measure.scoring() == Scoring.PROPORTION ? AgeBand.of(person.birthDate(), day) : null;
            }
            placed.add(new PlacedVerdict(verdict, rate, measure, riskCell, ageBand));
        }
        return placed;
    }

    /** Verdicts by the day on which their age bands look, with what of their amounts belongs to the payer scope. */
    private static Map<AgeAnchor, List<RatedVerdict>> byAnchor(List<PlacedVerdict> verdicts, String scope) {
        Map<AgeAnchor, List<RatedVerdict>> byAnchor = new EnumMap<>(AgeAnchor.class);
        for (PlacedVerdict placed : verdicts) {
            List<RatedVerdict> rated =
                    byAnchor.computeIfAbsent(placed.measure().ageAnchor(), anchor -> new ArrayList<>());
            // Only some people were asked in a survey; of every other rate each person has a verdict.
            boolean first =
                    placed.verdict().response() == null && rated.stream().noneMatch(RatedVerdict::first);
            rated.add(new RatedVerdict(placed.rate(), placed.in(scope), first));
        }
        return byAnchor;
    }

    private static String county(Person person) {
        String county = person.optional().county();
        return county == null ? EntityType.UNKNOWN : county;
    }

    private static void add(Tally[] tallies, Slot slot, List<RatedVerdict> verdicts) {
        boolean union = slot.isUnion();
        for (RatedVerdict rated : verdicts) {
            Tally tally = Tally.at(tallies, rated.rate());
            if (union) {
                tally.addAnswer(rated.weighed(), slot.answer());
            } else {
                tally.add(rated.weighed(), slot.answer());
            }
        }
    }

    private int rate(Verdict verdict) {
        return rates.position(new RateKey(verdict.measureId(), verdict.rateId()));
    }

    private List<Slot> slots(Person person, AgeAnchor anchor) {
        List<Slot> slots = new ArrayList<>();
        for (Stratifier stratifier : stratifiers.all()) {
            List<Stratum> strata = stratifier.strataOf(person, anchor.in(period));
            Answer answer = answer(stratifier, strata, person);
            for (Stratum stratum : strata) {
                slots.add(slot(stratifier, stratum.id(), answer));
            }
            slots.add(slot(stratifier, CellGroup.UNION, answer));
        }
        return slots;
    }

    private Slot slot(Stratifier stratifier, String stratumId, Answer answer) {
        return new Slot(stratifier.id(), stratumId, strata.numberOf(stratifier.id(), stratumId), answer);
    }

    /** What is known of the answer that put a person into strata. */
    static Answer answer(Stratifier stratifier, List<Stratum> strata, Person person) {
        boolean known = strata.stream().anyMatch(stratum -> !stratum.kind().isMissing());
        if (!stratifier.isAnswered()) {
            return new Answer(known, false, false, false);
        }
        ResolvedAttribute answer = stratifier.answer(person);
        if (stratifier.rule() instanceof OneQuestion question) {
            // The other question may have another answer, or one of another tier, or none.
            EvidenceTier tier = question.tier(answer);
            boolean direct = tier != null && tier != EvidenceTier.INDIRECT_LABEL;
            return new Answer(known, direct && answer.collectedUnder2024(), direct, answer.conflict());
        }
        return new Answer(
                known,
                answer.isAnswered() && answer.collectedUnder2024(),
                answer.isAnswered() && answer.tier() != EvidenceTier.INDIRECT_LABEL,
                answer.conflict());
    }

    /** What was counted. */
    public PartialCells partial() {
        return PartialCells.of(new PartialCells.Content(
                practices, cells.counts(), Map.of(EntityType.COUNTY, counties.counts()), references));
    }

    /** The beneficiary months that were met. */
    public CostBook book() {
        return costs.book();
    }
}
