package org.mcpstrata.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.ingest.ManifestDraft;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code manifest}: writes the manifest of a drop from its files, for a sender that has none; starts no Spark. */
@Command(
        name = "manifest",
        description = {
            "Writes manifest.json into the folder of a drop, from the files that lie in it.",
            "Files are known by name: eligibility.csv, eligibility-2025-12.csv.gz, Patient.ndjson, CCLF names; APCD-CDL by HD."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:manifest.json is written",
            "2:the command line is wrong, or the folder is no drop",
            "3:a file of the folder cannot be part of a drop; nothing was written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata manifest landing/bluestone/2026-01-15 --line-of-business COMMERCIAL \\",
            "      --from 2023-01-01 --to 2025-12-31",
            "  mcp-strata check-drop landing/bluestone/2026-01-15"
        })
final class ManifestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DROP", description = "Folder of the drop, <payer>/<drop>.")
    private String drop;

    @Option(
            names = "--line-of-business",
            required = true,
            paramLabel = "LINE",
            description = "COMMERCIAL, MEDICARE_ADVANTAGE, MEDICAID_MCO, ...; NONE for a registry or vendor.")
    private String line;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day the drop speaks of.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last day the drop speaks of.")
    private LocalDate to;

    private enum Mode {
        FULL,
        INCREMENTAL,
        REPLACE
    }

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "FULL",
            description = "FULL replaces what was sent of the same file types (default), INCREMENTAL adds, REPLACE"
                    + " replaces the months of --from to --to.")
    private Mode mode;

    @Option(
            names = "--created",
            paramLabel = "INSTANT",
            description = "When the extract was made (default now); orders the drops of a payer.")
    private Instant created;

    @Option(
            names = "--supersedes",
            paramLabel = "DROP",
            description = "Id of an earlier drop of the same payer that this one withdraws; repeatable.")
    private List<String> supersedes = List.of();

    @Option(
            names = "--type",
            paramLabel = "FILE=FORMAT/TYPE",
            description = "What a file is whose name does not say it; repeatable.")
    private Map<String, String> types = Map.of();

    @Override
    public Integer call() {
        LineOfBusiness business = LineOfBusiness.parse(line)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.BAD_OPTION, Place.of("--line-of-business"), "It is none of the drop contract."));
        if (to.isBefore(from)) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--to"), "The period ends before it starts.");
        }
        Instant made = created == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : created;
        Map<String, Long> records = ManifestDraft.write(
                DropPath.of(drop),
                new ManifestDraft.Heading(
                        business, made, mode.name().toLowerCase(Locale.ROOT), from, to, new TreeSet<>(supersedes)),
                types,
                Configuration::new);
        PrintWriter out = spec.commandLine().getOut();
        records.forEach((name, count) -> out.printf(Locale.ROOT, "%-50s %,14d records%n", name, count));
        out.println("manifest.json is written. Next: mcp-strata check-drop " + drop);
        out.flush();
        return ExitCode.DONE.number();
    }
}
