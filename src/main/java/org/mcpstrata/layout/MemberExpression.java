package org.mcpstrata.layout;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.ProblemCode;

/** The conversions that members and their coverage need, each named in the row files as its Javadoc says. */
interface MemberExpression extends Expression {
    /** {@code mbi}: a well-formed Medicare Beneficiary Identifier, upper case; any other is a problem. */
    record MedicareIdentifier(Expression value) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            String text = value.text(record);
            return text == null ? null : MbiText.parse(text, field());
        }

        @Override
        public String field() {
            return value.field();
        }
    }

    /** {@code zip5}: the five digits of a ZIP code; absent where it is none, which the record then remembers. */
    record Zip5(Expression value) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            String text = value.text(record);
            String five = text == null ? null : ZipText.five(text);
            if (text != null && five == null) {
                record.loseZip();
            }
            return five;
        }
    }

    /** {@code five_digits}: the first five digits of a county code; absent where it is none or 00000. */
    record FiveDigits(Expression value) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            String text = value.text(record);
            String code = text == null ? "" : ZipText.padded(text);
            if (code.length() < 5) {
                return null;
            }
            String five = code.substring(0, 5);
            boolean digits = five.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits && !five.equals("00000") ? five : null;
        }
    }

    /** A month, from its year and its number. */
    record Month(Expression year, Expression number) implements Serializable {
        LocalDate first(Reading record) {
            Integer inYear = (Integer) year.evaluate(record);
            Integer inMonth = (Integer) number.evaluate(record);
            if (inYear == null || inMonth == null) {
                throw new FieldProblem(ProblemCode.FIELD_MISSING, inYear == null ? year.field() : number.field());
            }
            if (inYear < 1900 || inYear > 2999) {
                throw new FieldProblem(ProblemCode.IMPOSSIBLE_DATE, year.field());
            }
            return DateText.of(inYear, inMonth, 1, number.field());
        }
    }

    /**
     * {@code month_start}: first covered day of a member month, given its year, its month and the day coverage began,
     * where the record names one: the later of the first of the month and that day.
     */
    record MonthStart(Month month, Expression effective) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            LocalDate first = month.first(record);
            LocalDate since = (LocalDate) effective.evaluate(record);
            if (since == null || !since.isAfter(first)) {
                return first;
            }
            if (since.isAfter(first.plusMonths(1).minusDays(1))) {
                throw new FieldProblem(ProblemCode.FIELD_VALUE, effective.field());
            }
            return since;
        }

        @Override
        public String field() {
            return month.year().field();
        }
    }

    /** {@code month_end}: last covered day of a member month: the earlier of its last day and the day coverage ended. */
    record MonthEnd(Month month, Expression term) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            LocalDate first = month.first(record);
            LocalDate last = first.plusMonths(1).minusDays(1);
            LocalDate until = (LocalDate) term.evaluate(record);
            if (until == null || !until.isBefore(last)) {
                return last;
            }
            if (until.isBefore(first)) {
                throw new FieldProblem(ProblemCode.FIELD_VALUE, term.field());
            }
            return until;
        }
    }

    /** {@code first_of_month}: the first day of a member month, whatever part of it is covered. */
    record MonthFirst(Month month) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            return month.first(record);
        }
    }

    /** {@code county}: the five-digit county code from its state and county parts; absent without either. */
    record County(Expression state, Expression county) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            String first = state.text(record);
            String second = county.text(record);
            return first == null || second == null ? null : first + second;
        }
    }

    /** {@code words}: the parts that are there, with a blank between them. */
    record Words(List<Expression> parts) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            StringJoiner words = new StringJoiner(" ");
            words.setEmptyValue("");
            for (Expression part : parts) {
                String text = part.text(record);
                if (text != null) {
                    words.add(text);
                }
            }
            return words.length() == 0 ? null : words.toString();
        }
    }

    /** {@code open_end}: a last day; 9999-12-31 where there is none. */
    record OpenEnd(Expression value) implements MemberExpression {
        private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

        @Override
        public Object evaluate(Reading record) {
            Object day = value.evaluate(record);
            return day == null ? OPEN : day;
        }
    }

    /**
     * {@code payer_type}: the line of business. A product of another family than the drop's names it; a plan bought on
     * an exchange makes COMMERCIAL a MARKETPLACE plan; else the drop's own line stands.
     */
    record PayerType(LayoutField product, CodeTable.Column meaning, CodeTable.Column within, Expression exchange)
            implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            LineOfBusiness line = record.drop().lineOfBusiness();
            String code = record.text(product);
            String named = code == null ? null : meaning.meaning(code);
            if (named != null && !(" " + within.meaning(code) + " ").contains(" " + line.name() + " ")) {
                return named;
            }
            if (line == LineOfBusiness.COMMERCIAL && Boolean.TRUE.equals(exchange.evaluate(record))) {
                return LineOfBusiness.MARKETPLACE.name();
            }
            return line.name();
        }
    }

    /** {@code month_of}: the first day of the month of the first date that is there. */
    record MonthOf(Expression date) implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            return date.evaluate(record) instanceof LocalDate day ? day.withDayOfMonth(1) : null;
        }
    }

    /** {@code @as_of}: the day that the file describes. */
    record AsOf() implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            return record.drop().asOf();
        }
    }

    /** {@code @line_of_business}: the line of business of the drop. */
    record DropsLine() implements MemberExpression {
        @Override
        public Object evaluate(Reading record) {
            return record.drop().lineOfBusiness().name();
        }
    }
}
