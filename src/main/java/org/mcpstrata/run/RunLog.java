package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Writes {@code run-logs/<run>.<attempt>.json}: clock times, host and user, the only place where they appear. */
final class RunLog {
    private final Path folder;
    private final Configuration conf;

    RunLog(String out, Configuration conf) {
        this.folder = new Path(out, "run-logs");
        this.conf = requireNonNull(conf, "conf");
    }

    void write(RunOutcome outcome, StageClock clock) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode log = json.createObjectNode()
                .put("runId", outcome.runId())
                .put("generation", outcome.generation())
                .put("started", clock.started().toString())
                .put("finished", clock.now().toString())
                .put("user", System.getProperty("user.name"));
        ObjectNode seconds = log.putObject("seconds");
        outcome.seconds().forEach(seconds::put);
        ObjectNode counts = log.putObject("counts");
        outcome.counts().forEach(counts::put);
        Path file = new Path(folder, outcome.runId() + "." + clock.started().toEpochMilli() + ".json");
        try (OutputStream out = file.getFileSystem(conf).create(file, true)) {
            log.put("host", InetAddress.getLocalHost().getHostName());
            out.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(log));
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.NOT_TIDIED, Place.of("run-logs"), "The run log was not written.");
        }
    }
}
