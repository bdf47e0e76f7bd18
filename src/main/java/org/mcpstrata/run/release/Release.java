package org.mcpstrata.run.release;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.disclosed.ReferenceGroups;
import org.mcpstrata.measure.Program;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.protect.GatedRelease;
import org.mcpstrata.protect.PolicyReader;
import org.mcpstrata.protect.Practices;
import org.mcpstrata.protect.ProtectionPolicy;
import org.mcpstrata.protect.PublicDimensions;
import org.mcpstrata.protect.PublicRow;
import org.mcpstrata.protect.ReleaseGate;
import org.mcpstrata.protect.Released;
import org.mcpstrata.publish.NumberedRecords;
import org.mcpstrata.publish.Publication;
import org.mcpstrata.publish.Releases;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.run.PublishedRun;
import org.mcpstrata.run.RunDimensions;
import org.mcpstrata.run.StoredTables;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.Stratifiers;
import org.mcpstrata.stratify.Switches;

/** From a published run to a release that everybody may read: the only way there leads through the gate. */
public final class Release {
    /** Raised whenever the meaning or the bytes of a release change for the same run and policy. */
    static final String FORMAT = "5";

    /** Anybody can read this salt: who knows it can tell more easily what was hidden for its own sake. */
    private static final String SAMPLE_SALT = "mcp-strata published sample suppression salt";

    private static final int SHORTEST_SALT = 16;
    private static final String LEDGER = "release-ledger";

    private final ReleaseOptions options;
    private final Configuration conf;
    private final Progress progress;
    private final Publication publication;
    private final Releases releases;

    private Release(ReleaseOptions options, Configuration conf, Progress progress) {
        this.options = requireNonNull(options, "options");
        this.conf = requireNonNull(conf, "conf");
        this.progress = requireNonNull(progress, "progress");
        this.publication = Publication.at(new Path(options.out()), conf);
        this.releases = Releases.at(new Path(options.out()), conf);
    }

    /**
     * Releases a run, or says that it is released already.
     *
     * @param attempt a name no other living attempt has: small letters, digits and hyphens
     * @throws ProblemException when nothing was released, with every reason
     */
    public static ReleaseOutcome execute(
            ReleaseOptions options, Configuration conf, String attempt, int threads, Progress progress) {
        return new Release(options, conf, progress).execute(attempt, threads);
    }

    private ReleaseOutcome execute(String attempt, int threads) {
        PublishedRun run = PublishedRun.open(options.out(), options.runId(), conf);
        run.requireSame(options.files());
        Program rules = options.files().program(run.period().year());
        Stratifiers stratifiers =
                Stratifiers.load(options.files().measures().base().resolve("stratifiers.yaml"), switches(rules));
        ProtectionPolicy policy = policy(stratifiers);
        byte[] salt = salt();

        NumberedRecords<ReleaseLedger> ledgers = publication.records(LEDGER, ReleaseLedger.class);
        ReleaseLedger ledger = ledgers.newest().orElse(ReleaseLedger.EMPTY);
        SortedMap<String, String> question = question(run, policy, salt);
        String key = RunId.of(question).value();
        Optional<ReleaseLedger.Entry> entered = ledger.answering(key);
        List<ReleaseLedger.Entry> before = ledger.before(entered);
        for (ReleaseLedger.Entry entry : before) {
            question.put("earlier release " + entry.releaseId(), entry.recordDigest());
        }
        RunId releaseId = RunId.of(question);
        if (entered.isPresent() && releases.isIntact(releaseId, entered.get().recordDigest())) {
            return new ReleaseOutcome(
                    releaseId.value(),
                    run.runId(),
                    releases.folder(releaseId).toString(),
                    Optional.empty(),
                    entered.get().carriedFrom(),
                    0);
        }
        releases.cleanLeftovers();

        progress.reached("release: read the run", 0, 0);
        publication.requireIntact(new RunId(run.runId()), file -> true);
        StoredTables tables = StoredTables.ofRun(run.folder(), conf);
        RunDimensions dimensions = RunDimensions.of(tables);
        String program = dimensions.programId();
        List<Released> earlier = earlier(before, program, run.period().year());
        ReleaseGate gate = new ReleaseGate(
                policy, salt, dimensions.measures(), dimensions.strata(), Practices.of(dimensions.entities()), earlier);
        List<TableRow> rows = tables.rows(StratifiedResult.SCHEMA, gate::wants);

        progress.reached("release: protect", 0, 0);
        GatedRelease gated = gate.protect(rows, threads);

        progress.reached("release: write", 0, 0);
        SortedMap<String, Object> record = new ReleaseRecord(
                        releaseId.value(),
                        run,
                        program,
                        policy,
                        options.saltFile().isEmpty(),
                        before)
                .of(gated);
        ReferenceGroups references = ReferenceGroups.of(rules.referenceGroups(), rules.leastAnswered());
        new ReleaseFiles(releases, releaseId, attempt)
                .write(
                        gated,
                        ReleaseTables.of(gated, releaseId.value(), dimensions, stratifiers, references),
                        record,
                        written -> enter(
                                ledgers,
                                ledger,
                                entered,
                                new ReleaseLedger.Entry(
                                        releaseId.value(),
                                        run.runId(),
                                        key,
                                        program,
                                        run.period().year(),
                                        written,
                                        gated.carriedFrom()),
                                attempt));
        return new ReleaseOutcome(
                releaseId.value(),
                run.runId(),
                releases.folder(releaseId).toString(),
                Optional.of(gated.figures()),
                gated.carriedFrom(),
                gated.withheld().size());
    }

    /** Enters a release before anybody can see it, so that none is ever forgotten. */
    private void enter(
            NumberedRecords<ReleaseLedger> ledgers,
            ReleaseLedger ledger,
            Optional<ReleaseLedger.Entry> entered,
            ReleaseLedger.Entry entry,
            String attempt) {
        if (entered.isPresent()) {
            if (!entered.get().equals(entry)) {
                throw new ProblemException(
                        ProblemCode.RUN_FOLDER_DIFFERS, Place.of("releases/" + entry.releaseId()), "");
            }
            return;
        }
        try (var work = publication.work(attempt)) {
            ReleaseLedger after = ledger.with(entry);
            if (!ledgers.add(after.version(), after, work)) {
                throw new ProblemException(ProblemCode.STALE_GENERATION, Place.of("state/" + LEDGER), "");
            }
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("state/" + LEDGER), e);
        }
    }

    /**
     * What earlier releases of the same period show; one that is gone or changed stops everything, and so does one of
     * another program: the people are the same, and no proof adds up what two programs show of them.
     */
    private List<Released> earlier(List<ReleaseLedger.Entry> before, String program, int period) {
        List<Released> earlier = new ArrayList<>();
        for (ReleaseLedger.Entry entry : before) {
            if (entry.period() != period) {
                continue;
            }
            if (!entry.program().equals(program)) {
                throw new ProblemException(
                        ProblemCode.DISCLOSURE_RISK,
                        Place.of("releases/" + entry.releaseId()),
                        "Another program of this measurement period was released from this folder. Both have the same"
                                + " people, and what the two show together is not proven.");
            }
            RunId id = new RunId(entry.releaseId());
            if (!releases.isIntact(id, entry.recordDigest())) {
                throw new ProblemException(
                        ProblemCode.DISCLOSURE_RISK,
                        Place.of("releases/" + id),
                        "The ledger names this release, and it is not there as it was released.");
            }
            StoredTables tables = new StoredTables(new Path(releases.folder(id), "tables"), conf);
            earlier.add(new Released(
                    entry.releaseId(),
                    tables.rows("stratified_result", PublicRow.SCHEMA, row -> true),
                    tables.rows("dim_stratum", PublicDimensions.STRATUM, row -> true)));
        }
        return earlier;
    }

    private ProtectionPolicy policy(Stratifiers stratifiers) {
        return PolicyReader.read(
                options.policy().orElse(options.files().measures().base().resolve(PolicyReader.FILE)),
                ReleasedStratifiers.facts(stratifiers));
    }

    /**
     * Those that the run had on; whatever places it needed, the run had too. Estimates and optional entities are never
     * released.
     */
    private static Switches switches(Program program) {
        return new Switches(
                program.wanted().stratifiers(),
                program.wanted().tribalDataOwnerAgreed(),
                EnumSet.allOf(Area.class),
                null,
                Set.of(),
                stratifier -> program.places().get(Program.optionalOf(stratifier)));
    }

    private byte[] salt() {
        if (options.saltFile().isEmpty()) {
            return SAMPLE_SALT.getBytes(StandardCharsets.UTF_8);
        }
        try {
            byte[] salt = Files.readAllBytes(options.saltFile().get());
            if (salt.length < SHORTEST_SALT) {
                throw new ProblemException(
                        ProblemCode.BAD_OPTION, Place.of("--salt-file"), "A salt has at least 16 bytes.");
            }
            return salt;
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--salt-file"), "The file cannot be read.");
        }
    }

    private static SortedMap<String, String> question(PublishedRun run, ProtectionPolicy policy, byte[] salt) {
        SortedMap<String, String> question = new TreeMap<>();
        question.put("release format", FORMAT);
        question.put("run", run.runId());
        question.put("policy", new String(Releases.json(policy.asRecord()), StandardCharsets.UTF_8));
        question.put(
                "salt",
                DigestUtils.sha256Hex("suppression salt " + HexFormat.of().formatHex(salt)));
        return question;
    }
}
