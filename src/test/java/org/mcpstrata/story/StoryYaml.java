package org.mcpstrata.story;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads YAML as text, lists and maps. Every scalar stays the text that was written, so that 9.0 is not 9 and a date is
 * not a timestamp; a key given twice, a key without a value and an alias are refused.
 */
final class StoryYaml {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StoryYaml() {}

    static Object read(Path file) throws IOException {
        try (YAMLParser parser = YAML.createParser(file.toFile())) {
            parser.nextToken();
            Object document = value(parser);
            if (parser.nextToken() != null) {
                throw new StoryException(at(parser), "more than one document");
            }
            return document;
        }
    }

    private static Object value(YAMLParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return map(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        if (token == null || token == JsonToken.VALUE_NULL || parser.isCurrentAlias()) {
            throw new StoryException(at(parser), "a value is missing");
        }
        return parser.getText();
    }

    private static Map<String, Object> map(YAMLParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            map.put(key, value(parser));
        }
        return map;
    }

    private static String at(JsonParser parser) {
        return "line " + parser.currentTokenLocation().getLineNr();
    }
}
