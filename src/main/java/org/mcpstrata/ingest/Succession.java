package org.mcpstrata.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/**
 * Which drops, files and rows newer drops of the same payer take the place of (drop-contract.md, mode). The order is the
 * manifest's {@code createdAt} and then the drop id; arrival never matters.
 */
final class Succession {
    private static final String CONTROL = FileFormat.CCLF.kind(FileFormat.CONTROL_FILE);

    private Succession() {}

    /**
     * Marks every drop that says nothing but what the drop of its payer just before it said: the same bytes, described
     * alike. Behind another drop the same bytes say something again, for they may put back what that one changed; and a
     * drop that withdraws others always does. A refused drop said nothing: what comes after it is held against the one
     * before it, and the intact copy of a broken delivery is no duplicate.
     */
    static void refuseDuplicates(List<DropWork> oldestFirst) {
        Map<String, String> last = new HashMap<>();
        for (DropWork work : oldestFirst) {
            if (!work.isAccepted()) {
                continue;
            }
            Manifest manifest = work.manifest();
            if (!manifest.files().isEmpty()
                    && manifest.supersedes().isEmpty()
                    && manifest.contentIdentity().equals(last.get(manifest.payer()))) {
                work.leave(
                        DropState.REJECTED,
                        List.of(new Problem(
                                ProblemCode.DUPLICATE_DROP, work.drop().place(), "")));
            } else {
                last.put(manifest.payer(), manifest.contentIdentity());
            }
        }
    }

    /** Whole drops: those that a newer accepted drop withdraws, and those whose every file type it sends anew. */
    static void supersedeDrops(List<DropWork> oldestFirst) {
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            DropWork newer = oldestFirst.get(i);
            if (newer.isAccepted()) {
                for (DropWork other : oldestFirst) {
                    boolean samePayer =
                            other.manifest().payer().equals(newer.manifest().payer());
                    if (samePayer
                            && newer.manifest()
                                    .supersedes()
                                    .contains(other.manifest().drop())) {
                        other.leave(DropState.SUPERSEDED, List.of());
                    }
                }
            }
        }
        for (DropWork older : oldestFirst) {
            if (older.isAccepted() && isReplacedWhole(older, oldestFirst)) {
                older.leave(DropState.SUPERSEDED, List.of());
            }
        }
    }

    /**
     * Tells every drop that states another line of business than the drop of its payer before it, in its own report.
     * Refused drops say nothing.
     *
     * @return what is told of drops that count
     */
    static List<Problem> tellChangedLines(List<DropWork> oldestFirst) {
        Map<String, LineOfBusiness> last = new HashMap<>();
        List<Problem> ofCounting = new ArrayList<>();
        for (DropWork work : oldestFirst) {
            LineOfBusiness now = work.manifest().lineOfBusiness();
            LineOfBusiness before = work.wasCounted() ? last.put(work.manifest().payer(), now) : now;
            if (before != null && before != now) {
                tell(work, ProblemCode.LINE_OF_BUSINESS_CHANGED, "From " + before + " to " + now + '.', ofCounting);
            }
        }
        return ofCounting;
    }

    /**
     * Tells every drop whose bytes an older drop of its payer had too, in its own report: it says something again, and may have
     * been sent by mistake.
     *
     * @return what is told of drops that count
     */
    static List<Problem> tellRepeatedBytes(List<DropWork> oldestFirst) {
        Map<String, Set<String>> sent = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        List<Problem> ofCounting = new ArrayList<>();
        for (DropWork work : oldestFirst) {
            Manifest manifest = work.manifest();
            if (!work.wasCounted() || manifest.files().isEmpty()) {
                continue;
            }
            String identity = manifest.contentIdentity();
            boolean isFirst = sent.computeIfAbsent(manifest.payer(), any -> new HashSet<>())
                    .add(identity);
            boolean repeats = !identity.equals(last.put(manifest.payer(), identity)) && !isFirst;
            if (repeats) {
                tell(work, ProblemCode.BYTES_SENT_BEFORE, "", ofCounting);
            }
        }
        return ofCounting;
    }

    /** Tells a drop in its own report, and the run where the drop counts. */
    private static void tell(DropWork work, ProblemCode code, String detail, List<Problem> ofCounting) {
        Problem told = new Problem(code, work.drop().place(), detail);
        work.problems().add(told);
        if (work.isAccepted()) {
            ofCounting.add(told);
        }
    }

    /** Whether nothing is left of a drop, or its control file alone, which holds nothing that counts. */
    private static boolean isReplacedWhole(DropWork older, List<DropWork> drops) {
        Set<String> kinds = older.kinds();
        List<String> left = kinds.stream()
                .filter(kind -> !isReplacedWhole(older, kind, drops))
                .toList();
        return left.size() < kinds.size() && left.stream().allMatch(CONTROL::equals);
    }

    /** Whether a newer full drop of the payer sends what is of this kind. */
    static boolean isReplacedWhole(DropWork older, String kind, List<DropWork> drops) {
        return successors(older, kind, drops).stream()
                .anyMatch(newer -> newer.manifest().mode() == Manifest.Mode.FULL);
    }

    /** The periods that newer drops of the payer replace in what is of this kind. */
    static List<RewriteOrder.Period> replacedPeriods(DropWork older, String kind, List<DropWork> drops) {
        List<RewriteOrder.Period> periods = new ArrayList<>();
        for (DropWork newer : successors(older, kind, drops)) {
            if (newer.manifest().mode() == Manifest.Mode.REPLACE) {
                periods.add(new RewriteOrder.Period(
                        newer.manifest().periodStart(), newer.manifest().periodEnd()));
            }
        }
        return periods;
    }

    private static List<DropWork> successors(DropWork older, String kind, List<DropWork> drops) {
        List<DropWork> successors = new ArrayList<>();
        for (DropWork newer : drops) {
            boolean later = newer.drop().rank() > older.drop().rank()
                    && newer.manifest().payer().equals(older.manifest().payer());
            if (later && newer.isAccepted() && newer.kinds().contains(kind)) {
                successors.add(newer);
            }
        }
        return successors;
    }

    /**
     * Lines, by split, whose key an accepted newer drop has too.
     *
     * @param rejected lines, by split, that only the comparison of keys rejected: what does not count replaces nothing
     */
    static Map<Integer, Set<Long>> supersededLines(
            KeyFindings findings, List<DropWork> byRank, Map<Integer, SortedMap<Long, ProblemCode>> rejected) {
        Map<Integer, Set<Long>> lines = new HashMap<>();
        for (KeyFindings.Repeated repeated : findings.repeated()) {
            SortedMap<Long, ProblemCode> wrong = rejected.get(repeated.newerSplit());
            boolean stands = wrong == null || !wrong.containsKey(repeated.newerLine());
            if (stands && byRank.get(repeated.newerDrop()).isAccepted()) {
                lines.computeIfAbsent(repeated.split(), any -> new HashSet<>()).add(repeated.line());
            }
        }
        return lines;
    }
}
