package org.mcpstrata.measure.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mcpstrata.document.Node;

/**
 * The part of JSON Schema that {@code measures/measure.schema.json} uses. A keyword beyond it is an error, so that no part
 * of the schema is silently left unchecked.
 */
final class SchemaCheck {
    private final Node.Fields root;

    SchemaCheck(Node.Fields root) {
        this.root = root;
    }

    /** Paths at which the document does not satisfy the schema. */
    List<String> check(Node document) {
        return check(root, document, "");
    }

    private List<String> check(Node.Fields schema, Node value, String path) {
        List<String> wrong = new ArrayList<>();
        schema.fields().forEach((keyword, rule) -> {
            switch (keyword) {
                case "$schema", "title", "description", "$defs", "properties" -> {}
                case "$ref" -> wrong.addAll(check(definition(text(rule)), value, path));
                case "type" -> require(hasType(rule, value), wrong, path);
                case "enum" ->
                    require(value instanceof Node.Text text && texts(rule).contains(text.value()), wrong, path);
                case "pattern" ->
                    require(value instanceof Node.Text text && text.value().matches(text(rule)), wrong, path);
                case "anyOf" ->
                    require(
                            items(rule).stream().anyMatch(option -> check((Node.Fields) option, value, path)
                                    .isEmpty()),
                            wrong,
                            path);
                case "items" -> {
                    if (value instanceof Node.Items list) {
                        list.items().forEach(item -> wrong.addAll(check((Node.Fields) rule, item, path + "[]")));
                    }
                }
                case "minItems" ->
                    require(!(value instanceof Node.Items list) || list.items().size() >= number(rule), wrong, path);
                case "minProperties" -> require(size(value) >= number(rule), wrong, path);
                case "maxProperties" -> require(size(value) <= number(rule), wrong, path);
                case "required" ->
                    texts(rule).forEach(key -> require(fields(value).containsKey(key), wrong, path + " > " + key));
                case "additionalProperties" -> additional(schema, rule, value, path, wrong);
                default -> throw new IllegalArgumentException("keyword " + keyword + " is not checked");
            }
        });
        return wrong;
    }

    private void additional(Node.Fields schema, Node rule, Node value, String path, List<String> wrong) {
        Map<String, Node> known = schema.fields().containsKey("properties")
                ? fields(schema.fields().get("properties"))
                : Map.of();
        fields(value).forEach((key, below) -> {
            String where = path + " > " + key;
            if (known.containsKey(key)) {
                wrong.addAll(check((Node.Fields) known.get(key), below, where));
            } else if (rule instanceof Node.Fields any) {
                wrong.addAll(check(any, below, where));
            } else {
                wrong.add(where);
            }
        });
    }

    private Node.Fields definition(String reference) {
        String name = reference.substring("#/$defs/".length());
        return (Node.Fields) fields(root.fields().get("$defs")).get(name);
    }

    private static boolean hasType(Node rule, Node value) {
        List<String> types = rule instanceof Node.Items ? texts(rule) : List.of(text(rule));
        if (value instanceof Node.Fields) {
            return types.contains("object");
        }
        return value instanceof Node.Items ? types.contains("array") : types.contains("string");
    }

    private static void require(boolean holds, List<String> wrong, String path) {
        if (!holds) {
            wrong.add(path);
        }
    }

    private static int size(Node value) {
        return fields(value).size();
    }

    private static int number(Node rule) {
        return Integer.parseInt(text(rule));
    }

    private static Map<String, Node> fields(Node value) {
        return value instanceof Node.Fields fields ? fields.fields() : Map.of();
    }

    private static List<Node> items(Node value) {
        return ((Node.Items) value).items();
    }

    private static List<String> texts(Node value) {
        return items(value).stream().map(SchemaCheck::text).toList();
    }

    private static String text(Node value) {
        return ((Node.Text) value).value();
    }
}
