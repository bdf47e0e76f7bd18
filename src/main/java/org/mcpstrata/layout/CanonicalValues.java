package org.mcpstrata.layout;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mcpstrata.document.ClassPathTable;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** The values that columns of canonical files may hold, beyond their types. */
final class CanonicalValues {
    private static final Map<Table, Map<String, Rule>> RULES = load();

    private CanonicalValues() {}

    /** The value to keep for a delivered one, or nothing where it is not allowed. */
    static Optional<String> kept(Table table, Column column, String delivered) {
        Rule rule = RULES.getOrDefault(table, Map.of()).get(column.name());
        return rule == null ? Optional.of(delivered) : rule.kept(delivered);
    }

    private static Map<Table, Map<String, Rule>> load() {
        Map<Table, Map<String, Rule>> rules = new EnumMap<>(Table.class);
        for (List<String> words : ClassPathTable.words("/layout/canonical-values.txt")) {
            String[] name = words.get(0).split("\\.");
            Table table = Table.named(name[0]).orElseThrow();
            Column column = table.column(name[1]);
            rules.computeIfAbsent(table, any -> new HashMap<>())
                    .put(column.name(), Rule.of(words.subList(1, words.size())));
        }
        return rules;
    }

    /** A closed list of values, some of them renamed, or a pattern. */
    private record Rule(Map<String, String> values, Pattern pattern) {
        static Rule of(List<String> words) {
            if (words.get(0).startsWith("~")) {
                return new Rule(Map.of(), Pattern.compile(words.get(0).substring(1)));
            }
            Map<String, String> values = new HashMap<>();
            for (String word : words) {
                int equals = word.indexOf('=');
                values.put(equals < 0 ? word : word.substring(0, equals), word.substring(equals + 1));
            }
            return new Rule(Map.copyOf(values), null);
        }

        Optional<String> kept(String delivered) {
            if (pattern != null) {
                return pattern.matcher(delivered).matches() ? Optional.of(delivered) : Optional.empty();
            }
            return Optional.ofNullable(values.get(delivered));
        }
    }
}
