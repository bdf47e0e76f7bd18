package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mcpstrata.model.Progress;

/**
 * Times the stages and tells the operator which one is at work. Times go to the run log, never into results. A processor
 * does not say for whom it works: what work beside the line takes ({@link Beside}) is booked to the stage that runs
 * meanwhile.
 */
final class StageClock {
    private final Clock clock;
    private final Progress progress;
    private final Instant started;
    private final SortedMap<String, Double> seconds = new TreeMap<>();
    private final SortedMap<String, Double> cpuSeconds = new TreeMap<>();
    private int count;

    StageClock(Clock clock, Progress progress) {
        this.clock = requireNonNull(clock, "clock");
        this.progress = requireNonNull(progress, "progress");
        this.started = clock.instant();
    }

    <T> T time(String stage, Supplier<T> work) {
        progress.reached(stage, 0, 0);
        Instant before = clock.instant();
        double cpuBefore = processCpuSeconds();
        T result = work.get();
        count++;
        String name = count + " " + stage;
        seconds.put(name, Duration.between(before, clock.instant()).toMillis() / 1000.0);
        cpuSeconds.put(name, Math.round(1000 * (processCpuSeconds() - cpuBefore)) / 1000.0);
        return result;
    }

    private static double processCpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
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

    /**
     * CPU seconds of this process by stage, whatever it did meanwhile: all work on an embedded Spark, the driver's alone
     * on a cluster.
     */
    SortedMap<String, Double> cpuSeconds() {
        return new TreeMap<>(cpuSeconds);
    }
}
