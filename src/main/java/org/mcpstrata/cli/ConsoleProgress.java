package org.mcpstrata.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.Locale;
import org.mcpstrata.model.Progress;

/** Prints one line a stage and, on long stages, one line for every tenth of the way, each with the seconds so far. */
final class ConsoleProgress implements Progress {
    private final transient PrintWriter out;
    private final long started = System.nanoTime();
    private String stage = "";
    private long tenth = -1;

    ConsoleProgress(PrintWriter out) {
        this.out = requireNonNull(out, "out");
    }

    @Override
    public void reached(String newStage, long done, long total) {
        long newTenth = total == 0 ? 0 : 10 * done / total;
        if (newStage.equals(stage) && newTenth == tenth) {
            return;
        }
        stage = newStage;
        tenth = newTenth;
        double seconds = (System.nanoTime() - started) / 1e9;
        String share =
                total == 0 ? "" : String.format(Locale.ROOT, "  %,d of %,d (%d %%)", done, total, 100 * done / total);
        out.printf(Locale.ROOT, "%7.1f s  %s%s%n", seconds, newStage, share);
        out.flush();
    }
}
