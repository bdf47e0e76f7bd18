package org.mcpstrata.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * A stretch of days relative to the measurement period, to an event of the person, or from one to the other.
 *
 * @param from first day, or null for "any time before"
 * @param to the end, or null for "any time after"
 * @param endIncluded {@code to} includes the end day, {@code until} does not
 */
public record Window(Anchor from, Anchor to, boolean endIncluded) implements Serializable {
    public static final Window MEASUREMENT_PERIOD = new Window(Anchor.PERIOD_START, Anchor.PERIOD_END, true);

    private static final Pattern FIRST_MONTHS = Pattern.compile("first (\\d{1,2}) months of measurement period");
    private static final Pattern FROM_TO = Pattern.compile("(?:from (.+?))?(?:(?:^| )(to|until) (.+))?");

    public Window {
        if (from == null && to == null) {
            throw new IllegalArgumentException("needs a beginning or an end");
        }
        if (from != null
                && to != null
                && !from.isOfPeriod()
                && !to.isOfPeriod()
                && !from.of().equals(to.of())) {
            throw new IllegalArgumentException("lies between the events of two definitions");
        }
    }

    /** The definition whose events the window lies at; empty for a window that is the same for everybody. */
    public Optional<String> event() {
        return Stream.of(from, to)
                .filter(anchor -> anchor != null && !anchor.isOfPeriod())
                .map(Anchor::of)
                .findFirst();
    }

    /**
     * Reads {@code measurement period}, {@code first 6 months of measurement period}, or {@code from A to B},
     * {@code from A until B}, {@code from A}, {@code to B}, {@code until B} with anchors A and B.
     */
    public static Window parse(String text) {
        if (text.equals("measurement period")) {
            return MEASUREMENT_PERIOD;
        }
        Matcher months = FIRST_MONTHS.matcher(text);
        if (months.matches()) {
            return Window.parse("from start of measurement period until start of measurement period + "
                    + months.group(1) + " months");
        }
        Matcher fromTo = FROM_TO.matcher(text);
        if (text.isBlank() || !fromTo.matches()) {
            throw new IllegalArgumentException("is not a window");
        }
        return new Window(
                fromTo.group(1) == null ? null : Anchor.parse(fromTo.group(1)),
                fromTo.group(3) == null ? null : Anchor.parse(fromTo.group(3)),
                !"until".equals(fromTo.group(2)));
    }

    /** First day in that measurement period; {@link LocalDate#MIN} without a beginning. Only where no event is named. */
    public LocalDate firstDay(MeasurementPeriod period) {
        return from == null ? LocalDate.MIN : from.in(period);
    }

    /** Last day, included; {@link LocalDate#MAX} without an end. */
    public LocalDate lastDay(MeasurementPeriod period) {
        if (to == null) {
            return LocalDate.MAX;
        }
        return endIncluded ? to.in(period) : to.in(period).minusDays(1);
    }

    @Override
    public String toString() {
        if (equals(MEASUREMENT_PERIOD)) {
            return "measurement period";
        }
        String beginning = from == null ? "" : "from " + from;
        String end = to == null ? "" : (endIncluded ? "to " : "until ") + to;
        return (beginning + " " + end).trim();
    }
}
