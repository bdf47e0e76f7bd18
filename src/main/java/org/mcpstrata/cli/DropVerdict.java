package org.mcpstrata.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Function;
import org.mcpstrata.ingest.DropJson;
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
        ObjectNode root = DropJson.of(outcome).put("verdict", sentence());
        ArrayNode files = root.putArray("files");
        outcome.files().forEach(file -> DropJson.add(files, file));
        ArrayNode problems = root.putArray("problems");
        for (Problem problem : outcome.problems()) {
            DropJson.add(problems, problem)
                    .put("meaning", problem.code().meaning())
                    .put("detail", problem.detail())
                    .put("remedy", problem.code().remedy());
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
