package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

/** Ids of the rows of one member: those a story gives, so that rows can name one another, and numbers for the others. */
final class RowIds {
    private final String memberId;
    private int last;

    RowIds(String memberId) {
        this.memberId = requireNonNull(memberId, "memberId");
    }

    /** The id for the word {@code id}, or the next number. */
    String take(Given given) {
        return given.has("id") ? of(given.take("id")) : memberId + "-row" + ++last;
    }

    /** The id that a story wrote as this name. */
    String of(String name) {
        return memberId + "-" + name.replace(' ', '-');
    }
}
