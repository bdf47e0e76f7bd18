package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
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
        payers = Collections.unmodifiableSortedSet(new TreeSet<>(payers));
        requireNonNull(payerProfiles, "payerProfiles");
        requireNonNull(geography, "geography");
    }

    /** Options that read everything and use what comes with the program, until more is said. */
    public static Builder of(String landing, String out, MeasurementPeriod period, Path measures) {
        return new Builder(landing, out, period, measures);
    }

    DefinitionFiles definitions() {
        return new DefinitionFiles(new MeasureFolders(measures, localMeasures), program, valueSets);
    }

    /** Says one after the other what was asked for; what is not said is empty. */
    public static final class Builder {
        private final String landing;
        private final String out;
        private final MeasurementPeriod period;
        private final Path measures;
        private Optional<LocalDate> asOf = Optional.empty();
        private Optional<Path> program = Optional.empty();
        private Optional<Path> localMeasures = Optional.empty();
        private Optional<Path> valueSets = Optional.empty();
        private Optional<Path> linkageKey = Optional.empty();
        private Optional<Path> payerProfiles = Optional.empty();
        private Optional<Path> geography = Optional.empty();
        private SortedSet<String> payers = new TreeSet<>();
        private boolean full;

        private Builder(String landing, String out, MeasurementPeriod period, Path measures) {
            this.landing = landing;
            this.out = out;
            this.period = period;
            this.measures = measures;
        }

        public Builder asOf(Optional<LocalDate> given) {
            this.asOf = given;
            return this;
        }

        public Builder program(Optional<Path> given) {
            this.program = given;
            return this;
        }

        public Builder localMeasures(Optional<Path> given) {
            this.localMeasures = given;
            return this;
        }

        public Builder valueSets(Optional<Path> given) {
            this.valueSets = given;
            return this;
        }

        public Builder linkageKey(Optional<Path> given) {
            this.linkageKey = given;
            return this;
        }

        public Builder payerProfiles(Optional<Path> given) {
            this.payerProfiles = given;
            return this;
        }

        public Builder geography(Optional<Path> given) {
            this.geography = given;
            return this;
        }

        public Builder payers(Collection<String> given) {
            this.payers = new TreeSet<>(given);
            return this;
        }

        public Builder full(boolean given) {
            this.full = given;
            return this;
        }

        public RunOptions build() {
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
                    full,
                    geography);
        }
    }
}
