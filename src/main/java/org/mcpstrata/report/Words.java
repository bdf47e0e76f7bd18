package org.mcpstrata.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What pages call things that tables name by code; a code that has no words stands for itself. */
final class Words {
    private static final JsonNode ALL = read();

    private Words() {}

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(PageResource.text("words.json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words.json is no JSON");
        }
    }

    static String stratifier(String id) {
        return of("stratifiers", id);
    }

    static String scope(String id) {
        return id.startsWith(Shown.PAYER) ? id.substring(Shown.PAYER.length()) : of("scopes", id);
    }

    static String unit(String unit) {
        return of("units", unit);
    }

    static String mark(String rule) {
        return of("marks", rule);
    }

    static String place(String place) {
        return of("places", place);
    }

    private static String of(String kind, String code) {
        return ALL.path(kind).path(code).asText(code);
    }
}
