package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/** The people of one range in order of their ids: those just evaluated, and those an earlier run evaluated. */
final class MergedPeople implements Iterator<Tuple2<String, EvaluatedPerson>> {
    private final Iterator<Tuple2<String, PersonResult>> evaluated;
    private final EarlierPeople earlier;
    private final Partitioner ranges;
    private final int range;
    private final Iterator<String> files;
    private final Configuration conf;
    private PeopleReader reader;
    private Tuple2<String, EvaluatedPerson> nextEvaluated;
    private Tuple2<String, EvaluatedPerson> nextStored;

    MergedPeople(
            Iterator<Tuple2<String, PersonResult>> evaluated,
            EarlierPeople earlier,
            Partitioner ranges,
            Configuration conf) {
        this.evaluated = requireNonNull(evaluated, "evaluated");
        this.earlier = requireNonNull(earlier, "earlier");
        this.ranges = requireNonNull(ranges, "ranges");
        this.conf = requireNonNull(conf, "conf");
        TaskContext task = TaskContext.get();
        this.range = task.partitionId();
        List<String> overlapping = earlier.filesOf(range, ranges.numPartitions());
        this.files = overlapping.iterator();
        task.addTaskCompletionListener((TaskCompletionListener) context -> close());
        this.nextEvaluated = evaluated();
        this.nextStored = stored();
    }

    @Override
    public boolean hasNext() {
        return nextEvaluated != null || nextStored != null;
    }

    @Override
    public Tuple2<String, EvaluatedPerson> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        boolean storedFirst =
                nextEvaluated == null || nextStored != null && nextStored._1().compareTo(nextEvaluated._1()) < 0;
        Tuple2<String, EvaluatedPerson> next = storedFirst ? nextStored : nextEvaluated;
        if (storedFirst) {
            nextStored = stored();
        } else {
            nextEvaluated = evaluated();
        }
        return next;
    }

    private Tuple2<String, EvaluatedPerson> evaluated() {
        if (!evaluated.hasNext()) {
            return null;
        }
        Tuple2<String, PersonResult> next = evaluated.next();
        return new Tuple2<>(next._1(), EvaluatedPerson.now(next._2()));
    }

    /** The next untouched person of this range, or null. */
    private Tuple2<String, EvaluatedPerson> stored() {
        try {
            while (reader != null || files.hasNext()) {
                if (reader == null) {
                    reader = new PeopleReader(new Path(files.next()), conf);
                }
                Optional<PeopleReader.Head> head = reader.next();
                if (head.isEmpty()) {
                    close();
                    continue;
                }
                String personId = PersonSet.personId(head.get().person());
                if (earlier.untouched().contains(head.get().person()) && ranges.getPartition(personId) == range) {
                    return new Tuple2<>(personId, reader.result());
                }
                reader.passOver();
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            reader = null;
        }
    }
}
