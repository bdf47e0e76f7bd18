package org.mcpstrata.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.layout.DropFacts;

/** Dates that a delivery gives its rows. */
final class DropDates {
    private static final Pattern CCLF_FILE_DATE = Pattern.compile("\\.D(\\d{2})(\\d{2})(\\d{2})\\.T\\d{7}");
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DropDates() {}

    /** What the delivery says for the records of a section. */
    static DropFacts facts(Manifest manifest, Section section) {
        LocalDate created = LocalDate.ofInstant(manifest.createdAt(), ZoneOffset.UTC);
        String name = section.member().isEmpty() ? section.name() : section.member();
        Matcher date = CCLF_FILE_DATE.matcher(name);
        if (section.type().startsWith("cclf") && date.find()) {
            try {
                created = LocalDate.of(
                        2000 + Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3)));
            } catch (DateTimeException impossibleInTheName) {
                // The manifest's day stands: a name is no place for a fact that may be wrong.
                return new DropFacts(manifest.lineOfBusiness(), created);
            }
        }
        return new DropFacts(manifest.lineOfBusiness(), created);
    }

    /** An instant as text whose order is the order of time. */
    static String sortable(Instant instant) {
        return SORTABLE.format(instant);
    }
}
