package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.time.MeasurementPeriod;

/** The rows of {@code member_result}: every verdict on every person, with what decided it. */
public final class MemberResult implements Serializable {
    public static final TableSchema SCHEMA = TableSchema.load("member_result", List.of());

    private static final Comparator<Verdict> ORDER =
            Comparator.comparing(Verdict::measureId).thenComparing(Verdict::rateId);

    private final String runId;
    private final MeasurementPeriod period;
    private final Map<String, String> versions = new HashMap<>();
    private final Set<String> stated = new HashSet<>();

    public MemberResult(String runId, MeasurementPeriod period, List<MeasureInfo> measures) {
        this.runId = requireNonNull(runId, "runId");
        this.period = requireNonNull(period, "period");
        measures.forEach(measure -> versions.put(measure.measureId(), measure.version()));
        measures.stream()
                .filter(MeasureInfo::sufficiencyStated)
                .map(MeasureInfo::measureId)
                .forEach(stated::add);
    }

    /** One person's rows, by measure and rate. */
    public List<TableRow> rows(PersonVerdicts counted) {
        return counted.verdicts().stream()
                .sorted(ORDER)
                .map(verdict -> row(counted.person(), verdict))
                .toList();
    }

    private TableRow row(Person person, Verdict verdict) {
        return TableRow.of(SCHEMA)
                .set("run_id", runId)
                .set("measure_id", verdict.measureId())
                .set("measure_version", versions.get(verdict.measureId()))
                .set("period_start", period.start())
                .set("period_end", period.end())
                .set("person_id", person.personId())
                .set("source_members", members(person))
                .set("rate_id", verdict.rateId())
                .set("practice_id", verdict.practice(person).id())
                .set("state", verdict.practice(person).state())
                .set("payer_scopes", List.copyOf(person.payerScopes()))
                .set("initial_population", verdict.initialPopulation())
                .set("denominator", verdict.denominator())
                .set("denominator_exclusion", verdict.denominatorExclusion())
                .set("denominator_exception", verdict.denominatorException())
                .set("numerator", verdict.numerator())
                .set("observation", verdict.observation())
                .set("exposure", verdict.exposure())
                .set("reasons", verdict.reasons())
                .set("evidence", evidence(verdict))
                .set(
                        "data_sufficiency",
                        stated.contains(verdict.measureId())
                                ? verdict.sufficiency().name()
                                : null)
                .build();
    }

    private static List<Object[]> members(Person person) {
        List<Object[]> members = new ArrayList<>();
        for (Member member : person.members().stream().sorted().toList()) {
            members.add(new Object[] {member.payerId(), member.memberId()});
        }
        return members;
    }

    private static List<Object[]> evidence(Verdict verdict) {
        TableSchema schema = SCHEMA.column("evidence").nested();
        List<Object[]> events = new ArrayList<>();
        for (Evidence event : verdict.evidence()) {
            events.add(TableRow.of(schema)
                    .set("definition", event.definition())
                    .set("date", event.date())
                    .set("code", event.code())
                    .set("value", event.value())
                    .set("unit", event.unit())
                    .set("path", event.path().name())
                    .set("drop", event.source().payerId() + '/' + event.source().dropId())
                    .set("file", event.source().file())
                    .set("line", event.source().line())
                    .build()
                    .values());
        }
        return events;
    }
}
