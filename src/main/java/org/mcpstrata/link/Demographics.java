package org.mcpstrata.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.Speakers;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.MeasurementPeriod;

/** From the demographic evidence of one person to one resolved answer per attribute. */
final class Demographics {
    private static final String COMBINED_QUESTION = "2024";
    private static final Column ATTRIBUTE = Table.DEMOGRAPHICS.column("attribute");
    private static final Column VALUE = Table.DEMOGRAPHICS.column("value");
    private static final Column REASON = Table.DEMOGRAPHICS.column("missing_reason");
    private static final Column METHOD = Table.DEMOGRAPHICS.column("method");
    private static final Column OBSERVED = Table.DEMOGRAPHICS.column("observed_date");
    private static final Column COLLECTED_UNDER = Table.DEMOGRAPHICS.column("collected_under");

    private final MeasurementPeriod period;
    private final Drops drops;
    private final PersonPolicy policy;

    Demographics(MeasurementPeriod period, Drops drops, PersonPolicy policy) {
        this.period = period;
        this.drops = drops;
        this.policy = policy;
    }

    /**
     * What belongs to one statement: one payer and member, under whatever Medicare number, one attribute, one method and one
     * day.
     */
    private record Occasion(
            Member member, Attribute attribute, EvidenceTier tier, LocalDate observed, boolean combined) {}

    /** What one drop says of one member. */
    private record Delivery(Member member, String dropId) {
        static Delivery of(CanonicalRow row) {
            return new Delivery(row.member(), row.dropId());
        }
    }

    /** One of the questions of a statement as one drop answers it. */
    private record Question(Occasion occasion, String attribute) {}

    Map<Attribute, ResolvedAttribute> resolve(List<CanonicalRow> rows) {
        return evidence(List.of(), rows).resolved();
    }

    /** @param members all that the person is, in whatever rows */
    DemographicEvidence evidence(List<Member> members, List<CanonicalRow> rows) {
        Map<Attribute, List<Statement>> statements = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            statements.put(attribute, new ArrayList<>());
        }
        Map<Delivery, Answer> stated = statedSex(rows);
        rows.stream()
                .filter(row -> agrees(row, stated.get(Delivery.of(row))))
                .map(row -> Described.of(row, period))
                .flatMap(List::stream)
                .forEach(sex -> statements.get(Attribute.SEX).add(sex));
        List<CanonicalRow> coverage = rows.stream()
                .filter(row -> Coverage.covers(row, drops))
                .filter(row -> !row.date("enrollment_start_date").isAfter(period.end()))
                .toList();
        occasions(newestOfEachQuestion(rows, coverage))
                .forEach((occasion, answers) ->
                        statements.get(occasion.attribute()).add(statement(occasion, answers)));
        SortedSet<String> payers = new TreeSet<>();
        members.forEach(member -> payers.add(member.payerId()));
        return new DemographicEvidence(payers, statements, new Resolution(policy));
    }

    /** What each drop states of its members' sex apart from the gender of their rows, without a day of its own. */
    private static Map<Delivery, Answer> statedSex(List<CanonicalRow> rows) {
        Map<Delivery, Answer> stated = new HashMap<>();
        for (CanonicalRow row : rows) {
            if (row.table() == Table.DEMOGRAPHICS && attribute(row) == Attribute.SEX && row.date(OBSERVED) == null) {
                stated.merge(
                        Delivery.of(row),
                        answer(Attribute.SEX, row),
                        (one, other) -> Answer.together(List.of(one, other)));
            }
        }
        return stated;
    }

    /**
     * A FHIR patient bears a gender whatever its sex: where the same resource states a sex (us-core-sex, us-core-birthsex),
     * this is the sex, and a gender that differs is no evidence of another.
     *
     * @param stated null where the drop states none
     */
    private boolean agrees(CanonicalRow row, Answer stated) {
        return row.table() != Table.PATIENT
                || stated == null
                || !stated.hasValue()
                || Described.of(row, period).stream()
                        .allMatch(gender -> gender.main().equals(stated));
    }

    /** A newer drop that answers the same question of the same occasion replaces the older answer as a whole. */
    private Map<Question, List<CanonicalRow>> newestOfEachQuestion(
            List<CanonicalRow> rows, List<CanonicalRow> coverage) {
        Speakers speakers = Speakers.of(rows);
        Map<Question, List<CanonicalRow>> newest = new HashMap<>();
        Map<Question, Integer> drop = new HashMap<>();
        for (CanonicalRow row : rows) {
            if (row.table() == Table.DEMOGRAPHICS && inTime(row) && attribute(row) != null) {
                Question question = new Question(occasion(row, coverage, speakers), row.text(ATTRIBUTE));
                int rank = drops.rank(row.payerId(), row.dropId());
                int held = drop.getOrDefault(question, -1);
                if (rank > held) {
                    drop.put(question, rank);
                    newest.put(question, new ArrayList<>());
                }
                if (rank >= held) {
                    newest.get(question).add(row);
                }
            }
        }
        return newest;
    }

    private static Map<Occasion, List<CanonicalRow>> occasions(Map<Question, List<CanonicalRow>> questions) {
        Map<Occasion, List<CanonicalRow>> occasions = new HashMap<>();
        questions.forEach((question, rows) -> occasions
                .computeIfAbsent(question.occasion(), any -> new ArrayList<>())
                .addAll(rows));
        return occasions;
    }

    private static Statement statement(Occasion occasion, List<CanonicalRow> rows) {
        List<Answer> main = new ArrayList<>();
        List<Answer> ethnicity = new ArrayList<>();
        for (CanonicalRow row : rows) {
            Answer answer = answer(occasion.attribute(), row);
            (isEthnicity(row, answer) ? ethnicity : main).add(answer);
        }
        Answer race = Answer.together(main);
        Answer hispanic = Answer.together(ethnicity);
        if (hispanic.values().size() > 1) {
            // Ticked both ways: the category stands, as with any real answer beside another one.
            hispanic = Answer.of(DemographicCodes.HISPANIC);
        }
        if (occasion.combined() && race.hasValue() && hispanic.isAbsent()) {
            hispanic = Answer.of(DemographicCodes.NOT_HISPANIC);
        }
        return new Statement(
                occasion.member().payerId(), occasion.tier(), occasion.observed(), occasion.combined(), race, hispanic);
    }

    private static Answer answer(Attribute attribute, CanonicalRow row) {
        if (row.text(VALUE) != null) {
            return DemographicCodes.answer(attribute, row.text(VALUE));
        }
        return Answer.missing(
                row.text(REASON) == null ? Missing.NO_INFORMATION : DemographicCodes.reason(row.text(REASON)));
    }

    /** A real code belongs to the question it answers, whatever the row calls itself. */
    private static boolean isEthnicity(CanonicalRow row, Answer answer) {
        if (answer.hasValue()) {
            return answer.values().contains(DemographicCodes.HISPANIC)
                    || answer.values().contains(DemographicCodes.NOT_HISPANIC);
        }
        return row.text(ATTRIBUTE).equals("ethnicity");
    }

    private Occasion occasion(CanonicalRow row, List<CanonicalRow> coverage, Speakers speakers) {
        Member speaker = speakers.first(row.member());
        EvidenceTier tier = tier(row.text(METHOD));
        LocalDate observed = row.date(OBSERVED);
        if (observed == null && !tier.isSelfReport()) {
            observed = lastCoveredMonth(speaker, coverage, speakers);
        }
        return new Occasion(
                speaker,
                attribute(row),
                tier,
                observed == null ? LocalDate.MIN : observed,
                COMBINED_QUESTION.equals(row.text(COLLECTED_UNDER)));
    }

    /**
     * The coverage month that undated administrative evidence describes (founding decision 8); null without coverage.
     */
    private LocalDate lastCoveredMonth(Member speaker, List<CanonicalRow> coverage, Speakers speakers) {
        return coverage.stream()
                .filter(row -> speakers.first(row.member()).equals(speaker))
                .map(row -> Described.day(row, period).withDayOfMonth(1))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Attribute attribute(CanonicalRow row) {
        return Attribute.parse(row.text(ATTRIBUTE)).orElse(null);
    }

    /** The grace period is for dated self-reports; administrative evidence speaks of the month it bears. */
    private boolean inTime(CanonicalRow row) {
        LocalDate observed = row.date(OBSERVED);
        int grace = tier(row.text(METHOD)).isSelfReport() ? policy.graceDays() : 0;
        return observed == null || !observed.isAfter(period.end().plusDays(grace));
    }

    private static EvidenceTier tier(String method) {
        return switch (method) {
            case "SELF_REPORT" -> EvidenceTier.SELF_REPORT;
            case "SELF_REPORT_ENROLLMENT" -> EvidenceTier.SELF_REPORT_ENROLLMENT;
            case "INDIRECT_LABEL" -> EvidenceTier.INDIRECT_LABEL;
            // Where nobody can say how an answer came about, it is administrative.
            default -> EvidenceTier.ADMINISTRATIVE;
        };
    }
}
