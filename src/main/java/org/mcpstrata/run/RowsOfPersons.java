package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.store.RowCodec;
import scala.Tuple2;

/**
 * The rows of one task that may count, encoded, with their persons; without those of people who need not be evaluated. Of
 * a night's rows nearly all are left behind here, so that little is asked of each.
 *
 * <p>Where a row that is left behind may be the only one that names its member, the member goes on without it: whoever was
 * linked is evaluated.
 */
final class RowsOfPersons implements Iterator<Tuple2<String, byte[]>> {
    private final Iterator<CanonicalRow> rows;
    private final Predicate<CanonicalRow> mayCount;
    private final PersonIndex index;
    private final PersonSet undescribed;
    private final PersonSet untouched;
    private Member lastMember;
    private long lastPerson;
    private boolean lastUntouched;
    private boolean lastNamed;
    private Tuple2<String, byte[]> next;

    /** @param undescribed persons of whom no row that surely counts names every member */
    RowsOfPersons(
            Iterator<CanonicalRow> rows,
            Predicate<CanonicalRow> mayCount,
            PersonIndex index,
            PersonSet undescribed,
            PersonSet untouched) {
        this.rows = requireNonNull(rows, "rows");
        this.mayCount = requireNonNull(mayCount, "mayCount");
        this.index = requireNonNull(index, "index");
        this.undescribed = requireNonNull(undescribed, "undescribed");
        this.untouched = requireNonNull(untouched, "untouched");
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            CanonicalRow row = rows.next();
            // Whom a row speaks of is asked first where most people are untouched, and last where nobody is.
            if (untouched.size() > 0 && !isTouched(row)) {
                continue;
            }
            if (mayCount.test(row)) {
                next = new Tuple2<>(PersonSet.personId(person(row)), RowCodec.encode(row));
            } else if (undescribed.size() > 0 && isToBeNamed(row)) {
                next = new Tuple2<>(PersonSet.personId(lastPerson), PersonRows.naming(lastMember));
                lastNamed = true;
            }
        }
        return next != null;
    }

    @Override
    public Tuple2<String, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Tuple2<String, byte[]> row = next;
        next = null;
        return row;
    }

    private boolean isTouched(CanonicalRow row) {
        person(row);
        return !lastUntouched;
    }

    private boolean isToBeNamed(CanonicalRow row) {
        long person = person(row);
        return !lastNamed && undescribed.contains(person);
    }

    /** Rows about one member mostly come one after the other. */
    private long person(CanonicalRow row) {
        Member member = row.member();
        if (!member.equals(lastMember)) {
            lastMember = member;
            lastPerson = index.numberOf(member);
            lastUntouched = untouched.contains(lastPerson);
            lastNamed = false;
        }
        return lastPerson;
    }
}
