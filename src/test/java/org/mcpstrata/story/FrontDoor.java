package org.mcpstrata.story;

import java.nio.file.Path;

/** The real run, as a payer and a reader see it: drops in, a run folder out. */
@FunctionalInterface
interface FrontDoor {
    /**
     * Runs one calendar year over every drop below a landing folder.
     *
     * @return the run folder, which holds {@code restricted/member_result}
     */
    Path run(Path landing, int year) throws Exception;
}
