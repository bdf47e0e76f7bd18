package org.mcpstrata.publish;

import java.io.Serializable;
import java.util.Iterator;
import org.mcpstrata.model.TableRow;

/** Reads rows of one table in their order; what is left unread is read for its digest only. */
@FunctionalInterface
public interface RowsReader<R> extends Serializable {
    R read(Iterator<TableRow> rows);
}
