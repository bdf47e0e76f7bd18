package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Administrative sex, as all sources together answer it. A person whose sex is unknown, or of whom none was asked, has
 * none: false.
 */
public record SexClause(Sex is) implements Clause {
    public SexClause {
        requireNonNull(is, "is");
    }

    /** The answers a measure may ask for. */
    public enum Sex {
        FEMALE("female", "F"),
        MALE("male", "M");

        private final String word;
        private final String answer;

        Sex(String word, String answer) {
            this.word = word;
            this.answer = answer;
        }

        /** The word in definition files. */
        public String word() {
            return word;
        }

        /** The resolved answer of {@link org.mcpstrata.model.Attribute#SEX}. */
        public String answer() {
            return answer;
        }

        public static Sex parse(String text) {
            for (Sex sex : values()) {
                if (sex.word.equals(text)) {
                    return sex;
                }
            }
            throw new IllegalArgumentException("is not female or male");
        }
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.sex(this);
    }

    @Override
    public List<String> uses() {
        return List.of();
    }
}
