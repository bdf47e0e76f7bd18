package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.mcpstrata.model.TableRow;

/** Goes through a table in order of person, one person's rows at a time. */
final class PersonRows implements Iterator<List<TableRow>> {
    private final Iterator<TableRow> rows;
    private TableRow next;

    PersonRows(Iterator<TableRow> rows) {
        this.rows = requireNonNull(rows, "rows");
        this.next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public List<TableRow> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        String personId = next.text("person_id");
        List<TableRow> person = new ArrayList<>();
        while (next != null && next.text("person_id").equals(personId)) {
            person.add(next);
            next = rows.hasNext() ? rows.next() : null;
        }
        return person;
    }

    /** Which table's next person comes first; a table at its end comes last. */
    int order(PersonRows other) {
        if (next == null || other.next == null) {
            return Boolean.compare(next == null, other.next == null);
        }
        return next.text("person_id").compareTo(other.next.text("person_id"));
    }
}
