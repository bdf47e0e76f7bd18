package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Records as compact bytes and back, by what their components say of themselves: records of records, lists, sets, maps,
 * enums, texts, numbers, days, truth values, and null. Every record is made by its own constructor, checks included. Each
 * entry stands alone. For bytes that only the build that wrote them reads, by one thread.
 *
 * @param <T> a record; its numbers and maps come back equal, its sorted maps in natural order
 */
public final class RecordCodec<T> {
    private final Form form;
    private final Words words;
    private final EntryWriter out = new EntryWriter();

    public RecordCodec(Class<T> type) {
        this(type, List.of());
    }

    /** @param known texts that most entries use, the same, in order, when they are read */
    public RecordCodec(Class<T> type, List<String> known) {
        this.words = new Words(known);
        this.form = new Forms(words).of(requireNonNull(type, "type"));
    }

    public byte[] encode(T value) {
        out.reset();
        words.startEntry();
        form.write(out, value);
        return out.written();
    }

    /** @throws IOException where the bytes are not those of one entry */
    @SuppressWarnings("unchecked")
    public T decode(byte[] entry) throws IOException {
        EntryReader in = new EntryReader(entry);
        words.startEntry();
        T value = (T) form.read(in);
        if (!in.atEnd()) {
            throw new IOException("an entry is longer than its record");
        }
        return value;
    }

    /** How values of one type are written. */
    interface Form {
        void write(EntryWriter out, Object value);

        Object read(EntryReader in) throws IOException;
    }

    /** Finds the form of each type once. */
    private static final class Forms {
        private final Words words;
        private final Map<Type, Form> known = new HashMap<>();

        Forms(Words words) {
            this.words = words;
        }

        Form of(Type type) {
            Form found = known.get(type);
            if (found == null) {
                found = type instanceof Class<?> plain && plain.isPrimitive() ? make(type) : new OrNull(make(type));
                known.put(type, found);
            }
            return found;
        }

        private Form make(Type type) {
            if (type instanceof ParameterizedType generic) {
                Class<?> raw = (Class<?>) generic.getRawType();
                Type[] of = generic.getActualTypeArguments();
                if (Collection.class.isAssignableFrom(raw)) {
                    return new Many(raw, of(of[0]));
                }
                if (Map.class.isAssignableFrom(raw)) {
                    return new Pairs(raw, of(of[0]), of(of[1]));
                }
                throw unknown(type);
            }
            Class<?> plain = (Class<?>) type;
            if (plain.isRecord()) {
                return new RecordForm(plain, this::of);
            }
            if (plain.isEnum()) {
                return new OneOf(plain.getEnumConstants());
            }
            return scalar(plain);
        }

        private Form scalar(Class<?> type) {
            if (type == String.class) {
                return form((out, value) -> words.write(out, (String) value), words::read);
            }
            if (type == int.class || type == Integer.class) {
                return form((out, value) -> out.number((Integer) value), in -> Math.toIntExact(in.number()));
            }
            if (type == long.class || type == Long.class) {
                return form((out, value) -> out.number((Long) value), EntryReader::number);
            }
            if (type == boolean.class || type == Boolean.class) {
                return form((out, value) -> out.flag((Boolean) value), EntryReader::flag);
            }
            if (type == LocalDate.class) {
                return form(
                        (out, value) -> out.number(((LocalDate) value).toEpochDay()),
                        in -> LocalDate.ofEpochDay(in.number()));
            }
            if (type == BigDecimal.class) {
                return form((out, value) -> out.decimal((BigDecimal) value), EntryReader::decimal);
            }
            throw unknown(type);
        }

        private static IllegalArgumentException unknown(Type type) {
            return new IllegalArgumentException("a record holds a " + type.getTypeName());
        }
    }

    private interface Writing {
        void write(EntryWriter out, Object value);
    }

    private interface ReadingOne {
        Object read(EntryReader in) throws IOException;
    }

    private static Form form(Writing writing, ReadingOne reading) {
        return new Form() {
            @Override
            public void write(EntryWriter out, Object value) {
                writing.write(out, value);
            }

            @Override
            public Object read(EntryReader in) throws IOException {
                return reading.read(in);
            }
        };
    }

    private record OrNull(Form form) implements Form {
        @Override
        public void write(EntryWriter out, Object value) {
            out.flag(value != null);
            if (value != null) {
                form.write(out, value);
            }
        }

        @Override
        public Object read(EntryReader in) throws IOException {
            return in.flag() ? form.read(in) : null;
        }
    }

    private record OneOf(Object[] constants) implements Form {
        @Override
        public void write(EntryWriter out, Object value) {
            out.number(((Enum<?>) value).ordinal());
        }

        @Override
        public Object read(EntryReader in) throws IOException {
            long ordinal = in.number();
            if (ordinal < 0 || ordinal >= constants.length) {
                throw new IOException("an entry names a constant that does not exist");
            }
            return constants[(int) ordinal];
        }
    }

    private record Many(Class<?> type, Form element) implements Form {
        @Override
        public void write(EntryWriter out, Object value) {
            Collection<?> all = (Collection<?>) value;
            out.number(all.size());
            for (Object each : all) {
                element.write(out, each);
            }
        }

        @Override
        public Object read(EntryReader in) throws IOException {
            int size = in.count();
            Collection<Object> all = SortedSet.class.isAssignableFrom(type)
                    ? new TreeSet<>()
                    : Set.class.isAssignableFrom(type) ? new LinkedHashSet<>() : new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                all.add(element.read(in));
            }
            return all;
        }
    }

    private record Pairs(Class<?> type, Form key, Form element) implements Form {
        @Override
        public void write(EntryWriter out, Object value) {
            Map<?, ?> all = (Map<?, ?>) value;
            out.number(all.size());
            for (Map.Entry<?, ?> each : all.entrySet()) {
                key.write(out, each.getKey());
                element.write(out, each.getValue());
            }
        }

        @Override
        public Object read(EntryReader in) throws IOException {
            int size = in.count();
            Map<Object, Object> all = SortedMap.class.isAssignableFrom(type) ? new TreeMap<>() : new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object first = key.read(in);
                all.put(first, element.read(in));
            }
            return all;
        }
    }
}
