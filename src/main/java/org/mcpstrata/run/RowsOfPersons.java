package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.mcpstrata.link.Mention;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.store.RowCodec;
import scala.Tuple2;

/**
 * The rows of one task that may count, encoded, with their persons; without those of people who need not be evaluated. Of
 * a night's rows nearly all are left behind here, so that little is asked of each.
 *
 * <p>A row that is left behind may be the only one that names its member, and whoever was linked is evaluated; or the only
 * one by which its drop speaks of the person, whose payers and lines of business do not depend on what measures ask for
 * (founding decision 4). So the member goes on without it: once a task, drop and table, in whatever order rows come.
 */
final class RowsOfPersons implements Iterator<Tuple2<String, byte[]>> {
    private final Iterator<CanonicalRow> rows;
    private final Predicate<CanonicalRow> mayCount;
    private final Predicate<CanonicalRow> isMention;
    private final PersonIndex index;
    private final PersonSet undescribed;
    private final PersonSet untouched;
    private final BitSet named = new BitSet();
    private final Map<Mention, BitSet> mentioned = new HashMap<>();
    private Member lastMember;
    private int lastPlace;
    private long lastPerson;
    private boolean lastUntouched;
    private Mention lastMention;
    private Tuple2<String, byte[]> next;

    /**
     * @param isMention whether a row speaks for its drop, also where it is left behind
     * @param undescribed persons of whom no row that surely counts names every member
     */
    RowsOfPersons(
            Iterator<CanonicalRow> rows,
            Predicate<CanonicalRow> mayCount,
            Predicate<CanonicalRow> isMention,
            PersonIndex index,
            PersonSet undescribed,
            PersonSet untouched) {
        this.rows = requireNonNull(rows, "rows");
        this.mayCount = requireNonNull(mayCount, "mayCount");
        this.isMention = requireNonNull(isMention, "isMention");
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
            } else if (isMention.test(row)) {
                next = mention(row);
            } else if (undescribed.size() > 0) {
                next = name(row);
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

    private Tuple2<String, byte[]> mention(CanonicalRow row) {
        person(row);
        if (lastMention == null || !lastMention.isOf(row)) {
            lastMention = Mention.of(row);
        }
        return isFirst(mentioned.computeIfAbsent(lastMention, any -> new BitSet()))
                ? new Tuple2<>(PersonSet.personId(lastPerson), PersonRows.naming(lastMember, lastMention))
                : null;
    }

    private Tuple2<String, byte[]> name(CanonicalRow row) {
        return undescribed.contains(person(row)) && isFirst(named)
                ? new Tuple2<>(PersonSet.personId(lastPerson), PersonRows.naming(lastMember))
                : null;
    }

    private boolean isFirst(BitSet places) {
        boolean first = !places.get(lastPlace);
        places.set(lastPlace);
        return first;
    }

    /** Rows about one member mostly come one after the other. */
    private long person(CanonicalRow row) {
        Member member = row.member();
        if (!member.equals(lastMember)) {
            lastMember = member;
            lastPlace = index.placeOf(member);
            lastPerson = index.numberAt(lastPlace);
            lastUntouched = untouched.contains(lastPerson);
        }
        return lastPerson;
    }
}
