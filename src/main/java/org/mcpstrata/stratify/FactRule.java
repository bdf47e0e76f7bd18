package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Screening;
import org.mcpstrata.model.SocialNeed;
import org.mcpstrata.model.SocialNeeds;

/**
 * A settled fact about the person or the practice they are attributed to.
 *
 * @param others the stratum of every value that no stratum takes, or UNMAPPED
 */
record FactRule(Fact fact, Map<String, String> stratumOf, String others) implements StratumRule {
    private static final Set<String> MISSING_NAMES =
            Stream.of(Missing.values()).map(Missing::name).collect(Collectors.toUnmodifiableSet());

    FactRule {
        requireNonNull(fact, "fact");
        stratumOf = Map.copyOf(stratumOf);
        requireNonNull(others, "others");
    }

    /** The facts a stratifier may rest on. */
    enum Fact {
        DUAL_STATUS,
        DISABILITY,
        RESIDENCE_STATE,
        TRACK,
        PARTICIPANT_TYPE,
        TRIBAL_OR_IHS,
        LOW_INCOME_SUBSIDY,
        DUAL_OR_LOW_INCOME_SUBSIDY,
        RURALITY,
        SOCIAL_VULNERABILITY,
        AREA_DEPRIVATION,
        FOOD_NEED,
        HOUSING_NEED,
        UTILITY_NEED,
        TRANSPORT_NEED,
        SAFETY_NEED,
        ANY_SOCIAL_NEED;

        /** The fact as a stratifier file names it. */
        String words() {
            return name().replace('_', ' ').toLowerCase(Locale.ROOT);
        }

        /** What people say or are said to be that the fact rests on. */
        Set<Attribute> attributes() {
            return switch (this) {
                case TRIBAL_OR_IHS -> Set.of(Attribute.RACE_ETHNICITY, Attribute.TRIBAL_AFFILIATION);
                case DUAL_STATUS, DISABILITY, RESIDENCE_STATE, TRACK, PARTICIPANT_TYPE -> Set.of();
                case LOW_INCOME_SUBSIDY, DUAL_OR_LOW_INCOME_SUBSIDY -> Set.of();
                case RURALITY, SOCIAL_VULNERABILITY, AREA_DEPRIVATION -> Set.of();
                case FOOD_NEED, HOUSING_NEED, UTILITY_NEED, TRANSPORT_NEED, SAFETY_NEED, ANY_SOCIAL_NEED -> Set.of();
            };
        }

        /** What the fact tells together with others: two of these tell what neither tells alone. */
        Optional<String> told() {
            return switch (this) {
                case DUAL_STATUS, LOW_INCOME_SUBSIDY, DUAL_OR_LOW_INCOME_SUBSIDY -> Optional.of("MEDICAID_OR_SUBSIDY");
                case FOOD_NEED, HOUSING_NEED, UTILITY_NEED, TRANSPORT_NEED, SAFETY_NEED, ANY_SOCIAL_NEED ->
                    Optional.of("SOCIAL_NEEDS");
                case DISABILITY, RESIDENCE_STATE, TRACK, PARTICIPANT_TYPE, TRIBAL_OR_IHS -> Optional.empty();
                case RURALITY, SOCIAL_VULNERABILITY, AREA_DEPRIVATION -> Optional.empty();
            };
        }

        /** The people to whom the fact does not apply, as every fact that does not apply to the same people names them. */
        Optional<String> inapplicable() {
            return switch (this) {
                case DUAL_STATUS, DISABILITY, LOW_INCOME_SUBSIDY, DUAL_OR_LOW_INCOME_SUBSIDY ->
                    Optional.of("NO_MEDICARE");
                case TRACK, PARTICIPANT_TYPE -> Optional.of("NO_PRACTICE");
                case RESIDENCE_STATE, TRIBAL_OR_IHS -> Optional.empty();
                case RURALITY, SOCIAL_VULNERABILITY, AREA_DEPRIVATION -> Optional.empty();
                case FOOD_NEED, HOUSING_NEED, UTILITY_NEED, TRANSPORT_NEED, SAFETY_NEED, ANY_SOCIAL_NEED ->
                    Optional.empty();
            };
        }

        /** The table of places that the fact comes from. */
        Optional<Area> area() {
            return switch (this) {
                case RURALITY -> Optional.of(Area.RURALITY);
                case SOCIAL_VULNERABILITY -> Optional.of(Area.SOCIAL_VULNERABILITY);
                case AREA_DEPRIVATION -> Optional.of(Area.AREA_DEPRIVATION);
                case DUAL_STATUS, DISABILITY, RESIDENCE_STATE, TRACK, PARTICIPANT_TYPE -> Optional.empty();
                case TRIBAL_OR_IHS, LOW_INCOME_SUBSIDY, DUAL_OR_LOW_INCOME_SUBSIDY -> Optional.empty();
                case FOOD_NEED, HOUSING_NEED, UTILITY_NEED, TRANSPORT_NEED, SAFETY_NEED, ANY_SOCIAL_NEED ->
                    Optional.empty();
            };
        }

        /** The fact as text, or the name of a missing kind. */
        String of(Person person) {
            return switch (this) {
                case DUAL_STATUS -> person.dualStatus();
                case DISABILITY -> person.disability();
                case RESIDENCE_STATE ->
                    person.residenceState().isEmpty() ? Missing.NO_INFORMATION.name() : person.residenceState();
                case TRACK ->
                    person.practice().track() == 0
                            ? Missing.NOT_APPLICABLE.name()
                            : Integer.toString(person.practice().track());
                case PARTICIPANT_TYPE ->
                    person.practice().participantType().equals("NONE")
                            ? Missing.NOT_APPLICABLE.name()
                            : person.practice().participantType();
                case TRIBAL_OR_IHS -> TribalFact.of(person);
                case LOW_INCOME_SUBSIDY -> person.lowIncomeSubsidy();
                case DUAL_OR_LOW_INCOME_SUBSIDY -> dualOrSubsidy(person);
                case RURALITY -> person.area(Area.RURALITY);
                case SOCIAL_VULNERABILITY -> person.area(Area.SOCIAL_VULNERABILITY);
                case AREA_DEPRIVATION -> person.area(Area.AREA_DEPRIVATION);
                case FOOD_NEED -> screening(person, needs -> needs.of(SocialNeed.FOOD));
                case HOUSING_NEED -> screening(person, needs -> needs.of(SocialNeed.HOUSING));
                case UTILITY_NEED -> screening(person, needs -> needs.of(SocialNeed.UTILITIES));
                case TRANSPORT_NEED -> screening(person, needs -> needs.of(SocialNeed.TRANSPORT));
                case SAFETY_NEED -> screening(person, needs -> needs.of(SocialNeed.SAFETY));
                case ANY_SOCIAL_NEED -> screening(person, SocialNeeds::any);
            };
        }

        /** Whether the fact is what a screening for social needs came to. */
        boolean isScreening() {
            return switch (this) {
                case FOOD_NEED, HOUSING_NEED, UTILITY_NEED, TRANSPORT_NEED, SAFETY_NEED, ANY_SOCIAL_NEED -> true;
                case DUAL_STATUS, DISABILITY, RESIDENCE_STATE, TRACK, PARTICIPANT_TYPE -> false;
                case TRIBAL_OR_IHS, LOW_INCOME_SUBSIDY, DUAL_OR_LOW_INCOME_SUBSIDY -> false;
                case RURALITY, SOCIAL_VULNERABILITY, AREA_DEPRIVATION -> false;
            };
        }

        /** Whether it is a fact about the practice, so that somebody may be in several strata by months. */
        boolean isOfPractice() {
            return this == TRACK || this == PARTICIPANT_TYPE;
        }

        /** Where nobody looked for screenings, nothing is known of them: that is not the same as none. */
        private static String screening(Person person, Function<SocialNeeds, Screening> asked) {
            return person.optional().screened().map(asked).map(Screening::name).orElse(Missing.NO_INFORMATION.name());
        }

        /** Either is enough; neither is known only where both are. */
        private static String dualOrSubsidy(Person person) {
            String dual = person.dualStatus();
            String subsidy = person.lowIncomeSubsidy();
            if (dual.equals("FULL") || dual.equals("PARTIAL") || subsidy.equals("LIS")) {
                return "DUAL_OR_LIS";
            }
            if (dual.equals(Missing.NOT_APPLICABLE.name())) {
                return dual;
            }
            return dual.equals("NON_DUAL") && subsidy.equals("NON_LIS") ? "NEITHER" : Missing.UNKNOWN.name();
        }
    }

    @Override
    public List<String> strata(Person person, LocalDate on) {
        String value = fact.of(person);
        return List.of(MISSING_NAMES.contains(value) ? value : stratumOf.getOrDefault(value, others));
    }

    @Override
    public Set<Attribute> attributes() {
        return fact.attributes();
    }

    @Override
    public Optional<Area> area() {
        return fact.area();
    }

    @Override
    public boolean isScreening() {
        return fact.isScreening();
    }

    @Override
    public boolean exclusive() {
        return true;
    }
}
