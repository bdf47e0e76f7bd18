package org.mcpstrata.layout;

import java.util.Locale;
import org.mcpstrata.model.Mbi;
import org.mcpstrata.problem.ProblemCode;

/** Medicare Beneficiary Identifiers as payers write them. */
final class MbiText {
    private MbiText() {}

    /** The MBI in upper case without the dashes of the printed card. */
    static String parse(String delivered, String field) {
        String mbi = delivered.strip().replace("-", "").toUpperCase(Locale.ROOT);
        if (!Mbi.isWellFormed(mbi)) {
            throw new FieldProblem(ProblemCode.FIELD_VALUE, field);
        }
        return mbi;
    }
}
