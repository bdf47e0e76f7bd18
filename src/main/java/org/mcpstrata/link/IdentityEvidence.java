package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Mbi;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;

/**
 * Everything delivered so far about who one member is; additive over rows. Names are in it only as hashes.
 *
 * @param idIsMbi whether the member id itself is a Medicare identifier, as in Medicare's own files
 * @param statements what was said, with the newest time it was said
 * @param mbiCrosswalk identifiers that a crosswalk gives the member
 * @param memberCrosswalk members of other payers that a crosswalk gives the member
 */
record IdentityEvidence(
        Member member,
        boolean idIsMbi,
        Map<Statement, Recency> statements,
        Map<String, Recency> mbiCrosswalk,
        Map<Member, Recency> memberCrosswalk)
        implements Serializable {
    IdentityEvidence {
        requireNonNull(member, "member");
    }

    /**
     * One statement about a member, without its time.
     *
     * @param mbi null where absent
     * @param birth null where absent
     * @param sex male or female; null where absent or another word
     * @param dated whether the statement bears a date: an undated one is replaced by a newer drop
     */
    record Statement(String mbi, LocalDate birth, String sex, SortedMap<LinkPass, String> nameKeys, boolean dated)
            implements Serializable {
        /** Whether it is surely the same statement; told without comparing the hashes, which are remembered as one map. */
        boolean repeats(Statement other) {
            return nameKeys == other.nameKeys
                    && dated == other.dated
                    && Objects.equals(mbi, other.mbi)
                    && Objects.equals(birth, other.birth)
                    && Objects.equals(sex, other.sex);
        }
    }

    /** What one canonical row of any table tells; claim and clinical rows tell at most the member's own number. */
    static IdentityEvidence of(CanonicalRow row, Drops drops, NameKeys names) {
        Sum sum = new Sum(row.member());
        sum.add(row, drops, names);
        return sum.evidence();
    }

    /** Adds up all that is told of one member, in place: evidence a row would make three maps a row. */
    static final class Sum {
        private final Member member;
        private boolean idIsMbi;
        private final Map<Statement, Recency> statements = new HashMap<>();
        private final Map<String, Recency> mbis = new HashMap<>();
        private final Map<Member, Recency> members = new HashMap<>();
        private Statement last;
        private Recency newestOfLast;

        Sum(Member member) {
            this.member = requireNonNull(member, "member");
        }

        void add(CanonicalRow row, Drops drops, NameKeys names) {
            switch (row.table()) {
                case PATIENT -> {
                    LocalDate day = row.date("as_of_date");
                    state(statement(row, day != null, names), recency(row, drops, day));
                }
                case ELIGIBILITY ->
                    state(statement(row, true, names), recency(row, drops, row.date("enrollment_start_date")));
                case MBI_CROSSWALK -> {
                    Recency recency = recency(row, drops, row.date("effective_date"));
                    if (Mbi.isWellFormed(row.text("mbi"))) {
                        newest(mbis, row.text("mbi"), recency);
                    }
                    if (row.text("other_payer_id") != null && row.text("other_member_id") != null) {
                        newest(members, new Member(row.text("other_payer_id"), row.text("other_member_id")), recency);
                    }
                }
                case DEMOGRAPHICS, ATTRIBUTION, MEDICAL_CLAIM, CLAIM_DIAGNOSIS, CLAIM_PROCEDURE, PHARMACY_CLAIM -> {}
                case ENCOUNTER, CONDITION, PROCEDURE, OBSERVATION, MEDICATION, SERVICE_REQUEST -> {}
                case SURVEY, RACE_PROBABILITY, RISK_SCORE, PROVIDER -> {}
            }
            idIsMbi = idIsMbi || IdentityEvidence.idIsMbi(row, drops);
        }

        /** Adds evidence about the same member. */
        void add(IdentityEvidence more) {
            idIsMbi = idIsMbi || more.idIsMbi;
            more.statements.forEach((statement, recency) -> newest(statements, statement, recency));
            more.mbiCrosswalk.forEach((mbi, recency) -> newest(mbis, mbi, recency));
            more.memberCrosswalk.forEach((other, recency) -> newest(members, other, recency));
        }

        /** A payer repeats a statement in every month, so that one is held back until another comes. */
        private void state(Statement statement, Recency recency) {
            if (last != null && statement.repeats(last)) {
                newestOfLast = Recency.newer(newestOfLast, recency);
            } else {
                finishLast();
                last = statement;
                newestOfLast = recency;
            }
        }

        private void finishLast() {
            if (last != null) {
                newest(statements, last, newestOfLast);
                last = null;
            }
        }

        /** All of it; nothing may be added afterwards. */
        IdentityEvidence evidence() {
            finishLast();
            return new IdentityEvidence(member, idIsMbi, statements, mbis, members);
        }

        private static Recency recency(CanonicalRow row, Drops drops, LocalDate day) {
            return Recency.of(drops.rank(row.payerId(), row.dropId()), day);
        }

        private static <K> void newest(Map<K, Recency> told, K what, Recency recency) {
            told.merge(what, recency, Recency::newer);
        }
    }

    private static boolean idIsMbi(CanonicalRow row, Drops drops) {
        return Mbi.isWellFormed(row.memberId()) && LinesOfBusiness.of(row, drops) == LineOfBusiness.MEDICARE_FFS;
    }

    /** Whether a row tells anything by which another payer's member could be recognised as the same person. */
    static boolean tellsKey(CanonicalRow row, Drops drops) {
        if (idIsMbi(row, drops) || row.table() == Table.MBI_CROSSWALK && describes(row)) {
            return true;
        }
        return Described.isStatement(row)
                && (Mbi.isWellFormed(row.text("mbi"))
                        || NameKeys.areIn(
                                row.text("last_name"),
                                row.text("first_name"),
                                row.date("birth_date"),
                                row.text("gender"),
                                row.text("address_zip")));
    }

    private static Statement statement(CanonicalRow row, boolean dated, NameKeys names) {
        String mbi = Mbi.isWellFormed(row.text("mbi")) ? row.text("mbi") : null;
        LocalDate birth = row.date("birth_date");
        SortedMap<LinkPass, String> keys = names.of(
                row.text("last_name"), row.text("first_name"), birth, row.text("gender"), row.text("address_zip"));
        String gender = row.text("gender");
        String sex = "male".equals(gender) || "female".equals(gender) ? gender : null;
        return new Statement(mbi, birth, sex, keys, dated);
    }

    /** Whether a row says who its member is, rather than what happened to it. */
    static boolean describes(CanonicalRow row) {
        return Described.isStatement(row)
                || row.table() == Table.MBI_CROSSWALK
                        && (Mbi.isWellFormed(row.text("mbi"))
                                || row.text("other_payer_id") != null && row.text("other_member_id") != null);
    }

    /** Whether any row of {@link #describes that kind} was among those added up. */
    boolean isDescribed() {
        return !statements.isEmpty() || !mbiCrosswalk.isEmpty() || !memberCrosswalk.isEmpty();
    }

    /** The evidence of both; of the same member. */
    IdentityEvidence plus(IdentityEvidence other) {
        Sum sum = new Sum(member);
        sum.add(this);
        sum.add(other);
        return sum.evidence();
    }
}
