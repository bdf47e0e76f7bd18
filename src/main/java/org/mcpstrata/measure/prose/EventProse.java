package org.mcpstrata.measure.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.ClaimRule;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.CodedResult;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.RecordFilter;
import org.mcpstrata.measure.ResultDefinition;
import org.mcpstrata.measure.ScoredAnswer;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.ValueTest;

/** One sentence for an event clause. */
final class EventProse {
    private final SetProse sets;
    private final WindowProse windows;

    EventProse(SetProse sets, WindowProse windows) {
        this.sets = sets;
        this.windows = windows;
    }

    String sentence(EventClause event) {
        List<String> parts = asked(event);
        record(event.event(), event.record(), parts);
        claims(event, parts);
        if (event.result() != null) {
            coded(event.result(), parts);
            scored(event, parts);
        }
        return String.join("; ", parts);
    }

    /** What is looked for and when, without how rows of each kind are read. */
    String question(EventClause event) {
        List<String> parts = asked(event);
        since(event.claims(), parts);
        return String.join("; ", parts);
    }

    private List<String> asked(EventClause event) {
        List<String> parts = new ArrayList<>();
        parts.add(kind(event.event())
                + (event.in().isEmpty() ? "" : " with a code of " + sets.names(event.in()))
                + (event.timing() == null ? "" : " " + timing(event.timing())));
        if (!event.alsoIn().isEmpty()) {
            parts.add("which also has a code of " + sets.names(event.alsoIn()));
        }
        if (!event.notIn().isEmpty()) {
            parts.add("which has no code of " + sets.names(event.notIn()));
        }
        if (event.value() != null) {
            parts.add("whose value " + test(event.value()));
        }
        if (!event.diagnosis().any().isEmpty()) {
            parts.add("with a diagnosis in " + sets.names(event.diagnosis().any()));
        }
        if (!event.diagnosis().principal().isEmpty()) {
            parts.add("with a principal diagnosis in "
                    + sets.names(event.diagnosis().principal()));
        }
        if (!event.dischargedTo().isEmpty()) {
            parts.add("with a discharge code of " + sets.names(event.dischargedTo()));
        }
        if (!event.reasons().isEmpty()) {
            parts.add("with the stated reason " + sets.names(event.reasons()));
        }
        if (!event.settings().in().isEmpty()) {
            parts.add("in a setting of class "
                    + String.join(", ", event.settings().in()));
        }
        if (!event.settings().notIn().isEmpty()) {
            parts.add("not at an encounter of class "
                    + String.join(", ", event.settings().notIn()));
        }
        return parts;
    }

    private void since(ClaimRule rule, List<String> parts) {
        if (rule.diagnosisSince() != null) {
            parts.add("of claims only those with a day " + windows.text(rule.diagnosisSince()));
        }
    }

    private static String kind(EventKind kind) {
        return switch (kind) {
            case CONDITION -> "a diagnosis";
            case ENCOUNTER -> "a visit or stay";
            case PROCEDURE -> "a procedure or billed service";
            case OBSERVATION -> "a result or answer";
            case ORDER -> "an order";
            case SUPPLY -> "a device ordered or billed";
            case MEDICATION_ORDER -> "a prescription";
            case DISPENSING -> "a medication dispensed";
            case CLAIM_LINE -> "a line of a claim";
            case QUALITY_CODE -> "a quality code on a claim";
            case SURVEY -> "a survey response";
        };
    }

    String timing(Timing timing) {
        return switch (timing.relation()) {
                    case DURING -> "wholly inside ";
                    case OVERLAPS -> "on at least one day of ";
                    case STARTS -> "that starts in ";
                    case ENDS -> "that ends in ";
                    case COVERS -> "that lasts throughout ";
                    case RECORDED -> "written down in ";
                }
                + windows.name(timing.windowName(), timing.window())
                + (timing.precision() == Timing.Precision.SECOND ? ", by the clock where times are known" : "");
    }

    String names(List<CodeSet> named) {
        return sets.names(named);
    }

    String test(ValueTest test) {
        if (test instanceof ValueTest.Missing) {
            return "is missing";
        } else if (test instanceof ValueTest.Present) {
            return "is present";
        } else if (test instanceof ValueTest.Compared compared) {
            return "is " + compared.threshold();
        } else if (test instanceof ValueTest.Undecided undecided) {
            return "is known only as a range that lies on both sides of " + undecided.threshold();
        }
        if (test instanceof ValueTest.AnswerNotIn refused) {
            return "is present and not " + sets.names(refused.sets());
        }
        return "is " + sets.names(((ValueTest.AnswerIn) test).sets());
    }

    private static void record(EventKind kind, RecordFilter record, List<String> parts) {
        List<String> asked = new ArrayList<>();
        String status = kind == EventKind.CONDITION ? "verification status " : "status ";
        if (!record.statuses().isEmpty()) {
            asked.add(status + String.join(" or ", record.statuses()));
        }
        if (!record.notStatuses().isEmpty()) {
            asked.add("a " + status + "other than " + String.join(" or ", record.notStatuses()));
        }
        if (!record.clinicalStatuses().isEmpty()) {
            asked.add("clinical status " + String.join(" or ", record.clinicalStatuses()));
        }
        if (!record.intents().isEmpty()) {
            asked.add("intent " + String.join(" or ", record.intents()));
        }
        if (!record.categories().isEmpty()) {
            asked.add("category " + String.join(" or ", record.categories()) + " where one is stated");
        }
        if (!asked.isEmpty()) {
            parts.add("in clinical records only with " + String.join(" and ", asked));
        }
    }

    private void claims(EventClause event, List<String> parts) {
        ClaimRule rule = event.claims();
        if (rule.none()) {
            parts.add("claims do not count");
        }
        if (event.event() == EventKind.CONDITION) {
            parts.add(
                    switch (rule.diagnosis()) {
                        case EPISODE -> "on a claim it lasts from the claim's first day to its last";
                        case FROM_FIRST_CLAIM -> "on claims it lasts from the first claim on";
                    });
        }
        since(rule, parts);
        if (!rule.notOnlyAt().isEmpty()) {
            parts.add("not on a claim wholly at " + sets.names(rule.notOnlyAt()));
        }
        if (!rule.notTypes().isEmpty()) {
            parts.add("not on a claim of type " + String.join(", ", rule.notTypes()));
        }
        if (!rule.notModifiers().isEmpty()) {
            parts.add("not with modifier " + String.join(", ", rule.notModifiers()));
        }
        switch (rule.dating()) {
            case LINE -> {}
            case CLAIM -> parts.add("dated from the first day of the claim to its last");
            case STAY -> parts.add("dated from admission to discharge");
        }
    }

    private static void scored(EventClause event, List<String> parts) {
        for (ScoredAnswer score : event.result().scored()) {
            event.in().stream()
                    .filter(tool -> tool.id().equals(score.code().toString()))
                    .forEach(tool -> parts.add("a score " + score.band() + " of " + tool.name() + " stands for "
                            + score.answer().toString().replace('|', ' ')));
        }
    }

    private static void coded(ResultDefinition result, List<String> parts) {
        List<String> codes = new ArrayList<>();
        for (CodedResult coded : result.coded().values()) {
            if (coded.documented()) {
                codes.add(coded.code() + " (" + coded.band() + ")");
            }
        }
        if (!result.unit().isEmpty()) {
            parts.add("in " + result.unit());
        }
        for (ResultDefinition.Conversion conversion : result.conversions()) {
            boolean same = conversion.multiply().compareTo(BigDecimal.ONE) == 0
                    && conversion.add().signum() == 0;
            parts.add(
                    same
                            ? "the unit " + conversion.from() + " is the same"
                            : conversion.from() + " is converted by times " + conversion.multiply() + " plus "
                                    + conversion.add());
        }
        if (result.lowest() != null && result.highest() != null) {
            parts.add("numbers outside " + result.lowest() + " to " + result.highest() + " cannot be compared");
        }
        if (!result.comparators()) {
            parts.add("a number with a sign such as < is no result");
        }
        result.valued()
                .forEach(answer ->
                        parts.add(answer.answer().toString().replace('|', ' ') + " counts as " + answer.number()));
        if (!result.decimals()) {
            parts.add("a number with decimals is no result");
        }
        if (!codes.isEmpty()) {
            parts.add("or one of these codes on a claim: " + String.join(", ", codes));
        }
    }
}
