package org.mcpstrata.link;

import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.PLAN;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

/** Rows about members, delivered one by one, and the persons that linking makes of them. */
abstract class MembersToLink {
    static final LinkageKey KEY =
            new LinkageKey("a published key for tests".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    static final String OLD = "1S00A00AA00";
    static final String NEW = "2S00A00AA00";
    static final String NEWEST = "3S00A00AA00";

    final TestRows rows = new TestRows();
    final List<CanonicalRow> delivered = new ArrayList<>();

    List<String> persons() {
        return link().clusters().stream()
                .map(cluster -> String.join(
                        " ",
                        cluster.members().stream()
                                .map(member -> member.payerId() + "/" + member.memberId())
                                .toList()))
                .toList();
    }

    Clusters.Result link() {
        return link(delivered);
    }

    static Clusters.Result link(List<CanonicalRow> rows) {
        SortedMap<Member, IdentityEvidence> evidence = new TreeMap<>();
        for (CanonicalRow row : rows) {
            evidence.merge(row.member(), IdentityEvidence.of(row, DROPS, new NameKeys(KEY)), IdentityEvidence::plus);
        }
        return Clusters.of(evidence.values().stream().map(MemberIdentity::of).toList());
    }

    void patient(String payer, String id, String mbi, String last, String first, String birth, String sex, String zip) {
        delivered.add(rows.row(
                Table.PATIENT,
                payer,
                id,
                "mbi",
                mbi,
                "last_name",
                last,
                "first_name",
                first,
                "birth_date",
                birth,
                "gender",
                sex,
                "address_zip",
                zip));
    }

    void eligibilityName(String payer, String id, String last, String first, String birth, String sex, String zip) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                payer,
                id,
                "payer_type",
                "MEDICAID_FFS",
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                "2025-01-31",
                "last_name",
                last,
                "first_name",
                first,
                "birth_date",
                birth,
                "gender",
                sex,
                "address_zip",
                zip));
    }

    void eligibilityMbi(String start, String mbi) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                PLAN,
                "77",
                "payer_type",
                "MEDICARE_ADVANTAGE",
                "enrollment_start_date",
                start,
                "enrollment_end_date",
                "2025-12-31",
                "mbi",
                mbi));
    }

    void crosswalk(String drop, String payer, String member, String mbi, String effective) {
        delivered.add(rows.inDrop(drop, Table.MBI_CROSSWALK, payer, member, "mbi", mbi, "effective_date", effective));
    }
}
