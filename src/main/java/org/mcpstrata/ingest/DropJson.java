package org.mcpstrata.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mcpstrata.problem.Problem;

/** How a drop, its files and its problems are told to machines, alike before and after delivery. No value from the data. */
public final class DropJson {
    private DropJson() {}

    /** Whose drop it is and what became of it. */
    public static ObjectNode of(DropOutcome outcome) {
        return new ObjectMapper()
                .createObjectNode()
                .put("payer", outcome.payer())
                .put("drop", outcome.drop())
                .put("state", outcome.state().name());
    }

    /** One file with the records of each fate. */
    public static ObjectNode add(ArrayNode files, FileOutcome file) {
        ObjectNode node = files.addObject()
                .put("name", file.name())
                .put("type", file.type())
                .put("delivered", file.delivered())
                .put("accepted", file.accepted())
                .put("rejected", file.rejectedRecords());
        ObjectNode reasons = node.putObject("rejectedByReason");
        file.rejected().forEach((code, count) -> reasons.put(code.name(), count));
        return node;
    }

    /** One problem with its place. */
    public static ObjectNode add(ArrayNode problems, Problem problem) {
        return problems.addObject()
                .put("code", problem.code().name())
                .put("file", problem.place().file())
                .put("line", problem.place().line())
                .put("field", problem.place().field());
    }
}
