package org.mcpstrata.publish;

import java.io.Serializable;
import java.util.Iterator;
import org.mcpstrata.model.TableRow;

/** Makes the rows of one slice of a table, in order; the same rows each time it is asked. */
@FunctionalInterface
public interface SliceMaker<S> extends Serializable {
    Iterator<TableRow> rows(S slice);
}
