package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.CostRule.Candidates;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.Enrollment;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * The practice of a person whom nobody attributes, from the services the person had (measures.md 12). It belongs to the
 * taxpayer of the latest candidate event that still lasts on the month's 15th day; of two on one day the smaller number.
 * A taxpayer without a practice in the program, or with several, attributes nobody.
 */
final class CandidateEvents {
    private static final Table TABLE = Table.MEDICAL_CLAIM;
    private static final Column CODE = TABLE.column("hcpcs_code");
    private static final Column TIN = TABLE.column("billing_tin");
    private static final Column LINE_START = TABLE.column("claim_line_start_date");
    private static final Column CLAIM_START = TABLE.column("claim_start_date");
    private static final Column CLAIM_STATUS = TABLE.column("claim_status");
    private static final Column LINE_STATUS = TABLE.column("line_status");

    private final Candidates rule;
    private final Map<String, Practice> practices = new HashMap<>();

    /** A service of a day; the lines of one claim and day are one service. */
    private record Service(LocalDate day, String tin, String claim) {
        static final Comparator<Service> LATEST_FIRST =
                Comparator.comparing(Service::day).reversed().thenComparing(Service::tin);
    }

    /** @param known all practices of the program, by id */
    CandidateEvents(Candidates rule, SortedMap<String, Practice> known) {
        this.rule = requireNonNull(rule, "rule");
        Set<String> shared = new HashSet<>();
        for (Practice practice : known.values()) {
            String taxpayer = practice.taxpayer();
            if (!taxpayer.isEmpty() && practices.put(taxpayer, practice) != null) {
                shared.add(taxpayer);
            }
        }
        practices.keySet().removeAll(shared);
    }

    /** @param rows the person's rows, after final action */
    SortedMap<Integer, Practice> byMonth(List<CanonicalRow> rows, MeasurementPeriod period) {
        List<Service> candidates = candidates(services(rows));
        SortedMap<Integer, Practice> months = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate middle = Enrollment.middleOf(month, period);
            Optional<Practice> practice = candidates.stream()
                    .filter(event -> !event.day().isAfter(middle)
                            && middle.isBefore(event.day().plusDays(rule.lastsDays())))
                    .min(Service.LATEST_FIRST)
                    .map(event -> practices.get(event.tin()));
            if (practice.isPresent()) {
                months.put(month, practice.get());
            }
        }
        return months;
    }

    private List<Service> services(List<CanonicalRow> rows) {
        Set<Service> services = new HashSet<>();
        for (CanonicalRow row : rows) {
            if (row.table() == TABLE
                    && row.text(CODE) != null
                    && rule.codes().contains(row.text(CODE))
                    && !"denied".equals(row.text(CLAIM_STATUS))
                    && !"denied".equals(row.text(LINE_STATUS))) {
                LocalDate day = row.date(LINE_START) == null ? row.date(CLAIM_START) : row.date(LINE_START);
                String tin = row.text(TIN) == null ? "" : Practice.taxpayer(row.text(TIN));
                if (day != null) {
                    services.add(new Service(day, tin, row.payerId() + '/' + row.text("claim_id")));
                }
            }
        }
        return new ArrayList<>(services);
    }

    private List<Service> candidates(List<Service> services) {
        return services.stream()
                .filter(event -> !event.tin().isEmpty())
                .filter(event -> services.stream().anyMatch(other -> confirms(event, other)))
                .toList();
    }

    private boolean confirms(Service event, Service other) {
        long days = other.day().toEpochDay() - event.day().toEpochDay();
        boolean near = Math.abs(days) <= rule.nearDays();
        boolean again = other.tin().equals(event.tin()) && days > 0 && days <= rule.againDays();
        return !other.equals(event) && (near || again);
    }
}
