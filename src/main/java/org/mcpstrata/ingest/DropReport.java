package org.mcpstrata.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** What a payer gets back about one drop: for machines, for people, and a one-line-a-file receipt. No value from the data. */
final class DropReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter LINES =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private DropReport() {}

    /** {@code report.json}. */
    static byte[] json(DropOutcome outcome) {
        ObjectNode root = DropJson.of(outcome);
        ArrayNode problems = root.putArray("problems");
        for (Problem problem : outcome.problems()) {
            DropJson.add(problems, problem).put("message", message(problem));
        }
        QualitySection.json(root, outcome.quality());
        ArrayNode files = root.putArray("files");
        for (FileOutcome file : outcome.files()) {
            DropJson.add(files, file)
                    .put("superseded", file.superseded())
                    .put("paidAmountDelivered", plain(file.paidDelivered()));
        }
        ObjectNode totals = root.putObject("totals");
        totals.put("delivered", sum(outcome, Count.DELIVERED));
        totals.put("accepted", sum(outcome, Count.ACCEPTED));
        totals.put("rejected", sum(outcome, Count.REJECTED));
        try {
            return (JSON.writer(LINES).writeValueAsString(root) + '\n').getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON");
        }
    }

    /** {@code report.md}. */
    static byte[] markdown(DropOutcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append("# Drop ")
                .append(outcome.payer())
                .append('/')
                .append(outcome.drop())
                .append("\n\n");
        text.append("State: **").append(outcome.state()).append("**. ").append(meaning(outcome));
        text.append("\n\n");
        if (!outcome.files().isEmpty()) {
            text.append("| file | type | delivered | accepted | rejected |\n|---|---|---:|---:|---:|\n");
            for (FileOutcome file : outcome.files()) {
                text.append("| ").append(file.name()).append(" | ").append(file.type());
                text.append(" | ").append(file.delivered()).append(" | ").append(file.accepted());
                text.append(" | ").append(file.rejectedRecords()).append(" |\n");
            }
            text.append('\n');
        }
        appendProblems(text, outcome.problems());
        if (outcome.files().stream().anyMatch(file -> file.rejectedRecords() > 0)) {
            text.append("\nEvery rejected record is in the folder `rejects`, with its file and line.\n");
        }
        QualitySection.markdown(text, outcome.quality());
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendProblems(StringBuilder text, List<Problem> problems) {
        if (problems.isEmpty()) {
            text.append("No problems were found.\n");
            return;
        }
        text.append("## Problems\n\n| problem | file | line | field | what |\n|---|---|---:|---|---|\n");
        SortedSet<ProblemCode> codes = new TreeSet<>();
        for (Problem problem : problems) {
            codes.add(problem.code());
            text.append("| ")
                    .append(problem.code())
                    .append(" | ")
                    .append(problem.place().file());
            long line = problem.place().line();
            text.append(" | ").append(line == 0 ? "" : Long.toString(line));
            text.append(" | ").append(problem.place().field());
            text.append(" | ").append(message(problem)).append(" |\n");
        }
        text.append("\n## What to do\n\n");
        for (ProblemCode code : codes) {
            text.append("- **")
                    .append(code)
                    .append("**: ")
                    .append(code.remedy())
                    .append('\n');
        }
    }

    /** {@code ack.csv}: one line a file; of a drop of which no file was read, one line without a name. */
    static byte[] receipt(DropOutcome outcome) {
        StringBuilder text = new StringBuilder("file,type,state,delivered,accepted,rejected\n");
        if (outcome.files().isEmpty()) {
            text.append(",,").append(outcome.state()).append(",0,0,0\n");
        }
        for (FileOutcome file : outcome.files()) {
            text.append(file.name()).append(',').append(file.type()).append(',').append(outcome.state());
            text.append(',').append(file.delivered()).append(',').append(file.accepted());
            text.append(',').append(file.rejectedRecords()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String message(Problem problem) {
        return problem.detail().isEmpty()
                ? problem.code().meaning()
                : problem.code().meaning() + ' ' + problem.detail();
    }

    private static String meaning(DropOutcome outcome) {
        return switch (outcome.state()) {
            case PENDING -> "It has no manifest yet and was not read.";
            case REJECTED ->
                outcome.problems().stream().allMatch(problem -> problem.code() == ProblemCode.FILE_UNREADABLE)
                        ? "Nothing of it counts until what is listed can be read."
                        : "Nothing of it counts. Correct what is listed and send it again under a new id.";
            case QUARANTINED -> "Too many records were rejected; nothing of it counts until it is sent again.";
            case ACCEPTED -> "Its accepted records count.";
            case SUPERSEDED -> "A newer drop took its place.";
        };
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private enum Count {
        DELIVERED,
        ACCEPTED,
        REJECTED
    }

    private static long sum(DropOutcome outcome, Count count) {
        return outcome.files().stream()
                .mapToLong(file -> switch (count) {
                    case DELIVERED -> file.delivered();
                    case ACCEPTED -> file.accepted();
                    case REJECTED -> file.rejectedRecords();
                })
                .sum();
    }
}
