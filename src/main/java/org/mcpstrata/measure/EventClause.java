package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * The person's events of one kind that satisfy every line. An empty list asks nothing.
 *
 * @param event kind of event
 * @param in one of its codes is in one of these
 * @param alsoIn a code of the same event is in one of these too
 * @param notIn no code of the same event is in any of these
 * @param timing null for any time
 * @param value what its value must be, or null
 * @param result the kind of result (unit, conversions, coded results), or null
 * @param diagnosis diagnoses of the visit or claim
 * @param dischargedTo discharge disposition of the stay
 * @param reasons why it was ordered, changed or not done
 * @param settings encounter classes; {@code inSetting} of an encounter itself, else of the linked encounter
 * @param record status and intent of clinical rows
 * @param claims how claim rows are read
 */
public record EventClause(
        EventKind event,
        List<CodeSet> in,
        List<CodeSet> alsoIn,
        List<CodeSet> notIn,
        Timing timing,
        ValueTest value,
        ResultDefinition result,
        DiagnosisFilter diagnosis,
        List<CodeSet> dischargedTo,
        List<CodeSet> reasons,
        SettingFilter settings,
        RecordFilter record,
        ClaimRule claims)
        implements Clause {
    public EventClause {
        requireNonNull(event, "event");
        in = List.copyOf(in);
        alsoIn = List.copyOf(alsoIn);
        notIn = List.copyOf(notIn);
        requireNonNull(diagnosis, "diagnosis");
        dischargedTo = List.copyOf(dischargedTo);
        reasons = List.copyOf(reasons);
        requireNonNull(settings, "settings");
        requireNonNull(record, "record");
        requireNonNull(claims, "claims");
    }

    /** The same question about any time. */
    public EventClause atAnyTime() {
        return with(null);
    }

    @Override
    public Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.event(this);
    }

    @Override
    public List<String> uses() {
        return timing == null ? List.of() : timing.window().event().stream().toList();
    }

    @Override
    public List<CodeSet> sets() {
        return Stream.of(
                        in,
                        alsoIn,
                        notIn,
                        ValueTest.sets(value),
                        diagnosis.any(),
                        diagnosis.principal(),
                        dischargedTo,
                        reasons,
                        claims.notOnlyAt())
                .flatMap(List::stream)
                .toList();
    }

    /** The same clause in another window where it is about the measurement period as a whole. */
    public EventClause inPlaceOfPeriod(Window other, String name) {
        if (timing == null || !timing.window().equals(Window.MEASUREMENT_PERIOD)) {
            return this;
        }
        return with(new Timing(timing.relation(), other, name, timing.precision()));
    }

    private EventClause with(Timing other) {
        return new EventClause(
                event,
                in,
                alsoIn,
                notIn,
                other,
                value,
                result,
                diagnosis,
                dischargedTo,
                reasons,
                settings,
                record,
                claims);
    }
}
