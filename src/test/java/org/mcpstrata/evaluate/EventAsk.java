package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mcpstrata.measure.ClaimRule;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.DiagnosisFilter;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.RecordFilter;
import org.mcpstrata.measure.SettingFilter;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.measure.Window;

/** Writes an event clause word by word. */
final class EventAsk {
    private final EventKind kind;
    private final List<CodeSet> in = new ArrayList<>();
    private List<CodeSet> diagnosis = List.of();
    private List<CodeSet> principal = List.of();
    private Timing timing;
    private ValueTest value;
    private SettingFilter settings = SettingFilter.ANY;
    private RecordFilter record = RecordFilter.ANY;
    private ClaimRule.Dating dating = ClaimRule.Dating.LINE;

    private EventAsk(EventKind kind) {
        this.kind = kind;
    }

    static EventAsk of(EventKind kind, String... sets) {
        EventAsk ask = new EventAsk(kind);
        ask.in.addAll(sets(sets));
        return ask;
    }

    private static List<CodeSet> sets(String... names) {
        return List.of(names).stream().map(name -> new CodeSet(name, name)).toList();
    }

    EventAsk during(String window) {
        return timed(Timing.Relation.DURING, window);
    }

    EventAsk overlaps(String window) {
        return timed(Timing.Relation.OVERLAPS, window);
    }

    EventAsk starts(String window) {
        return timed(Timing.Relation.STARTS, window);
    }

    EventAsk ends(String window) {
        return timed(Timing.Relation.ENDS, window);
    }

    private EventAsk timed(Timing.Relation relation, String window) {
        timing = new Timing(relation, Window.parse(window), window);
        return this;
    }

    EventAsk answerIn(String... sets) {
        value = new ValueTest.AnswerIn(sets(sets));
        return this;
    }

    EventAsk withDiagnosis(String... sets) {
        diagnosis = sets(sets);
        return this;
    }

    EventAsk principalDiagnosis(String... sets) {
        principal = sets(sets);
        return this;
    }

    EventAsk notInSetting(String... classes) {
        settings = SettingFilter.of(List.of(), List.of(classes));
        return this;
    }

    EventAsk inSetting(String... classes) {
        settings = SettingFilter.of(List.of(classes), List.of());
        return this;
    }

    EventAsk status(String... statuses) {
        record = new RecordFilter(
                new TreeSet<>(List.of(statuses)),
                record.notStatuses(),
                record.clinicalStatuses(),
                record.intents(),
                record.categories(),
                record.unverified());
        return this;
    }

    EventAsk category(String... categories) {
        record = new RecordFilter(
                record.statuses(),
                record.notStatuses(),
                record.clinicalStatuses(),
                record.intents(),
                new TreeSet<>(List.of(categories)),
                record.unverified());
        return this;
    }

    EventAsk datedBy(ClaimRule.Dating days) {
        dating = days;
        return this;
    }

    EventClause clause() {
        ClaimRule claims = new ClaimRule(
                dating, ClaimRule.Lasting.EPISODE, null, List.of(), new TreeSet<>(), new TreeSet<>(), false);
        return new EventClause(
                kind,
                in,
                List.of(),
                List.of(),
                timing,
                value,
                null,
                new DiagnosisFilter(diagnosis, principal),
                List.of(),
                List.of(),
                settings,
                record,
                claims);
    }
}
