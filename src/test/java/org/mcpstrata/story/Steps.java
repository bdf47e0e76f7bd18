package org.mcpstrata.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.Shift;
import org.mcpstrata.measure.Window;

/**
 * What a text of a definition file says one step away: a threshold's relation and number, a bound, a day of a window. A
 * number moves by the smallest step in which such values are reported: a hundredth of a percent, a millimetre, a point.
 */
final class Steps {
    private static final Pattern THRESHOLD = Pattern.compile("(undecided )?(<=|>=|<|>|=) (-?\\d+(?:\\.\\d+)?)( \\S+)?");
    private static final Map<String, String> NEIGHBOUR = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)( days?)?");
    private static final Set<String> BOUNDS =
            Set.of("from", "to", "is", "gaps", "longest gap", "next within", "longer than", "within");
    private static final Set<String> RELATIONS =
            Set.of("during", "overlaps", "starts", "ends", "covers", "recorded", "diagnosis within");
    private static final Set<String> ANCHORS = Set.of("from", "to", "until", "at");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private Steps() {}

    /**
     * The neighbours of a text; empty where it has none.
     *
     * @param path keys from the root of the file
     * @param percent whether plain numbers here are percent
     */
    static List<String> from(List<String> path, String text, boolean percent) {
        String key = lastKey(path);
        if (path.contains("convert")) {
            // Units and factors: what is said from there on is no bound.
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>(thresholds(text));
        if (BOUNDS.contains(key)) {
            found.addAll(numbers(text, percent ? HUNDREDTH : BigDecimal.ONE));
        }
        boolean named = path.size() == 2 && path.get(0).equals("windows");
        if ((RELATIONS.contains(key) || named) && isWindow(text)) {
            found.addAll(windows(Window.parse(text)));
        }
        if (ANCHORS.contains(key) && (text.startsWith("start of ") || text.startsWith("end of "))) {
            anchors(Anchor.parse(text)).forEach(anchor -> found.add(anchor.toString()));
        }
        return List.copyOf(found);
    }

    private static String lastKey(List<String> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            if (!path.get(i).matches("\\d+")) {
                return path.get(i);
            }
        }
        return "";
    }

    /** Every threshold of {@code >= 7 %, < 8 %} moves on its own. */
    private static List<String> thresholds(String text) {
        List<String> parts = List.of(text.split(", ", -1));
        if (!parts.stream().allMatch(part -> THRESHOLD.matcher(part).matches())) {
            return List.of();
        }
        List<String> moved = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (String other : threshold(parts.get(i))) {
                List<String> changed = new ArrayList<>(parts);
                changed.set(i, other);
                moved.add(String.join(", ", changed));
            }
        }
        return moved;
    }

    private static List<String> threshold(String text) {
        Matcher parts = THRESHOLD.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no threshold");
        }
        String begin = parts.group(1) == null ? "" : parts.group(1);
        String unit = parts.group(4) == null ? "" : parts.group(4);
        String sign = parts.group(2);
        BigDecimal number = new BigDecimal(parts.group(3));
        BigDecimal step = unit.equals(" %") ? HUNDREDTH : BigDecimal.ONE;
        return List.of(
                begin + NEIGHBOUR.get(sign) + " " + number + unit,
                begin + sign + " " + number.add(step) + unit,
                begin + sign + " " + number.subtract(step) + unit);
    }

    private static List<String> numbers(String text, BigDecimal step) {
        Matcher parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            return List.of();
        }
        BigDecimal number = new BigDecimal(parts.group(1));
        String unit = parts.group(2) == null ? "" : parts.group(2);
        List<String> moved = new ArrayList<>(List.of(number.add(step) + unit));
        if (number.signum() > 0) {
            moved.add(number.subtract(step) + unit);
        }
        return moved;
    }

    private static boolean isWindow(String text) {
        return text.equals(Anchor.MEASUREMENT_PERIOD)
                || text.startsWith("first ")
                || text.matches("(from|to|until) (start|end) of .+");
    }

    private static List<String> windows(Window window) {
        List<String> moved = new ArrayList<>();
        if (window.from() != null) {
            anchors(window.from())
                    .forEach(from -> moved.add(new Window(from, window.to(), window.endIncluded()).toString()));
        }
        if (window.to() != null) {
            anchors(window.to())
                    .forEach(to -> moved.add(new Window(window.from(), to, window.endIncluded()).toString()));
        }
        return moved;
    }

    /** A day more and a day less, and a step of the calendar more and less where the day is a number of them away. */
    private static List<Anchor> anchors(Anchor anchor) {
        List<Anchor> moved = new ArrayList<>();
        for (int direction : new int[] {1, -1}) {
            List<Shift> further = new ArrayList<>(anchor.shifts());
            further.add(new Shift(direction, Shift.Unit.DAY));
            moved.add(new Anchor(anchor.base(), anchor.of(), further));
            for (int i = 0; i < anchor.shifts().size(); i++) {
                Shift shift = anchor.shifts().get(i);
                if (shift.unit() != Shift.Unit.DAY && shift.amount() + direction != 0) {
                    List<Shift> changed = new ArrayList<>(anchor.shifts());
                    changed.set(i, new Shift(shift.amount() + direction, shift.unit()));
                    moved.add(new Anchor(anchor.base(), anchor.of(), changed));
                }
            }
        }
        return moved;
    }
}
