package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.layout.ApcdAgreement;
import org.mcpstrata.layout.ApcdFileType;
import org.mcpstrata.layout.ApcdFrame;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Decides, once every record has its outcome, whether a drop counts. */
final class DropJudgement {
    private final DropWork work;
    private final List<RecordPlan> plans;
    private final Map<Integer, List<SplitReport>> reportsByPlan;
    private final Place place;
    private final List<Problem> faults = new ArrayList<>();
    private final List<Problem> tooMany = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /**
     * @param plans all plans of the run
     * @param reportsByPlan reports of this drop's splits by plan
     */
    DropJudgement(DropWork work, List<RecordPlan> plans, Map<Integer, List<SplitReport>> reportsByPlan) {
        this.work = requireNonNull(work, "work");
        this.plans = requireNonNull(plans, "plans");
        this.reportsByPlan = requireNonNull(reportsByPlan, "reportsByPlan");
        this.place = work.drop().place();
    }

    /** Changes the drop's state and adds the reasons. */
    void judge(IngestOptions options) {
        for (ManifestFile file : work.manifest().files()) {
            judgeFile(file, options.mostRejected(work.manifest()));
        }
        judgeControlFile();
        if (!faults.isEmpty()) {
            work.leave(DropState.REJECTED, faults);
        } else if (!tooMany.isEmpty()) {
            work.leave(DropState.QUARANTINED, tooMany);
        }
        work.problems().addAll(notes);
    }

    private void judgeFile(ManifestFile file, BigDecimal mostRejected) {
        Place at = place.inFile(file.name());
        Counts counts = Counts.NONE;
        long records = 0;
        for (Map.Entry<Integer, List<SplitReport>> entry : plansOf(file).entrySet()) {
            RecordPlan plan = plans.get(entry.getKey());
            Counts section = DropWork.counts(entry.getValue());
            counts = counts.plus(section);
            // The count of an archive is that of its data members.
            boolean control = plan.section().type().equals(FileFormat.CONTROL_FILE);
            records += file.compression() == Compression.ZIP && control ? 0 : section.delivered();
            judgeFrame(plan, section, DropWork.amounts(entry.getValue()));
        }
        if (records != file.records()) {
            fault(ProblemCode.RECORD_COUNT_MISMATCH, at, "");
        }
        judgeTotal(file, counts, at);
        if (counts.rejected().containsKey(ProblemCode.WRONG_PAYER)) {
            fault(ProblemCode.WRONG_PAYER, at, "Rows name another payer.");
        }
        BigDecimal most = mostRejected.multiply(BigDecimal.valueOf(counts.delivered()));
        if (BigDecimal.valueOf(counts.rejectedRecords()).compareTo(most) > 0) {
            tooMany.add(new Problem(
                    ProblemCode.TOO_MANY_REJECTS,
                    at,
                    counts.rejectedRecords() + " of " + counts.delivered() + " records."));
        }
    }

    /** Exact when every amount could be read; where one could not, the payer is told that nothing was compared. */
    private void judgeTotal(ManifestFile file, Counts counts, Place at) {
        if (file.paidAmount() == null) {
            return;
        }
        if (counts.unreadableAmounts() > 0) {
            notes.add(new Problem(
                    ProblemCode.CONTROL_TOTAL_UNCHECKED,
                    at.atField("paidAmount"),
                    counts.unreadableAmounts() + " of " + counts.delivered() + " records."));
        } else if (counts.paid().compareTo(file.paidAmount()) != 0) {
            fault(ProblemCode.CONTROL_TOTAL_MISMATCH, at.atField("paidAmount"), "");
        }
    }

    private void judgeFrame(RecordPlan plan, Counts counts, AmountEvidence amounts) {
        Optional<ApcdFileType> type = ApcdFileType.ofManifest(plan.section().type());
        if (plan.file().format() != FileFormat.APCD_CDL || type.isEmpty()) {
            return;
        }
        Place at = place.inFile(plan.section().name());
        Optional<ApcdFrame.Header> header = Readers.header(plan.section());
        Optional<ApcdFrame.Trailer> trailer = Readers.trailer(plan.section());
        if (header.isPresent() && trailer.isPresent()) {
            faults.addAll(ApcdAgreement.check(type.get(), header.get(), trailer.get(), counts.delivered(), at));
        }
        if (amounts == AmountEvidence.MIXED) {
            fault(ProblemCode.FIELD_TYPE, at, "Amounts with and without a point stand in one file.");
        }
    }

    /** CCLF0 counts the records of every other file of the delivery, both ways. */
    private void judgeControlFile() {
        SortedMap<String, Long> stated = new TreeMap<>();
        boolean controlled = false;
        Map<String, Long> delivered = new HashMap<>();
        for (Map.Entry<Integer, List<SplitReport>> entry : reportsByPlan.entrySet()) {
            Section section = plans.get(entry.getKey()).section();
            if (plans.get(entry.getKey()).file().format() != FileFormat.CCLF) {
                continue;
            }
            if (section.type().equals(FileFormat.CONTROL_FILE)) {
                controlled = true;
                section.controlRecords()
                        .forEach(record -> stated.merge(record.fileType(), record.records(), Long::sum));
            } else {
                delivered.merge(
                        section.type(), DropWork.counts(entry.getValue()).delivered(), Long::sum);
            }
        }
        if (!controlled) {
            return;
        }
        stated.remove(FileFormat.CONTROL_FILE);
        SortedMap<String, Long> all = new TreeMap<>(delivered);
        stated.forEach(all::putIfAbsent);
        for (String type : all.keySet()) {
            // A file that the summary lists with no records need not be sent.
            if (!stated.getOrDefault(type, -1L).equals(delivered.getOrDefault(type, 0L))) {
                fault(
                        ProblemCode.RECORD_COUNT_MISMATCH,
                        place,
                        "CCLF0 states another number of records for " + knownType(type) + '.');
            }
        }
    }

    private static String knownType(String type) {
        return FileFormat.CCLF.knowsType(type) ? type : "a file type that is not known";
    }

    private SortedMap<Integer, List<SplitReport>> plansOf(ManifestFile file) {
        SortedMap<Integer, List<SplitReport>> found = new TreeMap<>();
        reportsByPlan.forEach((plan, reports) -> {
            if (plans.get(plan).file().name().equals(file.name())) {
                found.put(plan, reports);
            }
        });
        return found;
    }

    private void fault(ProblemCode code, Place at, String detail) {
        faults.add(new Problem(code, at, detail));
    }
}
