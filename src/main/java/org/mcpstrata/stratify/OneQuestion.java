package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.TwoQuestions;

/**
 * The answer to one of the two questions on race and ethnicity, whatever the other says (stratification.md 1.2, NCQA).
 *
 * @param multi the stratum of people of several races; empty for ethnicity
 */
record OneQuestion(Question question, Map<String, String> stratumOf, String multi) implements StratumRule {
    private static final String HISPANIC = "HISPANIC";
    private static final String NOT_HISPANIC = "NOT_HISPANIC";

    OneQuestion {
        requireNonNull(question, "question");
        stratumOf = Map.copyOf(stratumOf);
        requireNonNull(multi, "multi");
    }

    /** Which of the two. */
    enum Question {
        RACE,
        ETHNICITY;

        /** As stratifier files name it. */
        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public List<String> strata(Person person, LocalDate on) {
        ResolvedAttribute answer = person.attribute(Attribute.RACE_ETHNICITY);
        TwoQuestions questions = answer.questions();
        return List.of(
                switch (question) {
                    case RACE ->
                        questions.race() == null
                                ? race(answer)
                                : questions.race().name();
                    case ETHNICITY ->
                        questions.ethnicity() == null
                                ? stratum(questions.hispanic() ? HISPANIC : NOT_HISPANIC)
                                : questions.ethnicity().name();
                });
    }

    /** The tier of the evidence that answered this question; null where none did. */
    EvidenceTier tier(ResolvedAttribute answer) {
        return switch (question) {
            case RACE -> answer.questions().raceTier();
            case ETHNICITY -> answer.questions().ethnicityTier();
        };
    }

    private String race(ResolvedAttribute answer) {
        TreeSet<String> strata = new TreeSet<>();
        answer.values().stream().filter(value -> !value.equals(HISPANIC)).forEach(value -> strata.add(stratum(value)));
        if (strata.contains(Missing.UNMAPPED.name())) {
            return Missing.UNMAPPED.name();
        }
        return strata.size() == 1 ? strata.first() : multi;
    }

    private String stratum(String value) {
        return stratumOf.getOrDefault(value, Missing.UNMAPPED.name());
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public Optional<Attribute> attribute() {
        return Optional.of(Attribute.RACE_ETHNICITY);
    }
}
