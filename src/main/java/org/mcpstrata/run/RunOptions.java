package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * What one run was asked to do.
 *
 * @param landing folder or Hadoop path with the payers' drops
 * @param out folder or Hadoop path that receives drops, runs and generations
 * @param asOf run-out cut-off: claims loaded or paid later are left out; empty reads everything delivered
 * @param program the program file, or empty for the one in the measures folder
 * @param measures folder with measures, shared definitions, value sets, stratifiers and programs
 * @param localMeasures folder with measures to compute as well, or empty
 * @param valueSets folder with full expansions to load over the shipped value sets
 * @param linkageKey file with the linkage key; empty uses the published sample key, and run.json says so
 * @param payers the payers to read; empty reads all
 * @param payerProfiles folder with what was agreed with single payers, or empty
 * @param full whether everything is read and computed again, whatever earlier runs left
 * @param geography folder with tables of ZIP codes and counties, or empty
 */
public record RunOptions(
        String landing,
        String out,
        MeasurementPeriod period,
        Optional<LocalDate> asOf,
        Optional<Path> program,
        Path measures,
        Optional<Path> localMeasures,
        Optional<Path> valueSets,
        Optional<Path> linkageKey,
        SortedSet<String> payers,
        Optional<Path> payerProfiles,
        boolean full,
        Optional<Path> geography) {
    public RunOptions {
        requireNonNull(landing, "landing");
        requireNonNull(out, "out");
        requireNonNull(period, "period");
        requireNonNull(asOf, "asOf");
        requireNonNull(program, "program");
        requireNonNull(measures, "measures");
        requireNonNull(localMeasures, "localMeasures");
        requireNonNull(valueSets, "valueSets");
        requireNonNull(linkageKey, "linkageKey");
        payers = new TreeSet<>(payers);
        requireNonNull(payerProfiles, "payerProfiles");
        requireNonNull(geography, "geography");
    }

    /** Taking over what earlier runs left, without geography. */
    public RunOptions(
            String landing,
            String out,
            MeasurementPeriod period,
            Optional<LocalDate> asOf,
            Optional<Path> program,
            Path measures,
            Optional<Path> localMeasures,
            Optional<Path> valueSets,
            Optional<Path> linkageKey,
            SortedSet<String> payers,
            Optional<Path> payerProfiles) {
        this(
                landing,
                out,
                period,
                asOf,
                program,
                measures,
                localMeasures,
                valueSets,
                linkageKey,
                payers,
                payerProfiles,
                false,
                Optional.empty());
    }

    /** The same, with everything read and computed again. */
    public RunOptions fromScratch() {
        return new RunOptions(
                landing,
                out,
                period,
                asOf,
                program,
                measures,
                localMeasures,
                valueSets,
                linkageKey,
                payers,
                payerProfiles,
                true,
                geography);
    }

    /** Without profiles of payers. */
    public RunOptions(
            String landing,
            String out,
            MeasurementPeriod period,
            Optional<LocalDate> asOf,
            Optional<Path> program,
            Path measures,
            Optional<Path> localMeasures,
            Optional<Path> valueSets,
            Optional<Path> linkageKey,
            SortedSet<String> payers) {
        this(
                landing,
                out,
                period,
                asOf,
                program,
                measures,
                localMeasures,
                valueSets,
                linkageKey,
                payers,
                Optional.empty());
    }

    /** Without local measures. */
    public RunOptions(
            String landing,
            String out,
            MeasurementPeriod period,
            Optional<LocalDate> asOf,
            Optional<Path> program,
            Path measures,
            Optional<Path> valueSets,
            Optional<Path> linkageKey,
            SortedSet<String> payers) {
        this(landing, out, period, asOf, program, measures, Optional.empty(), valueSets, linkageKey, payers);
    }

    DefinitionFiles definitions() {
        return new DefinitionFiles(new MeasureFolders(measures, localMeasures), program, valueSets);
    }
}
