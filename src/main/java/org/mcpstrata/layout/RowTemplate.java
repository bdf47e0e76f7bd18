package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/**
 * One canonical row that a delivered record may become.
 *
 * @param conditions all must have a value, or there is no row
 * @param needs columns of which one must have a value, or there is no row; empty where none is asked for
 */
record RowTemplate(Table table, List<Cell> cells, List<Expression> conditions, List<Column> needs)
        implements Serializable {
    RowTemplate {
        requireNonNull(table, "table");
        cells = List.copyOf(cells);
        conditions = List.copyOf(conditions);
        needs = List.copyOf(needs);
    }

    /** What goes into one column. */
    record Cell(Column column, Expression from) implements Serializable {
        Cell {
            requireNonNull(column, "column");
            requireNonNull(from, "from");
        }
    }

    boolean applies(Reading record) {
        for (Expression condition : conditions) {
            if (condition.evaluate(record) == null) {
                return false;
            }
        }
        return true;
    }

    /** The row, or null where it would say nothing. */
    CanonicalRow row(Reading record, Provenance at, String memberId) {
        Object[] values = new Object[table.schema().columns().size()];
        values[0] = at.payerId();
        values[1] = memberId;
        values[2] = at.dropId();
        values[3] = at.file();
        values[4] = at.line();
        for (Cell cell : cells) {
            Object value = cell.from().evaluate(record);
            if (value == null && cell.column().required()) {
                throw new FieldProblem(ProblemCode.FIELD_MISSING, cell.from().field());
            }
            values[cell.column().index()] = value;
        }
        return saysSomething(values) ? new CanonicalRow(table, values) : null;
    }

    private boolean saysSomething(Object[] values) {
        for (Column column : needs) {
            if (values[column.index()] != null) {
                return true;
            }
        }
        return needs.isEmpty();
    }
}
