package org.mcpstrata.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The conversions that claims need, each named in the row files as its Javadoc says. */
interface ClaimExpression extends Expression {
    /** {@code diagnosis_code}: upper case, with its dot, which ICD-9 external causes have one place later. */
    record DiagnosisCode(Expression code, IcdSystem system) implements ClaimExpression {
        @Override
        public Object evaluate(Reading record) {
            String text = code.text(record);
            if (text == null) {
                return null;
            }
            String upper = text.toUpperCase(Locale.ROOT);
            int dot = upper.charAt(0) == 'E' && system.isNinth(record) ? 4 : 3;
            if (upper.length() <= dot || upper.indexOf('.') >= 0) {
                return upper;
            }
            return upper.substring(0, dot) + "." + upper.substring(dot);
        }

        @Override
        public String field() {
            return code.field();
        }
    }

    /**
     * {@code diagnosis_system} and {@code procedure_system}: the first argument is the version indicator, 0 or 9; where
     * it is neither, the first date of the others decides: ICD-10 since 2015-10-01.
     */
    record IcdSystem(Expression indicator, List<Expression> dates, String ninth, String tenth)
            implements ClaimExpression {
        private static final LocalDate TENTH_SINCE = LocalDate.of(2015, 10, 1);

        @Override
        public Object evaluate(Reading record) {
            return isNinth(record) ? ninth : tenth;
        }

        boolean isNinth(Reading record) {
            String version = indicator.text(record);
            if ("0".equals(version) || "9".equals(version)) {
                return version.equals("9");
            }
            for (Expression date : dates) {
                if (date.evaluate(record) instanceof LocalDate day) {
                    return day.isBefore(TENTH_SINCE);
                }
            }
            return false;
        }
    }

    /** {@code bill_type}: three digits without leading zero; absent when the parts do not make three. */
    record BillType(List<Expression> parts) implements ClaimExpression {
        @Override
        public Object evaluate(Reading record) {
            StringBuilder joined = new StringBuilder();
            for (Expression part : parts) {
                String text = part.text(record);
                joined.append(text == null ? "" : text);
            }
            if (joined.length() == 4 && joined.charAt(0) == '0') {
                joined.deleteCharAt(0);
            }
            return joined.length() == 3 ? joined.toString().toUpperCase(Locale.ROOT) : null;
        }
    }

    /** {@code left_zeros}: padded with zeros on the left to the width that senders lose, such as revenue code 450. */
    record LeftZeros(Expression code, int width) implements ClaimExpression {
        @Override
        public Object evaluate(Reading record) {
            String text = code.text(record);
            if (text == null || text.length() >= width) {
                return text;
            }
            return "0".repeat(width - text.length()) + text;
        }

        @Override
        public String field() {
            return code.field();
        }
    }

    /** {@code other_claim}: a claim number, absent where it only repeats the record's own, the second argument. */
    record OtherClaim(Expression named, Expression own) implements ClaimExpression {
        @Override
        public Object evaluate(Reading record) {
            String text = named.text(record);
            return text == null || text.equals(own.text(record)) ? null : text;
        }
    }

    /** {@code npi_if_01}: the second argument where the first, the kind of identifier, is 01. */
    record QualifiedNpi(Expression kind, Expression id) implements ClaimExpression {
        @Override
        public Object evaluate(Reading record) {
            return "01".equals(kind.text(record)) ? id.text(record) : null;
        }
    }

    /** {@code first_character}. */
    record FirstCharacter(Expression value) implements ClaimExpression {
        @Override
        public Object evaluate(Reading record) {
            String text = value.text(record);
            return text == null ? null : text.substring(0, 1);
        }
    }

    /** {@code upper}: upper case. */
    record UpperCase(Expression value) implements ClaimExpression {
        @Override
        public Object evaluate(Reading record) {
            String text = value.text(record);
            return text == null ? null : text.toUpperCase(Locale.ROOT);
        }

        @Override
        public String field() {
            return value.field();
        }
    }
}
