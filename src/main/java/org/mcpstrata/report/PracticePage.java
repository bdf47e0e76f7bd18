package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;

/**
 * The feedback page of one practice, in plain language: its results by payer and by group against its state and the
 * program, and the people whose care is open. Restricted. It has no script and needs nothing but itself.
 */
public final class PracticePage {
    private static final List<String> PEERS = List.of("Your result", "95 % interval", "Your state", "Whole program");

    private final ReportHead head;
    private final FeedbackRates figures;
    private final List<FeedbackRate> rates;
    private final CareGaps gaps;
    private final Map<String, List<TableRow>> strata = new TreeMap<>(Comparator.comparing(Words::stratifier));

    /**
     * @param measures rows of {@code dim_measure}
     * @param groups rows of {@code dim_stratum}
     */
    public PracticePage(
            ReportHead head, FeedbackRates figures, CareGaps gaps, List<TableRow> measures, List<TableRow> groups) {
        this.head = requireNonNull(head, "head");
        this.figures = requireNonNull(figures, "figures");
        this.gaps = requireNonNull(gaps, "gaps");
        this.rates = figures.rates(measures);
        for (TableRow row : groups) {
            if (!row.text("stratifier_id").equals(Shown.TOTAL) && !Shown.isCrossing(row)) {
                strata.computeIfAbsent(row.text("stratifier_id"), unseen -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /** The name of a practice's file: its id, with every sign that a file system or an address might read otherwise as ~XX. */
    public static String fileName(String practice) {
        StringBuilder name = new StringBuilder();
        for (byte each : practice.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (each & 0xFF);
            boolean plain = sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9';
            name.append(
                    plain || sign == '-' || sign == '_'
                            ? String.valueOf(sign)
                            : String.format(Locale.ROOT, "~%02X", each));
        }
        return name + ".html";
    }

    /** The page of a practice in UTF-8. */
    public byte[] html(String practice) {
        String style = PageResource.text("practice.css");
        Html body = new Html();
        glance(body, practice);
        for (FeedbackRate rate : rates) {
            rate(body, practice, rate);
        }
        open(body, practice);
        Map<String, String> parts = new TreeMap<>();
        parts.put("style-hash", PageResource.policyName(style));
        parts.put("style", style);
        parts.put("name", Html.escaped(figures.name(practice)));
        parts.put("id", Html.escaped(practice));
        parts.put("state", Html.escaped(figures.state(practice)));
        parts.put("program", Html.escaped(head.program()));
        parts.put("period", head.periodStart() + " to " + head.periodEnd());
        parts.put("run", Html.escaped(head.id()));
        parts.put("absent", absent());
        parts.put("body", body.toString());
        return RunPage.filled(PageResource.text("practice.html"), parts).getBytes(StandardCharsets.UTF_8);
    }

    private String absent() {
        return head.payersAbsent().isEmpty()
                ? "All payers of the program delivered data."
                : "Without data of: " + Html.escaped(String.join(", ", head.payersAbsent())) + ".";
    }

    private FeedbackFigure whole(String practice, FeedbackRate rate) {
        return figures.ofPractice(practice, rate, Shown.ALL, Shown.TOTAL, Shown.TOTAL);
    }

    private void glance(Html body, String practice) {
        body.raw("<section><h2>At a glance</h2>\n<table><caption>All payers together</caption>\n");
        List<String> columns = new ArrayList<>(List.of("Measure", "People"));
        columns.addAll(PEERS);
        columns.addAll(List.of("Against the program", "Remark"));
        body.head(columns).raw("<tbody>\n");
        for (FeedbackRate rate : rates) {
            FeedbackFigure own = whole(practice, rate);
            if (own != null) {
                List<String> cells = cells(rate.title() + " (" + better(rate) + ")", practice, rate, own, Shown.TOTAL);
                cells.add(cells.size() - 1, against(own, rate));
                body.row(cells);
            }
        }
        body.raw("</tbody></table></section>\n");
    }

    private static String better(FeedbackRate rate) {
        return rate.lower() ? "lower is better" : "higher is better";
    }

    private String against(FeedbackFigure own, FeedbackRate rate) {
        FeedbackFigure program = figures.ofProgram(rate, Shown.ALL, Shown.TOTAL, Shown.TOTAL);
        if (rate.display() != Display.PROPORTION || program == null || program.value() == null || own.value() == null) {
            return "–";
        }
        return Words.place(new FunnelLimits(program.value()).place(own.people(), own.value()));
    }

    private List<String> cells(
            String label, String practice, FeedbackRate rate, FeedbackFigure own, String stratifier) {
        return cells(
                label,
                rate,
                own,
                figures.ofState(practice, rate, Shown.ALL, stratifier, Shown.TOTAL),
                figures.ofProgram(rate, Shown.ALL, stratifier, Shown.TOTAL));
    }

    private static List<String> cells(
            String label, FeedbackRate rate, FeedbackFigure own, FeedbackFigure state, FeedbackFigure program) {
        return new ArrayList<>(List.of(
                label,
                FeedbackFigure.count(own.people()),
                rate.shown(own.value()),
                rate.interval(own),
                state == null ? "–" : rate.shown(state.value()),
                program == null ? "–" : rate.shown(program.value()),
                own.remark()));
    }

    private void rate(Html body, String practice, FeedbackRate rate) {
        FeedbackFigure own = whole(practice, rate);
        if (own == null) {
            return;
        }
        body.raw("<section>").element("h2", rate.title());
        body.element("p", sentence(rate, own));
        body.raw("<table><caption>In ")
                .text(Words.unit(rate.unit()))
                .raw(", ")
                .text(better(rate))
                .raw("</caption>\n");
        List<String> columns = new ArrayList<>(List.of("People of", "People"));
        columns.addAll(PEERS);
        columns.add("Remark");
        body.head(columns).raw("<tbody>\n");
        body.row(cells("All payers", practice, rate, own, Shown.TOTAL));
        body.groupHead("By payer; who has two is counted with both", columns.size());
        for (String payer : figures.payers()) {
            group(
                    body,
                    rate,
                    Words.scope(payer),
                    figures.ofPractice(practice, rate, payer, Shown.TOTAL, Shown.TOTAL),
                    figures.ofState(practice, rate, payer, Shown.TOTAL, Shown.TOTAL),
                    figures.ofProgram(rate, payer, Shown.TOTAL, Shown.TOTAL));
        }
        strata.forEach((stratifier, groups) -> stratifier(body, practice, rate, stratifier, groups, columns.size()));
        body.raw("</tbody></table></section>\n");
    }

    private static String sentence(FeedbackRate rate, FeedbackFigure own) {
        String people = FeedbackFigure.count(own.people());
        String data = own.sufficient() == null || own.sufficient() == own.people()
                ? ""
                : " Of " + FeedbackFigure.count(own.sufficient())
                        + " of them we hold data that could have shown it, whoever delivered them; of the others a poor result may"
                        + " only mean that data are missing.";
        if (rate.display() != Display.PROPORTION || own.numerator() == null || own.value() == null) {
            return "Your patients counted here: " + people + ". Your result: " + rate.shown(own.value()) + "." + data;
        }
        String met = rate.lower() ? " have what this measure wants to be rare (" : " have what this measure asks for (";
        return "Of " + people + " of your patients counted here, " + FeedbackFigure.count(own.numerator()) + met
                + rate.shown(own.value()) + ")." + data;
    }

    /** Groups of one stratifier, unless all of the practice's people are in one of them. */
    private void stratifier(
            Html body, String practice, FeedbackRate rate, String id, List<TableRow> groups, int columns) {
        List<TableRow> held = groups.stream()
                .filter(row -> figures.ofPractice(practice, rate, Shown.ALL, id, row.text("stratum_id")) != null)
                .toList();
        if (held.size() < 2) {
            return;
        }
        String name = Words.stratifier(id);
        if (held.stream().allMatch(row -> figures.ofPractice(practice, rate, Shown.ALL, id, row.text("stratum_id"))
                .isSmall())) {
            body.groupHead(name + ": every group has fewer than " + FeedbackFigure.FEWEST + " people", columns);
            return;
        }
        body.groupHead(name, columns);
        for (TableRow row : held) {
            String stratum = row.text("stratum_id");
            group(
                    body,
                    rate,
                    row.text("stratum_label"),
                    figures.ofPractice(practice, rate, Shown.ALL, id, stratum),
                    figures.ofState(practice, rate, Shown.ALL, id, stratum),
                    figures.ofProgram(rate, Shown.ALL, id, stratum));
        }
    }

    private static void group(
            Html body,
            FeedbackRate rate,
            String label,
            FeedbackFigure own,
            FeedbackFigure state,
            FeedbackFigure program) {
        if (own == null) {
            return;
        }
        if (own.isSmall()) {
            body.row(List.of(label, "too few", "–", "–", "–", "–", "fewer than " + FeedbackFigure.FEWEST + " people"));
        } else {
            body.row(cells(label, rate, own, state, program));
        }
    }

    private void open(Html body, String practice) {
        body.raw("<section><h2>Open care</h2>\n")
                .element(
                        "p",
                        "People counted in a measure above whose care is open as far as the data go. First come those whose data"
                                + " could have shown it; check the others in your own records before you call anybody.");
        Map<String, List<CareGaps.Gap>> open = gaps.of(practice);
        if (open.isEmpty()) {
            body.element("p", "Nobody.");
        }
        open.forEach((measure, people) -> list(body, measure, people));
        body.raw("</section>\n");
    }

    private void list(Html body, String measure, List<CareGaps.Gap> people) {
        FeedbackRate rate = rates.stream()
                .filter(each -> each.measure().equals(measure))
                .findFirst()
                .orElseThrow();
        boolean members = people.stream().anyMatch(gap -> !gap.members().isEmpty());
        body.element("h3", measure + " " + rate.name() + ": " + FeedbackFigure.count((long) people.size()) + " people");
        List<String> columns = new ArrayList<>(List.of("Person"));
        if (members) {
            columns.add("Member ids");
        }
        columns.addAll(List.of("Rates", rate.lower() ? "Found" : "Not found", "Could data show it?"));
        body.raw("<table>\n").head(columns).raw("<tbody>\n");
        for (CareGaps.Gap gap : people) {
            List<String> cells = new ArrayList<>(List.of(gap.person()));
            if (members) {
                cells.add(String.join("; ", gap.members()));
            }
            cells.add(String.join("; ", gap.rates()));
            cells.add(String.join("; ", gap.found()));
            cells.add(data(gap.sufficiency()));
            body.row(cells);
        }
        body.raw("</tbody></table>\n");
    }

    /** @param sufficiency null where the measure does not say what would suffice */
    private static String data(String sufficiency) {
        if (sufficiency == null) {
            return "the measure does not say";
        }
        return switch (sufficiency) {
            case "SUFFICIENT" -> "yes";
            case "PARTIAL" -> "in part";
            default -> "no: nobody sent any";
        };
    }
}
