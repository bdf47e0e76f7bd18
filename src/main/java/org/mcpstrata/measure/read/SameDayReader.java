package org.mcpstrata.measure.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.SameDay;

/** Reads {@code same day: { prefer: [measured, band, reported], missing: decides, then: lowest value }}. */
final class SameDayReader {
    private SameDayReader() {}

    /** The rule under {@code same day} of a clause; empty where absent or after a problem. */
    static Optional<SameDay> read(Section clause) {
        return clause.section("same day").flatMap(rule -> {
            rule.allow(Set.of("prefer", "missing", "then"));
            rule.require("then");
            rule.require("missing");
            List<SameDay.Strength> prefer = new ArrayList<>();
            for (Node.Text item : rule.texts("prefer")) {
                rule.parsed(item, SameDayReader::strength).ifPresent(prefer::add);
            }
            if (!prefer.isEmpty() && Set.copyOf(prefer).size() != SameDay.Strength.values().length) {
                rule.problem(rule.place(), "'prefer' ranks measured, band and reported, each once.");
            }
            Optional<SameDay.Missing> missing = rule.parsed("missing", SameDayReader::missing);
            Optional<SameDay.Then> last = rule.parsed("then", SameDayReader::then);
            if (missing.equals(Optional.of(SameDay.Missing.IN_ITS_TURN))
                    && !last.equals(Optional.of(SameDay.Then.LAST_TIME))) {
                rule.problem(rule.place(), "'missing: in its turn' needs 'then: last time'.");
            }
            return last.flatMap(then -> missing.map(kind -> new SameDay(prefer, kind, then)));
        });
    }

    private static SameDay.Strength strength(String text) {
        return switch (text) {
            case "measured" -> SameDay.Strength.MEASURED;
            case "band" -> SameDay.Strength.BAND;
            case "reported" -> SameDay.Strength.REPORTED;
            default -> throw new IllegalArgumentException("is not measured, band or reported");
        };
    }

    private static SameDay.Missing missing(String text) {
        return switch (text) {
            case "decides" -> SameDay.Missing.DECIDES;
            case "in its turn" -> SameDay.Missing.IN_ITS_TURN;
            case "ignored" -> SameDay.Missing.IGNORED;
            default -> throw new IllegalArgumentException("is not decides, in its turn or ignored");
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
