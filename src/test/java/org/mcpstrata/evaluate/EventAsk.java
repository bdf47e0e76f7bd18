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
import org.mcpstrata.measure.ResultDefinition;
import org.mcpstrata.measure.SettingFilter;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.measure.Window;

/** Writes an event clause word by word. */
final class EventAsk {
    private final EventKind kind;
    private final List<CodeSet> in = new ArrayList<>();
    private final List<CodeSet> notOnlyAt = new ArrayList<>();
    private final TreeSet<String> notModifiers = new TreeSet<>();
    private final TreeSet<String> notTypes = new TreeSet<>();
    private List<CodeSet> diagnosis = List.of();
    private List<CodeSet> principal = List.of();
    private List<CodeSet> dischargedTo = List.of();
    private Timing timing;
    private ValueTest value;
    private ResultDefinition result;
    private SettingFilter settings = SettingFilter.ANY;
    private RecordFilter record = RecordFilter.ANY;
    private ClaimRule.Dating dating = ClaimRule.Dating.LINE;
    private ClaimRule.Lasting lasting = ClaimRule.Lasting.EPISODE;
    private Window since;

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

    EventAsk value(String test) {
        value = ValueTest.parse(test);
        return this;
    }

    EventAsk answerIn(String... sets) {
        value = new ValueTest.AnswerIn(sets(sets));
        return this;
    }

    EventAsk result(ResultDefinition definition) {
        result = definition;
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

    EventAsk dischargedTo(String... sets) {
        dischargedTo = sets(sets);
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
                new TreeSet<>(List.of(statuses)), record.notStatuses(), record.intents(), record.categories());
        return this;
    }

    EventAsk notStatus(String... statuses) {
        record = new RecordFilter(
                record.statuses(), new TreeSet<>(List.of(statuses)), record.intents(), record.categories());
        return this;
    }

    EventAsk intent(String... intents) {
        record = new RecordFilter(
                record.statuses(), record.notStatuses(), new TreeSet<>(List.of(intents)), record.categories());
        return this;
    }

    EventAsk category(String... categories) {
        record = new RecordFilter(
                record.statuses(), record.notStatuses(), record.intents(), new TreeSet<>(List.of(categories)));
        return this;
    }

    EventAsk datedBy(ClaimRule.Dating days) {
        dating = days;
        return this;
    }

    EventAsk lastsFromFirstClaim() {
        lasting = ClaimRule.Lasting.FROM_FIRST_CLAIM;
        return this;
    }

    EventAsk diagnosisWithin(String window) {
        since = Window.parse(window);
        return this;
    }

    EventAsk notOnlyAt(String... sets) {
        notOnlyAt.addAll(sets(sets));
        return this;
    }

    EventAsk notOfType(String type) {
        notTypes.add(type);
        return this;
    }

    EventAsk notWithModifier(String... modifiers) {
        notModifiers.addAll(List.of(modifiers));
        return this;
    }

    EventClause clause() {
        return new EventClause(
                kind,
                in,
                List.of(),
                List.of(),
                timing,
                value,
                result,
                new DiagnosisFilter(diagnosis, principal),
                dischargedTo,
                settings,
                record,
                new ClaimRule(dating, lasting, since, notOnlyAt, notTypes, notModifiers, false));
    }
}
