package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.problem.ProblemCode;

/**
 * A drop with one defect, and what the front door must say about it.
 *
 * @param name of the defect, and of the payer whose drop it is
 * @param make makes the drop from an empty draft
 * @param code the problem that must be told; null where there is none
 * @param place where the problem is, after the drop's own name
 * @param accepted records that count
 */
public record BrokenDrop(
        String name, UnaryOperator<DropDraft> make, DropState state, ProblemCode code, String place, long accepted) {
    public BrokenDrop {
        requireNonNull(name, "name");
        requireNonNull(make, "make");
        requireNonNull(state, "state");
        requireNonNull(place, "place");
    }

    public static BrokenDrop rejected(String name, ProblemCode code, String place, UnaryOperator<DropDraft> make) {
        return new BrokenDrop(name, make, DropState.REJECTED, code, place, 0);
    }

    public static BrokenDrop quarantined(String name, ProblemCode code, String place, UnaryOperator<DropDraft> make) {
        return new BrokenDrop(name, make, DropState.QUARANTINED, code, place, 0);
    }

    public static BrokenDrop accepted(String name, long records, UnaryOperator<DropDraft> make) {
        return new BrokenDrop(name, make, DropState.ACCEPTED, null, "", records);
    }

    public static BrokenDrop acceptedBut(
            String name, long records, ProblemCode code, String place, UnaryOperator<DropDraft> make) {
        return new BrokenDrop(name, make, DropState.ACCEPTED, code, place, records);
    }

    public static BrokenDrop pending(String name, UnaryOperator<DropDraft> make) {
        return new BrokenDrop(name, make, DropState.PENDING, null, "", 0);
    }

    /** Puts the drop into a landing folder; a manifest that the defect wrote itself stays. */
    public Path putInto(Path landing) {
        DropDraft draft = make.apply(new DropDraft(landing, name, "d1"));
        if (state != DropState.PENDING && !Files.exists(draft.folder().resolve("manifest.json"))) {
            draft.send();
        }
        return draft.folder();
    }

    /** What a payer is told of it before sending. */
    public DropOutcome check(Path landing) {
        return DropCheck.check(new org.apache.hadoop.fs.Path(putInto(landing).toUri()), Configuration::new);
    }

    /** Fails unless the drop came out as its defect deserves, with every record accounted for. */
    public void requireTold(DropOutcome outcome) {
        assertThat(outcome.state()).as("%s %s", name, outcome.problems()).isEqualTo(state);
        if (code == null) {
            assertThat(outcome.problems()).as(name).isEmpty();
        } else {
            assertThat(outcome.problems())
                    .extracting(problem -> problem.code() + " " + problem.place())
                    .contains(problem());
        }
        if (state == DropState.ACCEPTED) {
            assertThat(outcome.files().stream().mapToLong(FileOutcome::accepted).sum())
                    .as(name)
                    .isEqualTo(accepted);
        }
        outcome.files().forEach(file -> assertThat(file.accepted() + file.rejectedRecords())
                .isEqualTo(file.delivered()));
    }

    /** The problem as a report names it. */
    public String problem() {
        return code + " " + name + "/d1" + (place.isEmpty() ? "" : ", " + place);
    }

    @Override
    public String toString() {
        return name;
    }

    /** A header and so many rows, for defects of the file and not of its rows. */
    public static String attributions(int rows) {
        return DropDraft.ATTRIBUTION_HEADER
                + IntStream.range(0, rows).mapToObj(DropDraft::attribution).collect(Collectors.joining());
    }

    /** A sound drop of one file {@code a.csv}. */
    public static DropDraft sound(DropDraft draft) {
        return draft.csv("a.csv", "attribution", attributions(3), 3);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    public static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
