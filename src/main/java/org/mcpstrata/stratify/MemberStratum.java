package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.AgeAnchor;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.time.MeasurementPeriod;

/** The rows of {@code member_stratum}: which strata a person is in, so that every count can be followed to people. */
public final class MemberStratum implements Serializable {
    public static final TableSchema SCHEMA = TableSchema.load("member_stratum", List.of());

    private final String runId;
    private final MeasurementPeriod period;
    private final List<AgeAnchor> anchors;
    private final List<Stratifier> stratifiers;

    /** @param measures the measures of the run; they say on which days age bands look at people */
    public MemberStratum(String runId, MeasurementPeriod period, List<MeasureInfo> measures, Stratifiers stratifiers) {
        this.runId = requireNonNull(runId, "runId");
        this.period = requireNonNull(period, "period");
        this.anchors = measures.stream()
                .map(MeasureInfo::ageAnchor)
                .distinct()
                .sorted(Comparator.comparing(AgeAnchor::name))
                .toList();
        this.stratifiers = stratifiers.all().stream()
                .filter(stratifier -> !stratifier.id().equals(Stratifiers.TOTAL))
                .sorted(Comparator.comparing(Stratifier::id))
                .toList();
    }

    /** One person's rows, in order of the table's key. */
    public List<TableRow> rows(Person person) {
        List<TableRow> rows = new ArrayList<>();
        for (AgeAnchor anchor : anchors) {
            for (Stratifier stratifier : stratifiers) {
                SortedSet<String> strata = new TreeSet<>();
                stratifier.strataOf(person, anchor.in(period)).forEach(stratum -> strata.add(stratum.id()));
                for (String stratum : strata) {
                    rows.add(TableRow.of(SCHEMA)
                            .set("run_id", runId)
                            .set("person_id", person.personId())
                            .set("practice_id", person.practice().id())
                            .set("state", person.practice().state())
                            .set("age_anchor", anchor.name())
                            .set("stratifier_id", stratifier.id())
                            .set("stratum_id", stratum)
                            .build());
                }
            }
        }
        return rows;
    }
}
