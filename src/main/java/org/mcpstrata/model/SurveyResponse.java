package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One response to a survey as it is scored. It counts for the practice it is about, wherever its person is attributed.
 *
 * @param practice the practice the survey asked about
 * @param answers one for each item in order; {@link #UNANSWERED} where the item was left out
 */
public record SurveyResponse(Practice practice, List<Integer> answers) implements Serializable {
    public static final int UNANSWERED = 0;

    public SurveyResponse {
        requireNonNull(practice, "practice");
        answers = List.copyOf(answers);
    }

    /** The member id of a response that names nobody: its own, so that two such responses are never one person's. */
    public static String anonymousMember(String responseId) {
        return "response:" + responseId;
    }

    /** Whether a survey row names nobody. */
    public static boolean isAnonymous(CanonicalRow row) {
        return row.memberId().equals(anonymousMember(row.text("response_id")));
    }

    /** Sum of the answers given. */
    public long points() {
        return answers.stream().mapToLong(Integer::longValue).sum();
    }

    /** The same response of an instrument with this many items; columns beyond them are not the instrument's. */
    public SurveyResponse ofItems(int items) {
        return new SurveyResponse(practice, answers.subList(0, items));
    }

    /** The same response with its practice described by somebody who knows it. */
    SurveyResponse describedBy(UnaryOperator<Practice> directory) {
        return new SurveyResponse(directory.apply(practice), answers);
    }

    /** Never an answer: responses do not reach logs. */
    @Override
    public String toString() {
        return "a response of " + answers.size() + " items";
    }
}
