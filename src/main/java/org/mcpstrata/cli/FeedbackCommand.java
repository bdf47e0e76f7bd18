package org.mcpstrata.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.run.Feedback;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code feedback}: a page for every practice. */
@Command(
        name = "feedback",
        description = {
            "Writes a page for every practice of the published run: its results by payer and group against its state and"
                    + " the program, and the people whose care is open.",
            "The pages are restricted: each is for its practice only."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mcp-strata feedback --out target/sample --to target/feedback",
            "  mcp-strata feedback --out target/sample --to target/feedback --practice PRC004 --member-ids"
        })
final class FeedbackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WantedRun wanted;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Folder that receives <practice>.html; outside the results.")
    private Path to;

    @Option(names = "--practice", paramLabel = "ID", description = "Practice to write; repeatable (default all).")
    private List<String> practices = List.of();

    @Option(
            names = "--member-ids",
            description = "Name people in the lists of open care by their payers' member ids too, so that the practice"
                    + " finds them.")
    private boolean memberIds;

    @Override
    public Integer call() {
        Folders.requireOutside(to, wanted.out());
        Configuration conf = new Configuration();
        List<Path> files = Feedback.write(wanted.folder(conf, Feedback.TABLES), to, practices, memberIds, conf);
        spec.commandLine().getOut().println(files.size() + " pages in " + to + ", each for its practice only");
        return ExitCode.DONE.number();
    }
}
