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
 * One day relative to the measurement period, written {@code start of measurement period - 1 year}, or relative to an
 * event of the person, written {@code end of qualifying visit + 2 days}.
 *
 * @param base the day the shifts start from
 * @param of the definition whose event has that day, or {@link #MEASUREMENT_PERIOD}
 * @param shifts applied one after the other, in calendar arithmetic
 */
public record Anchor(Base base, String of, List<Shift> shifts) implements Serializable {
    public static final String MEASUREMENT_PERIOD = "measurement period";
    public static final Anchor PERIOD_START = new Anchor(Base.START, List.of());
    public static final Anchor PERIOD_END = new Anchor(Base.END, List.of());

    private static final Pattern WHOLE = Pattern.compile("(start|end) of (\\S.*?)((?: [+-] \\d{1,4} \\w+)*)");
    private static final Pattern SHIFT = Pattern.compile(" ([+-]) (\\d+) (\\w+)");

    public Anchor {
        requireNonNull(base, "base");
        requireNonNull(of, "of");
        shifts = List.copyOf(shifts);
    }

    /** A day relative to the measurement period. */
    public Anchor(Base base, List<Shift> shifts) {
        this(base, MEASUREMENT_PERIOD, shifts);
    }

    /** The two ends of the measurement period or of an event. */
    public enum Base {
        START,
        END
    }

    /** Reads the written form. */
    public static Anchor parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalArgumentException(
                    "is not 'start of' or 'end of' the 'measurement period' or of a definition,"
                            + " with '± N days, months or years'");
        }
        List<Shift> shifts = new ArrayList<>();
        Matcher shift = SHIFT.matcher(whole.group(3));
        while (shift.find()) {
            int amount = Integer.parseInt(shift.group(2));
            shifts.add(new Shift(shift.group(1).equals("-") ? -amount : amount, Shift.Unit.parse(shift.group(3))));
        }
        return new Anchor(whole.group(1).equals("start") ? Base.START : Base.END, whole.group(2), shifts);
    }

    /** Whether the day is the same for everybody. */
    public boolean isOfPeriod() {
        return of.equals(MEASUREMENT_PERIOD);
    }

    /** The day in that measurement period; only for an anchor of the period. */
    public LocalDate in(MeasurementPeriod period) {
        if (!isOfPeriod()) {
            throw new IllegalStateException("the day depends on a person's event");
        }
        return shifted(base == Base.START ? period.start() : period.end());
    }

    /** The day that is as far from this day as the shifts say. */
    public LocalDate shifted(LocalDate day) {
        LocalDate shifted = day;
        for (Shift shift : shifts) {
            shifted = shift.from(shifted);
        }
        return shifted;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(base == Base.START ? "start" : "end")
                .append(" of ")
                .append(of);
        shifts.forEach(shift -> text.append(' ').append(shift));
        return text.toString();
    }
}
