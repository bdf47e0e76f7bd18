package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.TreeSet;

/** Writes the provider file: every practice, clinician and facility of the invented world. */
final class ApcdProviders {
    private static final int WIDTH = 29;

    private final DeliveredFile file;
    private final ApcdForm form;
    private final PipeRow row = new PipeRow(WIDTH);

    ApcdProviders(DeliveredFile file, ApcdForm form) {
        this.file = requireNonNull(file, "file");
        this.form = requireNonNull(form, "form");
    }

    void writeAll() throws IOException {
        for (PracticeSite site : PracticeSite.all()) {
            write(site.id(), site.tin(), site.npi(), "", site.name(), site.state(), "261QP2300X");
            for (int i = 0; i < 2; i++) {
                String id = site.id() + "-" + i;
                write(
                        id,
                        site.tin(),
                        site.clinician(i),
                        "Clinician" + i,
                        "Testclinician" + site.number(),
                        site.state(),
                        "207Q00000X");
            }
        }
        TreeSet<String> states = new TreeSet<>();
        PracticeSite.all().forEach(site -> states.add(site.state()));
        for (String state : states) {
            for (Facility facility : Facility.values()) {
                String id = facility.name().charAt(0) + facility.certification(state);
                String name = "Invented " + facility.name().replace('_', ' ') + " " + state;
                write(id, facility.tin(state), facility.npi(state), "", name, state, facility.taxonomy());
            }
        }
    }

    private void write(String id, String tin, String npi, String first, String last, String state, String taxonomy)
            throws IOException {
        row.clear()
                .set(1, form.submitter())
                .set(2, form.submitter())
                .set(3, id)
                .set(5, tin)
                .set(6, first.isEmpty() ? "2" : "1")
                .set(7, npi)
                .set(10, first)
                .set(12, last)
                .set(16, state)
                .set(20, taxonomy)
                .last("PV");
        file.record(row.text());
    }
}
