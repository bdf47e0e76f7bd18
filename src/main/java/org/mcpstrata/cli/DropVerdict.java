package org.mcpstrata.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Function;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.FileOutcome;
import org.mcpstrata.problem.Problem;

/**
 * What would become of a drop, for the person or machine that is about to send it: the records of each file, every
 * problem, and at the end one sentence. No value from the data.
 */
final class DropVerdict {
    private final DropOutcome outcome;

    DropVerdict(DropOutcome outcome) {
        this.outcome = requireNonNull(outcome, "outcome");
    }

    /** 0 when the drop would count, with rejected records or without; 3 when it would not. */
    ExitCode exitCode() {
        return switch (outcome.state()) {
            case ACCEPTED, SUPERSEDED -> ExitCode.DONE;
            case PENDING, REJECTED, QUARANTINED -> ExitCode.DROPS_REFUSED;
        };
    }

    void print(PrintWriter out) {
        if (!outcome.files().isEmpty()) {
            int name = width("file", FileOutcome::name);
            int type = width("type", FileOutcome::type);
            String line = "%-" + name + "s  %-" + type + "s %12s %12s %12s%n";
            out.printf(Locale.ROOT, line, "file", "type", "delivered", "accepted", "rejected");
            for (FileOutcome file : outcome.files()) {
                out.printf(
                        Locale.ROOT,
                        line,
                        file.name(),
                        file.type(),
                        number(file.delivered()),
                        number(file.accepted()),
                        number(file.rejectedRecords()));
            }
            out.println();
        }
        if (!outcome.problems().isEmpty()) {
            outcome.problems().forEach(out::println);
            long listed = outcome.problems().stream()
                    .filter(problem -> problem.place().line() > 0)
                    .count();
            if (listed < rejected()) {
                out.println("Of " + number(rejected()) + " rejected records the first of each file are named.");
            }
            out.println();
        }
        out.println(sentence());
    }

    private int width(String heading, Function<FileOutcome, String> cell) {
        return outcome.files().stream()
                .mapToInt(file -> cell.apply(file).length())
                .reduce(heading.length(), Math::max);
    }

    /** The verdict in one sentence. */
    String sentence() {
        long delivered =
                outcome.files().stream().mapToLong(FileOutcome::delivered).sum();
        long accepted =
                outcome.files().stream().mapToLong(FileOutcome::accepted).sum();
        return switch (outcome.state()) {
            case ACCEPTED -> "This drop would be ACCEPTED with " + accepted(delivered, accepted);
            case REJECTED ->
                "This drop would be REJECTED: nothing of it would count before what is listed is corrected.";
            case QUARANTINED ->
                "This drop would be QUARANTINED: " + number(rejected()) + " of its " + records(delivered)
                        + " rejected, which is too many for anything of it to count.";
            case PENDING ->
                "This drop is PENDING: it has no manifest.json, and nothing of it is read before it has one.";
            case SUPERSEDED -> "A newer drop would take the place of this one.";
        };
    }

    private String accepted(long delivered, long accepted) {
        if (rejected() > 0) {
            return number(accepted) + " of its " + records(delivered) + "; " + number(rejected())
                    + " rejected, which would not count.";
        }
        return delivered == 0
                ? "no records, as announced."
                : delivered == 1 ? "its one record." : "all of its " + records(delivered) + '.';
    }

    /** The same for machines. */
    String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("payer", outcome.payer());
        root.put("drop", outcome.drop());
        root.put("state", outcome.state().name());
        root.put("verdict", sentence());
        ArrayNode files = root.putArray("files");
        for (FileOutcome file : outcome.files()) {
            ObjectNode node = files.addObject();
            node.put("name", file.name());
            node.put("type", file.type());
            node.put("delivered", file.delivered());
            node.put("accepted", file.accepted());
            node.put("rejected", file.rejectedRecords());
            ObjectNode reasons = node.putObject("rejectedByReason");
            file.rejected().forEach((code, count) -> reasons.put(code.name(), count));
        }
        ArrayNode problems = root.putArray("problems");
        for (Problem problem : outcome.problems()) {
            ObjectNode node = problems.addObject();
            node.put("code", problem.code().name());
            node.put("file", problem.place().file());
            node.put("line", problem.place().line());
            node.put("field", problem.place().field());
            node.put("meaning", problem.code().meaning());
            node.put("detail", problem.detail());
            node.put("remedy", problem.code().remedy());
        }
        return root.toPrettyString();
    }

    private long rejected() {
        return outcome.files().stream().mapToLong(FileOutcome::rejectedRecords).sum();
    }

    private static String records(long count) {
        return number(count) + (count == 1 ? " record" : " records");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
