package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * One day relative to the measurement period, written {@code start of measurement period - 1 year}.
 *
 * @param base the day the shifts start from
 * @param shifts applied one after the other, in calendar arithmetic
 */
public record Anchor(Base base, List<Shift> shifts) implements Serializable {
    public static final Anchor PERIOD_START = new Anchor(Base.START, List.of());
    public static final Anchor PERIOD_END = new Anchor(Base.END, List.of());

    private static final Pattern WHOLE = Pattern.compile("(start|end) of measurement period((?: [+-] \\d{1,4} \\w+)*)");
    private static final Pattern SHIFT = Pattern.compile(" ([+-]) (\\d+) (\\w+)");

    public Anchor {
        requireNonNull(base, "base");
        shifts = List.copyOf(shifts);
    }

    /** The two ends of the measurement period. */
    public enum Base {
        START,
        END
    }

    /** Reads the written form. */
    public static Anchor parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalArgumentException(
                    "is not 'start of measurement period' or 'end of measurement period' with '± N days, months or years'");
        }
        List<Shift> shifts = new ArrayList<>();
        Matcher shift = SHIFT.matcher(whole.group(2));
        while (shift.find()) {
            int amount = Integer.parseInt(shift.group(2));
            shifts.add(new Shift(shift.group(1).equals("-") ? -amount : amount, Shift.Unit.parse(shift.group(3))));
        }
        return new Anchor(whole.group(1).equals("start") ? Base.START : Base.END, shifts);
    }

    /** The day in that measurement period. */
    public LocalDate in(MeasurementPeriod period) {
        LocalDate day = base == Base.START ? period.start() : period.end();
        for (Shift shift : shifts) {
            day = shift.from(day);
        }
        return day;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(base == Base.START ? "start" : "end").append(" of measurement period");
        shifts.forEach(shift -> text.append(' ').append(shift));
        return text.toString();
    }
}
