package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Records as compact bytes and back, by what their components say of themselves: records of records, lists, sets, maps,
 * enums, texts, numbers, days, truth values, and null. Every record is made by its own constructor, checks included. For
 * files that only the build that wrote them reads.
 *
 * @param <T> a record; its numbers and maps come back equal, its sorted maps in natural order
 */
public final class RecordCodec<T> {
    private final Form form;
    private final Words words = new Words();

    /** A codec of one file: texts that were written before are not written again. */
    public RecordCodec(Class<T> type) {
        this.form = new Forms(words).of(requireNonNull(type, "type"));
    }

    public void write(DataOutputStream out, T value) throws IOException {
        form.write(out, value);
    }

    @SuppressWarnings("unchecked")
    public T read(DataInputStream in) throws IOException {
        return (T) form.read(in);
    }

    /** How values of one type are written. */
    interface Form {
        void write(DataOutputStream out, Object value) throws IOException;

        Object read(DataInputStream in) throws IOException;
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
                return form((out, value) -> VarInt.write(out, (Integer) value), in -> Math.toIntExact(VarInt.read(in)));
            }
            if (type == long.class || type == Long.class) {
                return form((out, value) -> VarInt.write(out, (Long) value), VarInt::read);
            }
            if (type == boolean.class || type == Boolean.class) {
                return form((out, value) -> out.writeBoolean((Boolean) value), DataInputStream::readBoolean);
            }
            if (type == LocalDate.class) {
                return form(
                        (out, value) -> VarInt.write(out, ((LocalDate) value).toEpochDay()),
                        in -> LocalDate.ofEpochDay(VarInt.read(in)));
            }
            if (type == BigDecimal.class) {
                return form(RecordCodec::writeDecimal, RecordCodec::readDecimal);
            }
            throw unknown(type);
        }

        private static IllegalArgumentException unknown(Type type) {
            return new IllegalArgumentException("a record holds a " + type.getTypeName());
        }
    }

    private interface Writing {
        void write(DataOutputStream out, Object value) throws IOException;
    }

    private interface ReadingOne {
        Object read(DataInputStream in) throws IOException;
    }

    private static Form form(Writing writing, ReadingOne reading) {
        return new Form() {
            @Override
            public void write(DataOutputStream out, Object value) throws IOException {
                writing.write(out, value);
            }

            @Override
            public Object read(DataInputStream in) throws IOException {
                return reading.read(in);
            }
        };
    }

    private static void writeDecimal(DataOutputStream out, Object value) throws IOException {
        byte[] unscaled = ((BigDecimal) value).unscaledValue().toByteArray();
        VarInt.write(out, ((BigDecimal) value).scale());
        VarInt.write(out, unscaled.length);
        out.write(unscaled);
    }

    private static BigDecimal readDecimal(DataInputStream in) throws IOException {
        int scale = Math.toIntExact(VarInt.read(in));
        return new BigDecimal(new BigInteger(in.readNBytes(Math.toIntExact(VarInt.read(in)))), scale);
    }

    private record OrNull(Form form) implements Form {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            out.writeBoolean(value != null);
            if (value != null) {
                form.write(out, value);
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return in.readBoolean() ? form.read(in) : null;
        }
    }

    private record OneOf(Object[] constants) implements Form {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            VarInt.write(out, ((Enum<?>) value).ordinal());
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return constants[Math.toIntExact(VarInt.read(in))];
        }
    }

    private record Many(Class<?> type, Form element) implements Form {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            Collection<?> all = (Collection<?>) value;
            VarInt.write(out, all.size());
            for (Object each : all) {
                element.write(out, each);
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            int size = Math.toIntExact(VarInt.read(in));
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
        public void write(DataOutputStream out, Object value) throws IOException {
            Map<?, ?> all = (Map<?, ?>) value;
            VarInt.write(out, all.size());
            for (Map.Entry<?, ?> each : all.entrySet()) {
                key.write(out, each.getKey());
                element.write(out, each.getValue());
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            int size = Math.toIntExact(VarInt.read(in));
            Map<Object, Object> all = SortedMap.class.isAssignableFrom(type) ? new TreeMap<>() : new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object first = key.read(in);
                all.put(first, element.read(in));
            }
            return all;
        }
    }
}
