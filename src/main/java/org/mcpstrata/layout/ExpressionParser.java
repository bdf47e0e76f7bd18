package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mcpstrata.model.ColumnType;

/**
 * Reads one cell of a row file: sources separated by blanks, and a conversion.
 *
 * <ul>
 *   <li>{@code FIELD} – the field's value
 *   <li>{@code FIELD:list.column} – what that column of a code list says about the field's code
 *   <li>{@code FIELD?'text'} – the text where the field has any value
 *   <li>{@code A/B} – the first of the two that has a value, as one source
 *   <li>{@code 'text'} – the text
 *   <li>{@code @as_of} – the day the file describes
 *   <li>{@code @line_of_business} – the drop's
 * </ul>
 *
 * Without a conversion the first source that has a value counts.
 */
final class ExpressionParser {
    private final RecordLayout layout;

    ExpressionParser(RecordLayout layout) {
        this.layout = requireNonNull(layout, "layout");
    }

    Expression parse(String source, String conversion, ColumnType type) {
        String[] words = source.trim().split(" +");
        return switch (conversion) {
            case "" -> firstOf(all(words, type));
            case "join" -> new Expression.Joined(all(words, ColumnType.STRING), "|");
            case "date" -> firstOf(all(words, ColumnType.DATE));
            case "words" -> new MemberExpression.Words(all(words, ColumnType.STRING));
            case "county" -> new MemberExpression.County(text(words[0]), text(words[1]));
            case "upper" -> new ClaimExpression.UpperCase(text(words[0]));
            case "diagnosis_code" -> new ClaimExpression.DiagnosisCode(text(words[0]), icd(words, 1, "CM"));
            case "diagnosis_system" -> icd(words, 0, "CM");
            case "procedure_system" -> icd(words, 0, "PCS");
            case "bill_type" -> new ClaimExpression.BillType(all(words, ColumnType.STRING));
            case "other_claim" -> new ClaimExpression.OtherClaim(text(words[0]), text(words[1]));
            case "npi_if_01" -> new ClaimExpression.QualifiedNpi(text(words[0]), text(words[1]));
            case "first_character" -> new ClaimExpression.FirstCharacter(text(words[0]));
            case "mbi" -> new MemberExpression.MedicareIdentifier(text(words[0]));
            case "zip5" -> new MemberExpression.Zip5(firstOf(all(words, ColumnType.STRING)));
            case "five_digits" -> new MemberExpression.FiveDigits(firstOf(all(words, ColumnType.STRING)));
            case "open_end" -> new MemberExpression.OpenEnd(one(words[0], ColumnType.DATE));
            case "month_start" -> new MemberExpression.MonthStart(month(words), dateOrNone(words));
            case "month_end" -> new MemberExpression.MonthEnd(month(words), dateOrNone(words));
            case "month_of" -> new MemberExpression.MonthOf(firstOf(all(words, ColumnType.DATE)));
            case "first_of_month" -> new MemberExpression.MonthFirst(month(words));
            case "payer_type" -> payerType(words);
            default -> padded(words, conversion);
        };
    }

    private Expression padded(String[] words, String conversion) {
        String[] parts = conversion.split("_");
        if (parts.length != 2 || !parts[0].equals("zeros")) {
            throw new IllegalStateException("layout " + layout.name() + " asks for unknown conversion " + conversion);
        }
        return new ClaimExpression.LeftZeros(firstOf(all(words, ColumnType.STRING)), Integer.parseInt(parts[1]));
    }

    private ClaimExpression.IcdSystem icd(String[] words, int from, String kind) {
        List<Expression> dates = new ArrayList<>();
        for (int i = from + 1; i < words.length; i++) {
            dates.add(one(words[i], ColumnType.DATE));
        }
        return new ClaimExpression.IcdSystem(text(words[from]), List.copyOf(dates), "ICD9" + kind, "ICD10" + kind);
    }

    private Expression payerType(String[] words) {
        String[] product = words[0].split(":");
        CodeTable list = CodeTable.named(product[1]);
        return new MemberExpression.PayerType(
                field(product[0]),
                list.column("line_of_business"),
                list.column("within"),
                one(words[1], ColumnType.BOOLEAN));
    }

    private MemberExpression.Month month(String[] words) {
        return new MemberExpression.Month(one(words[0], ColumnType.INT), one(words[1], ColumnType.INT));
    }

    private Expression dateOrNone(String[] words) {
        return words.length > 2 ? one(words[2], ColumnType.DATE) : new Expression.Literal(null);
    }

    private Expression text(String word) {
        return one(word, ColumnType.STRING);
    }

    private LayoutField field(String name) {
        return layout.field(name);
    }

    private static Expression firstOf(List<Expression> choices) {
        return choices.size() == 1 ? choices.get(0) : new Expression.FirstOf(choices);
    }

    private List<Expression> all(String[] words, ColumnType type) {
        List<Expression> parts = new ArrayList<>();
        for (String word : words) {
            parts.add(one(word, type));
        }
        return List.copyOf(parts);
    }

    private Expression one(String word, ColumnType type) {
        int ask = word.indexOf("?'");
        int colon = word.indexOf(':');
        if (word.startsWith("'")) {
            return Expression.Literal.of(unquoted(word), type);
        }
        if (word.startsWith("@")) {
            return fact(word);
        }
        if (ask > 0) {
            return new Expression.Presence(
                    field(word.substring(0, ask)),
                    Expression.Literal.of(unquoted(word.substring(ask + 1)), type)
                            .value());
        }
        if (word.indexOf('/') > 0) {
            return firstOf(all(word.split("/"), type));
        }
        if (colon > 0) {
            String[] list = word.substring(colon + 1).toLowerCase(Locale.ROOT).split("\\.");
            return new Expression.Lookup(
                    field(word.substring(0, colon)), CodeTable.named(list[0]).column(list[1]), type);
        }
        return new Expression.Value(field(word), type);
    }

    private Expression fact(String word) {
        return switch (word) {
            case "@as_of" -> new MemberExpression.AsOf();
            case "@line_of_business" -> new MemberExpression.DropsLine();
            default -> throw new IllegalStateException("layout " + layout.name() + " asks for unknown fact " + word);
        };
    }

    private static String unquoted(String word) {
        return word.substring(1, word.length() - 1);
    }
}
