package org.mcpstrata.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** One drop of canonical CSV files about invented members and their survey responses. */
final class SurveyLanding {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SURVEY =
            "response_id,practice_id,member_id,instrument,response_date,item_1,item_2,item_3,"
                    + "item_4,item_5,item_6,item_7,item_8,item_9,item_10,item_11";
    private static final int ITEMS = 11;

    private final Path folder;
    private final ObjectNode manifest = JSON.createObjectNode();
    private final SortedMap<String, StringBuilder> tables = new TreeMap<>();

    SurveyLanding(Path landing, String payer, String lineOfBusiness, String drop, String createdAt) {
        this.folder = landing.resolve(payer).resolve(drop);
        manifest.put("manifestVersion", 1)
                .put("payer", payer)
                .put("lineOfBusiness", lineOfBusiness)
                .put("drop", drop)
                .put("createdAt", createdAt)
                .put("mode", "incremental");
        manifest.putObject("period").put("start", "2023-01-01").put("end", "2026-03-31");
        manifest.putArray("supersedes");
    }

    /** The same answer to the first items; the others are left out. */
    static String answers(int answer, int answered) {
        StringBuilder text = new StringBuilder();
        for (int item = 0; item < ITEMS; item++) {
            text.append(item == 0 ? "" : ",").append(item < answered ? answer : "");
        }
        return text.toString();
    }

    /** An invented identifier of the right form, which could not be real: it has an S. */
    static String mbi(int number) {
        return String.format(
                Locale.ROOT, "1SG%dTE%dMK%d%d", number / 1000, number / 100 % 10, number / 10 % 10, number % 10);
    }

    SurveyLanding response(String id, String practice, String member, String date, String answers) {
        return line("survey", SURVEY, String.join(",", id, practice, member, "PCPCM", date, answers));
    }

    SurveyLanding covered(String member, int number, String sex) {
        return line(
                "eligibility",
                "member_id,mbi,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type",
                String.join(",", member, mbi(number), "1970-05-01", sex, "2024-01-01", "2025-12-31", "COMMERCIAL"));
    }

    SurveyLanding attributed(String member, String practice, String state) {
        return line(
                "attribution",
                "member_id,practice_id,state,track,participant_type,start_date,end_date",
                String.join(",", member, practice, state, "2", "STANDARD", "2024-01-01", "2025-12-31"));
    }

    SurveyLanding linked(String member, int number) {
        return line("mbi_crosswalk", "payer_member_id,mbi", member + "," + mbi(number));
    }

    private SurveyLanding line(String table, String header, String line) {
        tables.computeIfAbsent(table, any -> new StringBuilder(header).append('\n'))
                .append(line)
                .append('\n');
        return this;
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        for (String table : tables.keySet()) {
            byte[] bytes = tables.get(table).toString().getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve(table + ".csv"), bytes);
            manifest.withArray("files")
                    .addObject()
                    .put("name", table + ".csv")
                    .put("type", table)
                    .put("format", "canonical-csv")
                    .put("layoutVersion", "1")
                    .put("compression", "none")
                    .put("encoding", "UTF-8")
                    .put("bytes", bytes.length)
                    .put("sha256", sha256(bytes))
                    .put("records", tables.get(table).toString().lines().count() - 1);
        }
        JSON.writeValue(folder.resolve("manifest.json").toFile(), manifest);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
