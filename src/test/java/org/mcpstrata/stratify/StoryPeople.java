package org.mcpstrata.stratify;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.AgeAnchor;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Sufficiency;
import org.mcpstrata.time.MeasurementPeriod;

/** Invented people for tests: one at a time, or a seeded crowd. */
public final class StoryPeople {
    public static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);
    public static final Path STRATIFIER_FILE = Path.of("measures", "stratifiers.yaml");

    public static final MeasureInfo CONTROL = new MeasureInfo(
            "CMS165",
            "13",
            "Controlling High Blood Pressure",
            Scoring.PROPORTION,
            Improvement.HIGHER,
            "proportion",
            AgeAnchor.PERIOD_END,
            List.of(),
            List.of("overall"));
    public static final MeasureInfo SCREENING = new MeasureInfo(
            "CMS2",
            "14",
            "Screening for Depression and Follow-Up Plan",
            Scoring.PROPORTION,
            Improvement.HIGHER,
            "proportion",
            AgeAnchor.PERIOD_START,
            List.of(),
            List.of("12 to 17", "18 and older"));
    public static final MeasureInfo VISITS = new MeasureInfo(
            "EDU",
            "1",
            "Emergency Department Utilization",
            Scoring.RATE,
            Improvement.LOWER,
            "visits per 1000 member months",
            AgeAnchor.PERIOD_END,
            List.of("counted by open rules"),
            List.of("overall"),
            null,
            List.of(new DerivedRate(
                    "observed to expected",
                    "overall",
                    DerivedRate.Kind.OBSERVED_TO_EXPECTED,
                    Scoring.RATIO,
                    Improvement.LOWER,
                    "observed/expected",
                    "")),
            new RiskModel(
                    "open",
                    "",
                    new TreeSet<>(List.of(RiskModel.Factor.AGE_BAND, RiskModel.Factor.SEX)),
                    List.of(new RiskModel.Band("0-64", 0, 64), new RiskModel.Band("65+", 65, Integer.MAX_VALUE)),
                    10,
                    List.of()),
            null,
            true);
    public static final MeasureInfo COST = new MeasureInfo(
            "TPCC",
            "1",
            "Total Per Capita Cost",
            Scoring.CONTINUOUS,
            Improvement.LOWER,
            "US dollars per beneficiary month",
            AgeAnchor.PERIOD_END,
            List.of(),
            List.of("overall"));
    public static final List<MeasureInfo> MEASURES = List.of(CONTROL, SCREENING, VISITS, COST);

    static final List<Practice> PRACTICES = List.of(
            new Practice("PR1", "First Practice", "000000001", "CO", 1, "STANDARD"),
            new Practice("PR2", "Second Practice", "000000002", "CO", 2, "FQHC"),
            new Practice("PR3", "Third Practice", "000000003", "NM", 3, "IHS_TRIBAL"),
            Practice.unattributed("WA"));

    private StoryPeople() {}

    /** A person with a birth date and answers, in an invented practice and payer. */
    public static Person person(String id, LocalDate birth, Map<Attribute, ResolvedAttribute> attributes) {
        return person(id, birth, attributes, PRACTICES.get(0), new TreeSet<>(List.of("MEDICARE_FFS", "payer:alpha")));
    }

    static Person person(
            String id,
            LocalDate birth,
            Map<Attribute, ResolvedAttribute> attributes,
            Practice practice,
            SortedSet<String> scopes) {
        return new PersonDraft(id)
                .members(List.of(new Member("alpha", "member-of-" + id)))
                .born(birth)
                .livingIn(practice.state())
                .scopes(scopes)
                .at(practice)
                .with(attributes)
                .build();
    }

    public static ResolvedAttribute answer(String... values) {
        return new ResolvedAttribute(List.of(values), null, EvidenceTier.SELF_REPORT, false, true);
    }

    public static Map<Attribute, ResolvedAttribute> race(String... values) {
        return Map.of(Attribute.RACE_ETHNICITY, answer(values));
    }

    /** A verdict of a proportion for somebody in its denominator. */
    public static Verdict met(MeasureInfo measure, boolean numerator) {
        return verdict(measure, true, true, numerator, null, null, null);
    }

    /** A verdict on somebody who is in no population. */
    static Verdict outside(MeasureInfo measure) {
        return verdict(measure, false, false, false, null, null, null);
    }

    /** A verdict that rests on a survey response about the first practice, of somebody in the initial population alone. */
    static Verdict answered() {
        return verdict(VISITS, true, false, false, null, null, new SurveyResponse(PRACTICES.get(0), List.of(1)));
    }

    /** A verdict that counts something of somebody in the denominator. */
    public static Verdict observed(MeasureInfo measure, String observation, String exposure) {
        return verdict(
                measure,
                true,
                true,
                false,
                new BigDecimal(observation),
                exposure == null ? null : new BigDecimal(exposure),
                null);
    }

    private static Verdict verdict(
            MeasureInfo measure,
            boolean initialPopulation,
            boolean denominator,
            boolean numerator,
            BigDecimal observation,
            BigDecimal exposure,
            SurveyResponse response) {
        return new Verdict(
                measure.measureId(),
                measure.rateIds().get(0),
                initialPopulation,
                denominator,
                false,
                false,
                numerator,
                observation,
                exposure,
                Map.of(),
                response,
                List.of(),
                List.of(),
                Sufficiency.SUFFICIENT);
    }

    /** A crowd with every sort of answer, practice, payer and verdict; the same for the same seed. */
    public static List<PersonVerdicts> crowd(int size, long seed) {
        Random random = new Random(seed);
        List<PersonVerdicts> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = String.format("P%016x", i * 0x9E3779B97F4A7C15L);
            Person person = person(
                    id,
                    random.nextInt(50) == 0 ? null : LocalDate.of(1930, 1, 1).plusDays(random.nextInt(365 * 90)),
                    answers(random),
                    PRACTICES.get(random.nextInt(PRACTICES.size())),
                    scopes(random));
            List<Verdict> verdicts = new ArrayList<>();
            for (MeasureInfo measure : MEASURES) {
                for (String rateId : measure.rateIds()) {
                    verdicts.add(verdict(random, measure, rateId));
                }
            }
            crowd.add(new PersonVerdicts(person, verdicts));
        }
        return crowd;
    }

    private static Map<Attribute, ResolvedAttribute> answers(Random random) {
        Map<Attribute, ResolvedAttribute> answers = new EnumMap<>(Attribute.class);
        List<String> races = List.of("AIAN", "ASIAN", "BLACK", "HISPANIC", "MENA", "NHPI", "WHITE", "OTHER");
        TreeSet<String> chosen = new TreeSet<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            chosen.add(races.get(random.nextInt(races.size())));
        }
        Missing reason = Missing.values()[random.nextInt(Missing.values().length)];
        answers.put(
                Attribute.RACE_ETHNICITY,
                chosen.isEmpty()
                        ? ResolvedAttribute.missing(reason)
                        : new ResolvedAttribute(
                                List.copyOf(chosen),
                                null,
                                EvidenceTier.values()[random.nextInt(4)],
                                random.nextBoolean(),
                                random.nextBoolean()));
        answers.put(Attribute.SEX, random.nextInt(9) == 0 ? ResolvedAttribute.missing(reason) : answer(sex(random)));
        answers.put(
                Attribute.LANGUAGE, answer(List.of("en", "en", "en", "es", "vi").get(random.nextInt(5))));
        return answers;
    }

    private static String sex(Random random) {
        return random.nextBoolean() ? "F" : "M";
    }

    private static SortedSet<String> scopes(Random random) {
        SortedSet<String> scopes = new TreeSet<>();
        if (random.nextBoolean()) {
            scopes.addAll(List.of("MEDICARE_FFS", "payer:alpha"));
        }
        if (random.nextInt(3) == 0) {
            scopes.addAll(List.of("MEDICAID_MCO", "payer:beta"));
        }
        return scopes;
    }

    private static Verdict verdict(Random random, MeasureInfo measure, String rateId) {
        boolean inside = random.nextInt(4) > 0;
        int fate = inside ? random.nextInt(8) : -1;
        boolean proportion = measure.scoring() == Scoring.PROPORTION;
        return new Verdict(
                measure.measureId(),
                rateId,
                inside,
                inside,
                fate == 0,
                fate == 1,
                fate > 4 && proportion,
                proportion || !inside ? null : BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                proportion || !inside ? null : BigDecimal.valueOf(1 + random.nextInt(12)),
                Map.of(),
                null,
                fate == 0 ? List.of("hospice services") : List.of(),
                fate == 0
                        ? List.of(new Evidence(
                                "hospice services",
                                LocalDate.of(2025, 3, 1 + random.nextInt(28)),
                                "HCPCS|G9473",
                                "",
                                "",
                                Evidence.Path.PROC,
                                new Provenance("alpha", "drop-1", "claims.csv", 1 + random.nextInt(999))))
                        : List.of(),
                Sufficiency.values()[random.nextInt(3)]);
    }
}
