package org.mcpstrata.measure.read;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.Threshold;
import org.mcpstrata.model.LineOfBusiness;

/** Reads limits: {@code outlier: { COMMERCIAL: ">= 4", otherwise: ">= 6" }}. */
final class LimitReader {
    private LimitReader() {}

    /** The limits under a key of a section, by name. */
    static Map<String, Limit> read(Section section, String key) {
        Map<String, Limit> limits = new TreeMap<>();
        section.section(key).ifPresent(named -> named.fields().forEach((name, node) -> named.section(node)
                .flatMap(body -> limit(name, body))
                .ifPresent(limit -> limits.put(name, limit))));
        return limits;
    }

    private static Optional<Limit> limit(String name, Section body) {
        SortedMap<LineOfBusiness, Threshold> own = new TreeMap<>();
        body.require("otherwise");
        body.fields().forEach((word, node) -> {
            if (!word.equals("otherwise") && !word.equals("unverified") && !word.equals("remark")) {
                Optional<LineOfBusiness> line = LineOfBusiness.parse(word);
                if (line.isEmpty()) {
                    body.problem(node.place(), "'" + word + "' is not a line of business.");
                }
                body.parsed(node, Threshold::parse)
                        .ifPresent(threshold -> line.ifPresent(known -> own.put(known, threshold)));
            }
        });
        return body.parsed("otherwise", Threshold::parse)
                .map(otherwise -> new Limit(name, body.text("unverified").orElse(""), own, otherwise));
    }
}
