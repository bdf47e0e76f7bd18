package org.mcpstrata.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.problem.ProblemCode;

/** How a canonical value comes from a delivered record. */
interface Expression extends Serializable {
    /** The value, or null where the record has none; a value that cannot be read is a {@link FieldProblem}. */
    Object evaluate(Reading record);

    /** The delivered field to name when a needed value is missing; empty where no field is behind it. */
    default String field() {
        return "";
    }

    /** The value as text; null where absent. */
    default String text(Reading record) {
        return (String) evaluate(record);
    }

    /** The same value whatever the record says. */
    record Literal(Serializable value) implements Expression {
        @Override
        public Object evaluate(Reading record) {
            return value;
        }

        static Literal of(String text, ColumnType type) {
            return new Literal(typed(text, type));
        }
    }

    /** A field's own value in the type of the column it goes to. */
    record Value(LayoutField from, ColumnType type) implements Expression {
        @Override
        public Object evaluate(Reading record) {
            return switch (type) {
                case STRING -> record.text(from);
                case INT -> record.integer(from);
                case DATE -> record.date(from);
                case MONEY, DECIMAL -> record.number(from, type.scale());
                case LONG, DOUBLE, BOOLEAN, LIST, MAP, STRUCTS ->
                    throw new IllegalStateException("no delivered field is a " + type);
            };
        }

        @Override
        public String field() {
            return from.name();
        }
    }

    /** A fixed value where a field has any value. */
    record Presence(LayoutField from, Serializable value) implements Expression {
        @Override
        public Object evaluate(Reading record) {
            return record.has(from) ? value : null;
        }

        @Override
        public String field() {
            return from.name();
        }
    }

    /** What a code list says about a field's code; a code that the list does not know is a problem. */
    record Lookup(LayoutField from, CodeTable.Column list, ColumnType type) implements Expression {
        @Override
        public Object evaluate(Reading record) {
            String code = record.text(from);
            if (code == null) {
                return null;
            }
            String meaning = list.meaning(code);
            if (meaning == null) {
                if (!list.knows(code)) {
                    throw new FieldProblem(ProblemCode.FIELD_VALUE, from.name());
                }
                return null;
            }
            return typed(meaning, type);
        }

        @Override
        public String field() {
            return from.name();
        }
    }

    /** The first of several that has a value. */
    record FirstOf(List<Expression> choices) implements Expression {
        @Override
        public Object evaluate(Reading record) {
            for (Expression choice : choices) {
                Object value = choice.evaluate(record);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        @Override
        public String field() {
            return choices.get(0).field();
        }
    }

    /** All parts in their order; absent parts stay empty between the separators, and without any field it is absent. */
    record Joined(List<Expression> parts, String separator) implements Expression {
        @Override
        public Object evaluate(Reading record) {
            StringBuilder joined = new StringBuilder();
            boolean any = false;
            for (int i = 0; i < parts.size(); i++) {
                Object value = parts.get(i).evaluate(record);
                joined.append(i == 0 ? "" : separator).append(value == null ? "" : value);
                any |= value != null && !(parts.get(i) instanceof Literal);
            }
            return any ? joined.toString() : null;
        }

        @Override
        public String field() {
            return parts.stream()
                    .map(Expression::field)
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    private static Serializable typed(String text, ColumnType type) {
        return switch (type) {
            case STRING -> text;
            case INT -> Integer.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case MONEY, DECIMAL -> new BigDecimal(text).setScale(type.scale());
            case LONG, DOUBLE, LIST, MAP, STRUCTS -> throw new IllegalStateException("no code means a " + type);
        };
    }
}
