package org.mcpstrata.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.mcpstrata.valueset.ValueSetImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code valuesets import}: writes the folder that {@code --value-sets} takes. */
@Command(
        name = "import",
        description = {
            "Reads downloaded value sets and writes the folder that --value-sets takes.",
            "SOURCE is a workbook (.xlsx) or CSV file of the Value Set Authority Center, a FHIR ValueSet or Bundle (.json),"
                    + " or a folder of such files. Pages of one FHIR expansion are joined. A truncated expansion, a code that"
                    + " a spreadsheet has damaged, or one value set with two contents is refused; then nothing is written."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "2:the command line or a source is wrong; nothing was written",
            "4:the folder could not be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata valuesets import ec_only_cms_20250508.xlsx --out vsac-2026",
            "  mcp-strata valuesets import downloads/diabetes.xlsx downloads/fhir --out vsac-2026",
            "  mcp-strata valuesets import bundle.json --out vsac-2026 --only 2.16.840.1.113883.3.464.1003.103.12.1001",
            "  mcp-strata run --landing /data/landing --out /data/results --value-sets vsac-2026"
        })
final class ValueSetsImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Files or folders to read.")
    private List<Path> sources;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "New or empty folder to write.")
    private Path out;

    @Option(names = "--only", paramLabel = "OID", description = "Take this value set only; repeatable.")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        ValueSetImport.Imported imported = ValueSetImport.run(sources, new HashSet<>(only), out);
        spec.commandLine()
                .getOut()
                .println("Value sets: " + imported.valueSets() + ", codes: " + imported.codes() + ", folder: " + out);
        return ExitCode.DONE.number();
    }
}
