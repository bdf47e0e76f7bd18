package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mcpstrata.model.Progress;

/** Times the stages and tells the operator which one is at work. Times go to the run log, never into results. */
final class StageClock {
    private final Clock clock;
    private final Progress progress;
    private final Instant started;
    private final SortedMap<String, Double> seconds = new TreeMap<>();
    private int count;

    StageClock(Clock clock, Progress progress) {
        this.clock = requireNonNull(clock, "clock");
        this.progress = requireNonNull(progress, "progress");
        this.started = clock.instant();
    }

    <T> T time(String stage, Supplier<T> work) {
        progress.reached(stage, 0, 0);
        Instant before = clock.instant();
        T result = work.get();
        count++;
        seconds.put(
                count + " " + stage, Duration.between(before, clock.instant()).toMillis() / 1000.0);
        return result;
    }

    Instant started() {
        return started;
    }

    Instant now() {
        return clock.instant();
    }

    /** Wall seconds by stage; the names start with the stage's number. */
    SortedMap<String, Double> seconds() {
        return new TreeMap<>(seconds);
    }
}
