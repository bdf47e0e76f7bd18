package org.mcpstrata.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Reads the files of a written table back, to see what is really on disk. */
interface PartReader {
    /** Every part of a table as found below its folder, in order. */
    List<RereadPart> reread(Path folder, WrittenTable table) throws IOException;

    /** One part after the other, here. */
    static PartReader here(Configuration conf) {
        return (folder, table) -> {
            List<RereadPart> parts = new ArrayList<>();
            for (Part part : table.parts()) {
                parts.add(RereadPart.of(new Path(folder, part.name()), table.schema(), conf));
            }
            return parts;
        };
    }
}
