package org.mcpstrata.publish;

import java.io.Serializable;
import java.util.Iterator;
import org.mcpstrata.model.TableRow;

/** Reads the same people's rows of two tables, which stand in files of the same name and order. */
@FunctionalInterface
public interface TogetherReader<R> extends Serializable {
    R read(Iterator<TableRow> one, Iterator<TableRow> other);
}
