package org.mcpstrata.measure.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.SameDay;

/** Reads {@code same day: { prefer: [measured, band, reported], missing: decides, then: lowest value }}. */
final class SameDayReader {
    private static final Set<SameDay.Strength> RANKED =
            Set.of(SameDay.Strength.MEASURED, SameDay.Strength.BAND, SameDay.Strength.REPORTED);

    private SameDayReader() {}

    /** The rule under {@code same day} of a clause; empty where absent or after a problem. */
    static Optional<SameDay> read(Scope scope, Section clause) {
        return clause.section("same day").flatMap(rule -> {
            rule.allow(Set.of("prefer", "missing", "then", "first answer"));
            rule.require("then");
            rule.require("missing");
            List<SameDay.Strength> prefer = new ArrayList<>();
            for (Node.Text item : rule.texts("prefer")) {
                rule.parsed(item, SameDayReader::strength).ifPresent(prefer::add);
            }
            boolean each = Set.copyOf(prefer).size() == prefer.size() && prefer.containsAll(RANKED);
            if (!prefer.isEmpty() && !each) {
                rule.problem(
                        rule.place(),
                        "'prefer' ranks measured, band and reported, each once; scored may be among them.");
            }
            Optional<SameDay.Missing> missing = rule.parsed("missing", SameDayReader::missing);
            List<SameDay.Then> then = new ArrayList<>();
            for (Node.Text item : rule.texts("then")) {
                rule.parsed(item, SameDayReader::then).ifPresent(then::add);
            }
            List<CodeSet> firstAnswer = scope.sets(rule, "first answer");
            return then.isEmpty()
                    ? Optional.empty()
                    : missing.map(kind -> new SameDay(prefer, kind, then, firstAnswer));
        });
    }

    private static SameDay.Strength strength(String text) {
        return switch (text) {
            case "measured" -> SameDay.Strength.MEASURED;
            case "scored" -> SameDay.Strength.SCORED;
            case "band" -> SameDay.Strength.BAND;
            case "reported" -> SameDay.Strength.REPORTED;
            default -> throw new IllegalArgumentException("is not measured, scored, band or reported");
        };
    }

    private static SameDay.Missing missing(String text) {
        return switch (text) {
            case "decides" -> SameDay.Missing.DECIDES;
            case "ignored" -> SameDay.Missing.IGNORED;
            case "in turn" -> SameDay.Missing.IN_TURN;
            default -> throw new IllegalArgumentException("is not decides, ignored or in turn");
        };
    }

    private static SameDay.Then then(String text) {
        return switch (text) {
            case "lowest value" -> SameDay.Then.LOWEST_VALUE;
            case "highest value" -> SameDay.Then.HIGHEST_VALUE;
            case "last time" -> SameDay.Then.LAST_TIME;
            default -> throw new IllegalArgumentException("is not lowest value, highest value or last time");
        };
    }
}
