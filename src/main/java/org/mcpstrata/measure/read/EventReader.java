package org.mcpstrata.measure.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.ClaimRule;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.DiagnosisFilter;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.RecordFilter;
import org.mcpstrata.measure.SettingFilter;
import org.mcpstrata.measure.ValueTest;

/** Reads an event clause. */
final class EventReader {
    private static final Set<String> OWN_KEYS = Set.of(
            "in",
            "also in",
            "not in",
            "value",
            "answer in",
            "answer not in",
            "result",
            "with diagnosis",
            "principal diagnosis",
            "discharged to",
            "reason in",
            "in setting",
            "not in setting",
            "status",
            "not status",
            "clinical status",
            "intent",
            "category",
            "on claims");
    static final Set<String> KEYS = keys();
    private static final Set<String> CLAIM_KEYS = Set.of(
            "never",
            "dated by",
            "diagnosis lasts",
            "diagnosis within",
            "not only at",
            "not of type",
            "not with modifier");

    private final Scope scope;

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(OWN_KEYS);
        keys.addAll(TimingReader.KEYS);
        return Set.copyOf(keys);
    }

    EventReader(Scope scope) {
        this.scope = scope;
    }

    Optional<EventClause> read(EventKind kind, Section body) {
        body.allow(KEYS);
        List<CodeSet> in = scope.sets(body, "in");
        if (in.isEmpty() && !body.has("in") && !body.has("in setting") && !body.has("category")) {
            body.problem(body.place(), "An event needs 'in', 'in setting' or 'category'.");
        }
        Optional<ClaimRule> claims = claims(body);
        return claims.map(rule -> new EventClause(
                kind,
                in,
                scope.sets(body, "also in"),
                scope.sets(body, "not in"),
                TimingReader.read(scope, body).orElse(null),
                value(body).orElse(null),
                scope.result(body).orElse(null),
                new DiagnosisFilter(scope.sets(body, "with diagnosis"), scope.sets(body, "principal diagnosis")),
                scope.sets(body, "discharged to"),
                scope.sets(body, "reason in"),
                SettingFilter.of(body.strings("in setting"), body.strings("not in setting")),
                record(kind, body),
                rule));
    }

    private Optional<ValueTest> value(Section body) {
        if (Stream.of("answer in", "answer not in", "value").filter(body::has).count() > 1) {
            body.problem(body.place(), "An event has one of 'value', 'answer in' and 'answer not in'.");
        }
        if (body.has("answer not in")) {
            List<CodeSet> sets = scope.sets(body, "answer not in");
            return sets.isEmpty() ? Optional.empty() : Optional.of(new ValueTest.AnswerNotIn(sets));
        }
        return body.has("answer in") ? answer(scope, body) : body.parsed("value", ValueTest::parse);
    }

    static Optional<ValueTest> answer(Scope scope, Section body) {
        List<CodeSet> sets = scope.sets(body, "answer in");
        return sets.isEmpty() ? Optional.empty() : Optional.of(new ValueTest.AnswerIn(sets));
    }

    /** What the clause says, and where it says nothing the measure's rule for this kind of event. */
    private RecordFilter record(EventKind kind, Section body) {
        RecordFilter rule = scope.rules().getOrDefault(kind, RecordFilter.ANY);
        boolean status = body.has("status") || body.has("not status");
        return new RecordFilter(
                status ? new TreeSet<>(body.strings("status")) : rule.statuses(),
                status ? new TreeSet<>(body.strings("not status")) : rule.notStatuses(),
                body.has("clinical status") ? new TreeSet<>(body.strings("clinical status")) : rule.clinicalStatuses(),
                body.has("intent") ? new TreeSet<>(body.strings("intent")) : rule.intents(),
                body.has("category") ? new TreeSet<>(body.strings("category")) : rule.categories(),
                rule.unverified());
    }

    private Optional<ClaimRule> claims(Section body) {
        if (!body.has("on claims")) {
            return Optional.of(ClaimRule.DEFAULT);
        }
        return body.section("on claims").map(rule -> {
            rule.allow(CLAIM_KEYS);
            return new ClaimRule(
                    rule.parsed("dated by", EventReader::dating).orElse(ClaimRule.Dating.LINE),
                    rule.parsed("diagnosis lasts", EventReader::lasting).orElse(ClaimRule.Lasting.EPISODE),
                    scope.window(rule, "diagnosis within").orElse(null),
                    scope.sets(rule, "not only at"),
                    new TreeSet<>(rule.strings("not of type")),
                    new TreeSet<>(rule.strings("not with modifier")),
                    rule.parsed("never", EventReader::counted).orElse(false));
        });
    }

    private static ClaimRule.Dating dating(String text) {
        return switch (text) {
            case "line" -> ClaimRule.Dating.LINE;
            case "claim" -> ClaimRule.Dating.CLAIM;
            case "stay" -> ClaimRule.Dating.STAY;
            default -> throw new IllegalArgumentException("is not line, claim or stay");
        };
    }

    private static ClaimRule.Lasting lasting(String text) {
        return switch (text) {
            case "for the claim" -> ClaimRule.Lasting.EPISODE;
            case "from first claim" -> ClaimRule.Lasting.FROM_FIRST_CLAIM;
            default -> throw new IllegalArgumentException("is not 'for the claim' or 'from first claim'");
        };
    }

    private static Boolean counted(String text) {
        if (!text.equals("counted")) {
            throw new IllegalArgumentException("can only be 'never: counted'");
        }
        return true;
    }
}
