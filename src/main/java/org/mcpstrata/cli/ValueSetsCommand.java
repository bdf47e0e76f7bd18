package org.mcpstrata.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code valuesets}: brings downloaded value sets into the project's form and compares releases of them. */
@Command(
        name = "valuesets",
        description = "Imports and compares value sets; reads no data.",
        subcommands = {ValueSetsImportCommand.class, ValueSetsDiffCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata valuesets import downloads --out vsac-2025",
            "  mcp-strata valuesets diff vsac-2025 vsac-2026"
        })
final class ValueSetsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
