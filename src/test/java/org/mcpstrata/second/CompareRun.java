package org.mcpstrata.second;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.valueset.ValueSet;
import org.mcpstrata.valueset.ValueSetLoader;

/** By hand: {@code CompareRun OUT [YEAR]} compares the newest run below OUT and prints what differs. */
final class CompareRun {
    private CompareRun() {}

    public static void main(String[] arguments) throws Exception {
        int year = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2025;
        Problems problems = new Problems();
        List<ValueSet> sets =
                List.copyOf(ValueSetLoader.load(Path.of("measures", "value-sets"), year, Optional.empty(), problems)
                        .values());
        try (SecondImplementation second = SecondImplementation.of(Path.of(arguments[0]), sets, year)) {
            for (String measure : SecondImplementation.MEASURES) {
                second.compute(measure);
                second.disagreements(measure).forEach(System.out::println);
            }
            second.totals().forEach(System.out::println);
        }
    }
}
