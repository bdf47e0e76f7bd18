package org.mcpstrata.publish;

import java.io.Serializable;
import java.util.List;
import org.mcpstrata.model.TableRow;

/** Makes a table's rows of one thing, in the order of the table's key. */
public interface RowMaker<T> extends Serializable {
    List<TableRow> rows(T thing);
}
