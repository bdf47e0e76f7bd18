package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpstrata.document.ClassPathTable;

/**
 * The fields of one kind of record over all its versions, from {@code <folder>/<name>.csv}. A newer version only
 * appends fields; a field's column {@code since} names the first version that has it.
 */
final class RecordLayout implements Serializable {
    private final String name;
    private final List<LayoutField> fields;
    private final Map<String, LayoutField> byName = new HashMap<>();

    RecordLayout(String name, List<LayoutField> fields) {
        this.name = requireNonNull(name, "name");
        this.fields = List.copyOf(fields);
        for (LayoutField field : fields) {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalStateException("layout " + name + " repeats field " + field.name());
            }
        }
    }

    static RecordLayout load(String folder, String name) {
        List<LayoutField> fields = new ArrayList<>();
        for (NamedCsvRecord row : ClassPathTable.rows(folder + "/" + name + ".csv")) {
            int start = Integer.parseInt(row.getField("start"));
            String end = row.findField("end").orElse(row.getField("start"));
            fields.add(new LayoutField(
                    fields.size(),
                    row.getField("field"),
                    start,
                    Integer.parseInt(end),
                    FieldForm.valueOf(row.getField("form").toUpperCase(Locale.ROOT)),
                    row.getField("required").equals("yes"),
                    !row.getField("required").equals("no"),
                    Integer.parseInt(row.getField("since"))));
        }
        return new RecordLayout(name, fields);
    }

    String name() {
        return name;
    }

    List<LayoutField> fields() {
        return fields;
    }

    List<LayoutField> required() {
        return fields.stream().filter(LayoutField::required).toList();
    }

    Optional<LayoutField> find(String wanted) {
        return Optional.ofNullable(byName.get(wanted));
    }

    LayoutField field(String wanted) {
        LayoutField field = byName.get(wanted);
        if (field == null) {
            throw new IllegalStateException("layout " + name + " has no field " + wanted);
        }
        return field;
    }

    /** Record length of each version: its last position. */
    NavigableMap<Integer, Integer> lengths() {
        NavigableMap<Integer, Integer> lengths = new TreeMap<>();
        for (LayoutField versioned : fields) {
            int length = fields.stream()
                    .filter(field -> field.since() <= versioned.since())
                    .mapToInt(LayoutField::end)
                    .max()
                    .orElse(0);
            lengths.put(versioned.since(), length);
        }
        return lengths;
    }
}
