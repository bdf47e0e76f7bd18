package org.mcpstrata.store;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Values of one record, component after component. */
final class RecordForm implements RecordCodec.Form {
    private final Constructor<?> constructor;
    private final List<Method> accessors = new ArrayList<>();
    private final List<RecordCodec.Form> forms = new ArrayList<>();

    RecordForm(Class<?> type, Function<Type, RecordCodec.Form> formOf) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a constructor of all its components");
        }
        constructor.setAccessible(true);
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            accessors.add(component.getAccessor());
            forms.add(formOf.apply(component.getGenericType()));
        }
    }

    @Override
    public void write(EntryWriter out, Object value) {
        for (int i = 0; i < forms.size(); i++) {
            forms.get(i).write(out, component(i, value));
        }
    }

    private Object component(int index, Object value) {
        try {
            return accessors.get(index).invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a component of a record cannot be read");
        }
    }

    @Override
    public Object read(EntryReader in) throws IOException {
        Object[] values = new Object[forms.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = forms.get(i).read(in);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException("a record refuses what was written of it");
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("a record cannot be made");
        }
    }
}
