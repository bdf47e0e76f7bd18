package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a CCLF file says, whatever entity it is for: {@code P.A9999.ACO.ZC1Y26.D260115.T1204051}
 * (inputs.md 1.3).
 *
 * @param fileType as in a manifest, {@code cclf1} for example; empty for the archive of all files of a month
 * @param runOut whether it is the run-out of a year that is over
 * @param fileDate day the file was made
 */
public record CclfFileName(Optional<String> fileType, boolean runOut, LocalDate fileDate) {
    private static final Pattern FORM =
            Pattern.compile(".*\\.ZC([0-9AB])?([YR])?\\d\\d\\.D(\\d\\d)(\\d\\d)(\\d\\d)\\.T\\d{6,7}(?:\\.gz)?");

    public CclfFileName {
        requireNonNull(fileType, "fileType");
        requireNonNull(fileDate, "fileDate");
    }

    /** Reads a name, with or without folders before it; empty where it has another form. */
    public static Optional<CclfFileName> parse(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    2000 + Integer.parseInt(form.group(3)),
                    Integer.parseInt(form.group(4)),
                    Integer.parseInt(form.group(5)));
            Optional<String> type =
                    Optional.ofNullable(form.group(1)).map(digit -> "cclf" + digit.toLowerCase(Locale.ROOT));
            return Optional.of(new CclfFileName(type, "R".equals(form.group(2)), day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
