package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of what a run leaves in {@code runs/} before it is committed. Only what has such a name is ever cleaned up.
 *
 * @param attempt tells attempts at one run apart: chosen by the caller, for example process id and start time
 */
record StagingName(RunId runId, String attempt) {
    private static final Pattern NAMES =
            Pattern.compile("([0-9a-f]{20})\\.staging-([a-z0-9-]{1,60})(?:\\.(?:mark|commit|current))?");

    StagingName {
        requireNonNull(runId, "runId");
        if (!attempt.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("an attempt is named with small letters, digits and hyphens");
        }
    }

    /** What a name in {@code runs/} belongs to; empty for committed runs and foreign names. */
    static Optional<StagingName> of(String name) {
        Matcher matcher = NAMES.matcher(name);
        return matcher.matches()
                ? Optional.of(new StagingName(new RunId(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    String folder() {
        return runId + ".staging-" + attempt;
    }

    /** Held while the attempt is alive. */
    String mark() {
        return folder() + ".mark";
    }

    /** The finished commit record before it has its public name. */
    String commit() {
        return folder() + ".commit";
    }

    /** The finished copy for {@code CURRENT}. */
    String current() {
        return folder() + ".current";
    }
}
