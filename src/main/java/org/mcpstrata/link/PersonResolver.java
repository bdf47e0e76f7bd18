package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.OptionalFacts;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.SocialNeeds;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.Enrollment;
import org.mcpstrata.time.MeasurementPeriod;

/** Settles everything about one person that measures and strata ask for, from the rows of all payer members. */
public final class PersonResolver {
    private final MeasurementPeriod period;
    private final Drops drops;
    private final PersonPolicy policy;

    public PersonResolver(MeasurementPeriod period, Drops drops, PersonPolicy policy) {
        this.period = requireNonNull(period, "period");
        this.drops = requireNonNull(drops, "drops");
        this.policy = requireNonNull(policy, "policy");
    }

    /**
     * A person who is the members that their rows name.
     *
     * @param personRows the person's rows that count, after final action, in any order; rows of providers are ignored
     */
    public Person resolve(String personId, List<CanonicalRow> personRows) {
        return settle(personId, personRows).person();
    }

    /** The same, with the evidence their attributes were resolved from. */
    Settled settle(String personId, List<CanonicalRow> personRows) {
        List<Member> members = personRows.stream()
                .filter(row -> row.table() != Table.PROVIDER)
                .map(CanonicalRow::member)
                .distinct()
                .sorted()
                .toList();
        return settle(personId, members, personRows, Mention.of(personRows));
    }

    /**
     * The person, and the evidence their attributes were resolved from.
     *
     * @param members all that the person is, in order: not every member has a row that counts
     * @param mentions all drops that speak of the person, also by rows that do not count
     */
    public Settled settle(
            String personId, List<Member> members, List<CanonicalRow> personRows, Collection<Mention> mentions) {
        List<CanonicalRow> rows = ordered(personRows);
        DemographicEvidence evidence = new Demographics(period, drops, policy).evidence(members, rows);
        return new Settled(resolve(personId, members, rows, mentions, evidence.resolved(), needs(rows)), evidence);
    }

    /** A person with the demographic evidence behind them. */
    public record Settled(Person person, DemographicEvidence evidence) {
        public Settled {
            requireNonNull(person, "person");
            requireNonNull(evidence, "evidence");
        }
    }

    /**
     * A person as known in another period, with what they say of themselves and of their needs there, so that nobody
     * changes strata between the two.
     *
     * @param mentions as for {@link #settle}
     */
    public Person resolveLike(Person known, List<CanonicalRow> personRows, Collection<Mention> mentions) {
        return resolve(
                known.personId(),
                known.members(),
                ordered(personRows),
                mentions,
                known.attributes(),
                known.optional().needs());
    }

    private Person resolve(
            String personId,
            List<Member> members,
            List<CanonicalRow> rows,
            Collection<Mention> mentions,
            Map<Attribute, ResolvedAttribute> attributes,
            SocialNeeds needs) {
        VitalFacts vital = new VitalFacts(rows, period, drops, policy);
        SortedMap<String, SortedSet<LineOfBusiness>> linesOfDrops = LinesOfBusiness.ofDrops(mentions, drops);
        Coverage coverage = new Coverage(rows, linesOfDrops, period, drops);
        String residence = vital.residenceState();
        Attribution attribution = new Attribution(rows, period, drops, policy);
        MedicareFacts medicare =
                new MedicareFacts(rows, coverage.linesWithoutCoverage(), coverage.merged(), period, drops);
        return new Person(
                personId,
                members,
                vital.birth(),
                vital.death(),
                residence,
                coverage.merged(),
                coverage.payerScopes(),
                coverage.linesWithoutCoverage(),
                attribution.practice(coverage.days(), residence),
                attributes,
                medicare.dualStatus(),
                medicare.disability(),
                medicare.lowIncomeSubsidy(),
                policy.geography().of(vital.residence()),
                byMonth(attribution, rows),
                Enrollment.memberMonths(coverage.days(), period).size(),
                optional(rows, vital.residence(), needs));
    }

    /** Null where no results are by them. */
    private SocialNeeds needs(List<CanonicalRow> rows) {
        LocalDate until = policy.wanted().screenedUntil();
        return until == null ? null : new Screenings(period, until, drops).of(rows);
    }

    private OptionalFacts optional(List<CanonicalRow> rows, Residence residence, SocialNeeds needs) {
        WantedFacts wanted = policy.wanted();
        if (wanted.equals(WantedFacts.NONE)) {
            return OptionalFacts.NONE;
        }
        IndirectEstimates estimates = wanted.estimates();
        return new OptionalFacts(
                estimates == null
                        ? null
                        : new Probabilities(estimates, drops, policy).of(rows).orElse(null),
                wanted.county() ? Geography.county(residence) : null,
                needs);
    }

    /**
     * The practice of each month (1 to 12) of the period, by the same rules on the month's 15th day; months without an
     * attribution are absent. Cost is attributed month by month (founding decision 5). Who was never attributed by
     * anyone may have a practice by candidate events.
     */
    private SortedMap<Integer, Practice> byMonth(Attribution attribution, List<CanonicalRow> rows) {
        return attribution.isStated() || policy.candidates() == null
                ? attribution.byMonth()
                : new CandidateEvents(policy.candidates(), policy.practices()).byMonth(rows, period);
    }

    private List<CanonicalRow> ordered(List<CanonicalRow> personRows) {
        return personRows.stream()
                .filter(row -> row.table() != Table.PROVIDER)
                .sorted(new RowOrder(drops))
                .toList();
    }
}
