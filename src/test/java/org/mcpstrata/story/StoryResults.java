package org.mcpstrata.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.Member;

/** Compares what a run says about the people of stories with what the stories expect. */
final class StoryResults {
    private final Map<Key, List<MemberResult>> results = new HashMap<>();

    StoryResults(List<MemberResult> all) {
        for (MemberResult result : all) {
            for (Member member : result.members()) {
                Key key = new Key(result.measure(), result.rate(), member);
                results.computeIfAbsent(key, any -> new ArrayList<>()).add(result);
            }
        }
    }

    /** One sentence for each difference, by story, in the order of the stories; empty when all agree. */
    List<String> differences(List<Story> stories) {
        List<String> differences = new ArrayList<>();
        for (Story story : stories) {
            for (Expectation expectation : story.expectations()) {
                compare(story, expectation, differences);
            }
        }
        return differences;
    }

    private void compare(Story story, Expectation expectation, List<String> differences) {
        String place = story + " rate " + expectation.rate() + ": ";
        Member member = new Member(story.payer(), story.memberId());
        List<MemberResult> found =
                results.getOrDefault(new Key(story.measure(), expectation.rate(), member), List.of());
        if (found.size() != 1) {
            differences.add(place + "one result row is expected, there are " + found.size());
            return;
        }
        MemberResult result = found.get(0);
        String because = " (" + story.why() + " The run's reasons: " + result.reasons() + ")";
        if (result.members().size() != 1) {
            differences.add(place + "the person was linked with someone else");
        }
        expectation.populations().forEach((column, expected) -> {
            if (!expected.equals(result.populations().get(column))) {
                differences.add(place + column + " should be " + expected + because);
            }
        });
        expectation.amounts().forEach((column, expected) -> {
            BigDecimal actual = result.amounts().get(column);
            if (actual == null || actual.compareTo(expected) != 0) {
                differences.add(place + column + " should be " + expected.toPlainString() + ", not "
                        + (actual == null ? "absent" : actual.toPlainString()) + because);
            }
        });
    }

    private record Key(String measure, String rate, Member member) {}
}
