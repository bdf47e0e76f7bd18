package org.mcpstrata.second;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.mcpstrata.synthetic.Generator;
import org.mcpstrata.synthetic.GeneratorOptions;

/** Ten times the sample, and people made for the depression measure beside them: rarer people, more faults seen. */
@Tag("full")
class TwentyThousandAgreeWithTheSecondImplementationTest extends AgreementOfTheSecondImplementation {
    private static final int PEOPLE = 20_000;
    private static final int SCREENED = 5_000;
    private static final long SEED = 7;

    @Override
    Path landing(Path folder) throws IOException {
        Generator.generate(GeneratorOptions.of(PEOPLE, SEED), folder, done -> {});
        ScreenedPeople.write(SCREENED, SEED, folder);
        return folder;
    }

    @Override
    List<SeededFault> faults() {
        return SeededFaults.seenAmongTwentyThousand();
    }
}
