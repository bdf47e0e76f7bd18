package org.mcpstrata.link;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.Missing;

/** How the lines of each geography file are written; src/site/markdown/geography.md describes them for readers. */
enum AreaFile {
    RUCA(Area.RURALITY, List.of("zip", "ruca_primary", "vintage")) {
        @Override
        List<String> places(List<String> fields) {
            return List.of(Geography.zipPlace(fields.get(0)));
        }

        @Override
        Optional<String> key(List<String> fields) {
            return RUCA_PRIMARY.key(fields.get(1));
        }

        /** Codes of two censuses are not one scale. */
        @Override
        String edition(List<String> fields) {
            return fields.get(2);
        }
    },
    SVI(Area.SOCIAL_VULNERABILITY, List.of("state", "county", "fips", "percentile")) {
        @Override
        List<String> places(List<String> fields) {
            return List.of(Geography.fipsPlace(fields.get(2)), Geography.namedPlace(fields.get(0), fields.get(1)));
        }

        @Override
        Optional<String> key(List<String> fields) {
            return fields.get(3).equals("-999")
                    ? Optional.of(Missing.UNKNOWN.name())
                    : fraction(fields.get(3)).map(rank -> group(rank, new BigDecimal("0.25")));
        }
    },
    ADI(Area.AREA_DEPRIVATION, List.of("zip", "national")) {
        @Override
        List<String> places(List<String> fields) {
            return List.of(Geography.zipPlace(fields.get(0)));
        }

        @Override
        Optional<String> key(List<String> fields) {
            return fields.get(1).matches("[1-9][0-9]?|100")
                    ? Optional.of(group(new BigDecimal(fields.get(1)), new BigDecimal(20)))
                    : ADI_CODES.key(fields.get(1));
        }
    };

    private static final CodeTable RUCA_PRIMARY = new CodeTable("geography-ruca");
    private static final CodeTable ADI_CODES = new CodeTable("geography-adi");

    private final Area area;
    private final List<String> columns;

    AreaFile(Area area, List<String> columns) {
        this.area = area;
        this.columns = List.copyOf(columns);
    }

    Area area() {
        return area;
    }

    List<String> columns() {
        return columns;
    }

    /** The places that a line speaks of, as addresses may name them. */
    abstract List<String> places(List<String> fields);

    /** What it says of them; empty where the value is none that the file may hold. */
    abstract Optional<String> key(List<String> fields);

    /** What must be the same in all lines of a file. */
    String edition(List<String> fields) {
        return "";
    }

    private static Optional<BigDecimal> fraction(String text) {
        return Optional.of(text)
                .filter(number -> number.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?"))
                .map(BigDecimal::new);
    }

    /** Q1 up to the first width, included, Q2 up to the second, and so on. */
    private static String group(BigDecimal rank, BigDecimal width) {
        int number = 1;
        while (rank.compareTo(width.multiply(BigDecimal.valueOf(number))) > 0) {
            number++;
        }
        return "Q" + number;
    }
}
