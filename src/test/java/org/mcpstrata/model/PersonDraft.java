package org.mcpstrata.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A person under construction: 55 years old in New Jersey, whom nobody attributes, on Medicare for age without Medicaid, with
 * twelve member months, until a test says otherwise.
 */
public final class PersonDraft {
    private final String personId;
    private List<Member> members = List.of();
    private LocalDate birthDate = LocalDate.of(1970, 1, 1);
    private LocalDate deathDate;
    private String residenceState = "NJ";
    private List<CoverageSpan> coverage = List.of();
    private Collection<String> payerScopes = List.of();
    private SortedMap<String, SortedSet<LineOfBusiness>> linesWithoutCoverage = new TreeMap<>();
    private Practice practice;
    private Map<Attribute, ResolvedAttribute> attributes = Map.of();
    private String dualStatus = "NON_DUAL";
    private String disability = "AGED";
    private SortedMap<Integer, Practice> monthlyPractices = new TreeMap<>();
    private int memberMonths = 12;
    private OptionalFacts optional = OptionalFacts.NONE;

    public PersonDraft(String personId) {
        this.personId = personId;
    }

    /** Starts from somebody else, without what only geography and subsidies say. */
    public static PersonDraft like(Person other) {
        PersonDraft draft = new PersonDraft(other.personId())
                .members(other.members())
                .born(other.birthDate())
                .died(other.deathDate())
                .livingIn(other.residenceState())
                .covered(other.coverage())
                .scopes(other.payerScopes())
                .knownTo(other.linesWithoutCoverage())
                .at(other.practice())
                .with(other.attributes())
                .medicare(other.dualStatus(), other.disability())
                .months(other.memberMonths());
        draft.monthlyPractices = other.monthlyPractices();
        return draft;
    }

    public PersonDraft members(List<Member> given) {
        members = given;
        return this;
    }

    /** @param day null where nobody knows it */
    public PersonDraft born(LocalDate day) {
        birthDate = day;
        return this;
    }

    /** @param day null for the living */
    public PersonDraft died(LocalDate day) {
        deathDate = day;
        return this;
    }

    public PersonDraft livingIn(String state) {
        residenceState = state;
        return this;
    }

    public PersonDraft covered(List<CoverageSpan> spans) {
        coverage = spans;
        return this;
    }

    public PersonDraft scopes(Collection<String> given) {
        payerScopes = given;
        return this;
    }

    /** What the drops of payers without coverage rows about the person say. */
    public PersonDraft knownTo(Map<String, SortedSet<LineOfBusiness>> linesByPayer) {
        linesWithoutCoverage = new TreeMap<>(linesByPayer);
        return this;
    }

    public PersonDraft at(Practice given) {
        practice = given;
        return this;
    }

    public PersonDraft attributed(Map<Integer, Practice> byMonth) {
        monthlyPractices = new TreeMap<>(byMonth);
        return this;
    }

    public PersonDraft with(Map<Attribute, ResolvedAttribute> given) {
        attributes = given;
        return this;
    }

    public PersonDraft medicare(String dual, String disabled) {
        dualStatus = dual;
        disability = disabled;
        return this;
    }

    public PersonDraft months(int given) {
        memberMonths = given;
        return this;
    }

    /** What only some programs want of people. */
    public PersonDraft wanted(OptionalFacts given) {
        optional = given;
        return this;
    }

    public Person build() {
        return new Person(
                personId,
                members,
                birthDate,
                deathDate,
                residenceState,
                coverage,
                new TreeSet<>(payerScopes),
                linesWithoutCoverage,
                practice == null ? Practice.unattributed(residenceState) : practice,
                attributes,
                dualStatus,
                disability,
                Missing.UNKNOWN.name(),
                new TreeMap<>(),
                monthlyPractices,
                memberMonths,
                optional);
    }
}
