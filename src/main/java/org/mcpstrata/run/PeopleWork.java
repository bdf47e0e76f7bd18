package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.publish.Workplace;

/**
 * Where the tasks of a run leave its people until the run is published. Closing it never fails: by then the result stands,
 * and the next start removes what is left.
 */
record PeopleWork(Workplace place) implements AutoCloseable {
    PeopleWork {
        requireNonNull(place, "place");
    }

    Path folder() {
        return place.folder();
    }

    @Override
    public void close() {
        try {
            place.close();
        } catch (IOException e) {
            // Its mark is dead with this process, by which the next start knows it for a leftover.
        }
    }
}
