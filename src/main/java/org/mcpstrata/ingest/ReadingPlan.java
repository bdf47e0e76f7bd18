package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.layout.Medications;
import org.mcpstrata.problem.Place;
import org.mcpstrata.quality.RowRules;

/**
 * Everything the reading tasks share; broadcast once.
 *
 * @param drops by rank
 * @param plans one a section
 * @param medications by drop key
 * @param work folder that holds files until they are referenced
 * @param rules what quality rules ask of accepted rows
 */
record ReadingPlan(
        List<PlannedDrop> drops,
        List<RecordPlan> plans,
        Map<String, Medications> medications,
        String work,
        RowRules rules)
        implements Serializable {
    private static final long GZIP_SWELLS = 8;

    ReadingPlan {
        drops = List.copyOf(drops);
        plans = List.copyOf(plans);
        medications = Map.copyOf(medications);
        requireNonNull(rules, "rules");
    }

    /** Without quality rules. */
    ReadingPlan(List<PlannedDrop> drops, List<RecordPlan> plans, Map<String, Medications> medications, String work) {
        this(drops, plans, medications, work, RowRules.NONE);
    }

    /** A plan's section together with where its bytes are. */
    record Source(int drop, RecordPlan plan, String path) {}

    /** The splits of sections, numbered in order of drop, section name and offset. */
    static List<Split> splits(List<Source> sources) {
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            RecordPlan plan = source.plan();
            List<Section.Mark> starts = new ArrayList<>();
            starts.add(new Section.Mark(0, 0));
            if (plan.isSplittable()) {
                plan.section().marks().stream()
                        .filter(mark -> mark.offset() < plan.file().bytes())
                        .forEach(starts::add);
            }
            for (int s = 0; s < starts.size(); s++) {
                long start = starts.get(s).offset();
                long end = s + 1 < starts.size() ? starts.get(s + 1).offset() : -1;
                long swells = plan.file().compression() == Compression.NONE ? 1 : GZIP_SWELLS;
                long weight = ((end < 0 ? plan.file().bytes() : end) - start) * swells;
                splits.add(new Split(
                        splits.size(),
                        i,
                        source.drop(),
                        source.path(),
                        start,
                        end,
                        starts.get(s).linesBefore(),
                        weight));
            }
        }
        return List.copyOf(splits);
    }

    static Comparator<Source> order() {
        return Comparator.comparingInt(Source::drop)
                .thenComparing((Source source) -> source.plan().section().name());
    }

    PlannedDrop drop(Split split) {
        return drops.get(split.drop());
    }

    /** The delivered file of a split. */
    Place place(Split split) {
        return drop(split).place().inFile(plans.get(split.plan()).file().name());
    }

    /** Where a split's files of a kind are written until they are referenced. */
    Path staged(Split split, String kind, long attempt) {
        return new Path(work, split.drop() + "/" + kind + '/' + fileName(split, attempt));
    }

    private static String fileName(Split split, long attempt) {
        return "split-" + split.number() + "-attempt-" + attempt + ".parquet";
    }
}
