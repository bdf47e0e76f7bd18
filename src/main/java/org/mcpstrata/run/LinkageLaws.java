package org.mcpstrata.run;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;

/** The conservation laws of {@code link_report} and {@code demographic_completeness}. */
final class LinkageLaws {
    private static final String STAGE = "link";
    private static final String ALL = "ALL";
    private static final Set<String> FATES =
            Set.of("MEMBERS_LINKED", "MEMBERS_WITHOUT_PARTNER", "MEMBERS_WITHOUT_KEYS", "MEMBERS_WITHOUT_IDENTITY_ROW");

    private LinkageLaws() {}

    /** @param claimRows medical claim lines that reached a person */
    static List<Law> linked(List<TableRow> rows, LinkReport report, long claimRows) {
        long membersBySize = metric(rows, "PERSONS_OF_SIZE")
                .mapToLong(row -> row.count("count") * (Integer) row.value("size"))
                .sum();
        return List.of(
                Law.of(
                        STAGE,
                        "link_report: members of all payers = members linked",
                        all(rows, "MEMBERS"),
                        report.members()),
                Law.of(STAGE, "link_report: members = persons by size × size", report.members(), membersBySize),
                Law.of(
                        STAGE,
                        "link_report: persons = persons by size",
                        report.persons(),
                        sum(metric(rows, "PERSONS_OF_SIZE"))),
                Law.of(
                        STAGE,
                        "link_report: persons = persons alone + persons joined by pass",
                        report.persons(),
                        sum(metric(rows, "PERSONS_ALONE"))
                                + sum(metric(rows, "PERSONS_JOINED").filter(LinkageLaws::isOfOnePass))),
                Law.of(
                        STAGE,
                        "link_report: members - persons = links by pass",
                        report.members() - report.persons(),
                        sum(metric(rows, "LINKS").filter(LinkageLaws::isOfOnePass))),
                Law.of(
                        STAGE,
                        "link_report: groups proposed = joined + refused by reason",
                        sum(metric(rows, "GROUPS_PROPOSED").filter(LinkageLaws::isOfOnePass)),
                        sum(rows.stream()
                                .filter(row -> row.text("metric").equals("GROUPS_JOINED")
                                        || row.text("metric").startsWith("GROUPS_REFUSED_"))
                                .filter(LinkageLaws::isOfOnePass))),
                Law.of(
                        STAGE,
                        "link_report: payers whose members are not linked + unlinked by reason",
                        0,
                        metric(rows, "MEMBERS")
                                .filter(members -> members.count("count")
                                        != sum(rows.stream()
                                                .filter(row -> FATES.contains(row.text("metric")))
                                                .filter(row ->
                                                        row.text("payer_a").equals(members.text("payer_a")))))
                                .count()),
                Law.of(
                        STAGE,
                        "link_report: pairs of payers that do not share the same persons both ways",
                        0,
                        metric(rows, "PERSONS_SHARED")
                                .filter(one -> metric(rows, "PERSONS_SHARED")
                                        .filter(other -> other.text("payer_a").equals(one.text("payer_b")))
                                        .filter(other -> other.text("payer_b").equals(one.text("payer_a")))
                                        .noneMatch(other -> other.count("count").equals(one.count("count"))))
                                .count()),
                Law.of(
                        STAGE,
                        "link_report: medical claim lines of all payers = lines that reached a person",
                        all(rows, "CLAIM_LINES"),
                        claimRows));
    }

    /** @param persons people evaluated */
    static List<Law> completeness(List<TableRow> rows, long persons) {
        return List.of(
                Law.of(
                        STAGE,
                        "demographic_completeness: people of every attribute = persons × attributes",
                        persons * Attribute.values().length,
                        rows.stream()
                                .filter(row -> row.text("payer_id").equals(ALL))
                                .mapToLong(row -> row.count("people"))
                                .sum()),
                Law.of(
                        STAGE,
                        "demographic_completeness: rows whose people are not known + missing by kind",
                        0,
                        broken(
                                rows,
                                row -> row.count("people")
                                        == total(
                                                row,
                                                "known",
                                                "declined",
                                                "asked_unknown",
                                                "unknown",
                                                "not_asked",
                                                "no_information",
                                                "unmapped",
                                                "not_applicable"))),
                Law.of(
                        STAGE,
                        "demographic_completeness: rows whose known are not the sum of the methods",
                        0,
                        broken(
                                rows,
                                row -> row.count("known")
                                        == total(
                                                row,
                                                "self_report",
                                                "self_report_enrollment",
                                                "administrative",
                                                "indirect_label"))));
    }

    private static long broken(List<TableRow> rows, Predicate<TableRow> law) {
        return rows.stream().filter(law.negate()).count();
    }

    private static long total(TableRow row, String... columns) {
        return Stream.of(columns).mapToLong(row::count).sum();
    }

    private static boolean isOfOnePass(TableRow row) {
        return row.text("pass") != null;
    }

    private static Stream<TableRow> metric(List<TableRow> rows, String name) {
        return rows.stream().filter(row -> row.text("metric").equals(name));
    }

    private static long all(List<TableRow> rows, String name) {
        return sum(metric(rows, name).filter(row -> row.text("payer_a").equals(ALL)));
    }

    private static long sum(Stream<TableRow> rows) {
        return rows.mapToLong(row -> row.count("count")).sum();
    }
}
