package org.mcpstrata.story;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;

/** What stories say of a person: birth, sex, death and the days someone covered them. */
final class PersonWords {
    private PersonWords() {}

    /** One eligibility row for each covered span. */
    static List<StoryRow> coverage(Given who, LineOfBusiness lineOfBusiness) {
        Object covered = who.takeAny("covered");
        List<?> spans = covered instanceof List<?> list ? list : List.of(covered);
        List<StoryRow> rows = new ArrayList<>();
        for (Object span : spans) {
            String[] ends = String.valueOf(span).split(" to ", -1);
            if (ends.length != 2) {
                throw new StoryException(who.place(), "covered days are written as FIRST to LAST");
            }
            rows.add(new RowDraft(Table.ELIGIBILITY)
                    .date("enrollment_start_date", who, ends[0])
                    .date("enrollment_end_date", who, ends[1])
                    .set("payer_type", lineOfBusiness.name())
                    .rest(facts(who))
                    .build());
        }
        return rows;
    }

    /** What every span repeats about the person, by column name. */
    private static Given facts(Given who) {
        return who.copy().rename("born", "birth_date").rename("sex", "gender").rename("died", "death_date");
    }
}
