package org.mcpstrata.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.model.Table;

/** Survey rows of one person as events, whose value is the number of items answered, and the answers themselves. */
final class SurveyEvents {
    private static final Table TABLE = Table.SURVEY;
    private static final String UNIT = "{items}";
    private static final Column ID = TABLE.column("response_id");
    private static final Column PRACTICE = TABLE.column("practice_id");
    private static final Column INSTRUMENT = TABLE.column("instrument");
    private static final Column DATE = TABLE.column("response_date");
    private static final List<Column> ITEMS = TABLE.schema().columns().stream()
            .filter(column -> column.name().startsWith("item_"))
            .toList();

    private final Map<String, SurveyResponse> responses = new HashMap<>();

    /** Adds the events of all survey rows. */
    static SurveyEvents of(List<CanonicalRow> rows, Interest interest, List<Event> events) {
        SurveyEvents surveys = new SurveyEvents();
        for (CanonicalRow row : rows) {
            if (row.table() == TABLE) {
                surveys.add(row, interest.codes(), events);
            }
        }
        return surveys;
    }

    private void add(CanonicalRow row, RowCodes index, List<Event> events) {
        Codes instrument = index.of(List.of("INSTRUMENT|" + row.text(INSTRUMENT)));
        if (instrument.sets().length == 0) {
            return;
        }
        String id = EventDraft.id(row, row.text(ID));
        List<Integer> answers = new ArrayList<>(ITEMS.size());
        for (Column item : ITEMS) {
            answers.add(Optional.ofNullable(row.integer(item)).orElse(SurveyResponse.UNANSWERED));
        }
        responses.put(id, new SurveyResponse(Practice.undescribed(row.text(PRACTICE)), answers));
        int day = Math.toIntExact(row.date(DATE).toEpochDay());
        events.add(new EventDraft(EventKind.SURVEY, id, row)
                .span(Span.days(day, day))
                .codes(instrument)
                .value(answered(answers))
                .build());
    }

    private static EventValue answered(List<Integer> answers) {
        long given = IntStream.range(0, answers.size())
                .filter(item -> answers.get(item) != SurveyResponse.UNANSWERED)
                .count();
        return new EventValue.Quantity(BigDecimal.valueOf(given), UNIT, "", Long.toString(given), UNIT);
    }

    /** The answers behind the event of a survey response. */
    SurveyResponse response(Event event) {
        SurveyResponse response = responses.get(event.id());
        if (response == null) {
            throw new IllegalArgumentException("the event is no survey response");
        }
        return response;
    }
}
