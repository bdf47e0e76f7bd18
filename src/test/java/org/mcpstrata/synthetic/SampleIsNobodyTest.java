package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No identifier in the sample could belong to anybody (founding decision 3). */
class SampleIsNobodyTest {
    private static final Pattern WELL_FORMED =
            Pattern.compile("[1-9][A-Z][A-Z0-9][0-9][A-Z][A-Z0-9][0-9][A-Z]{2}[0-9]{2}");
    private static final Pattern COULD_BE_REAL = Pattern.compile(
            "(?<![A-Za-z0-9])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]"
                    + "[AC-HJKMNP-RT-Y]{2}[0-9]{2}(?![A-Za-z0-9])");
    private static final Pattern PROVIDER = Pattern.compile("(?<![0-9])9[0-9]{9}(?![0-9])");

    @Test
    void everyMbiIsWellFormedAndNoneCouldBeReal() {
        List<String> found = new ArrayList<>();
        for (SampleLanding.Delivered file : SampleLanding.files()) {
            file.records().forEach(line -> found.addAll(identifiers(file, line)));
        }
        assertThat(found).hasSizeGreaterThan(5_000);
        assertThat(new HashSet<>(found)).allSatisfy(mbi -> {
            assertThat(mbi).matches(WELL_FORMED);
            assertThat(mbi).doesNotMatch(COULD_BE_REAL);
            assertThat(mbi.replaceAll("[^SLOIBZ]", "")).isNotEmpty();
        });
    }

    @Test
    void noTextAnywhereReadsLikeAnIssuedMbi() {
        for (SampleLanding.Delivered file : SampleLanding.files()) {
            assertThat(file.lines())
                    .noneMatch(line -> COULD_BE_REAL.matcher(line).find());
        }
    }

    @Test
    void providerNumbersPassTheCheckDigitAndStartWithNine() {
        Set<String> found = new TreeSet<>();
        for (String payer : List.of("summit-ma", "state-medicaid", "bluestone-commercial")) {
            for (String line : SampleLanding.file(payer, "provider").records()) {
                String[] fields = line.split("\\|", -1);
                found.add(fields[6]);
                assertThat(fields[4]).matches("99[0-9]{7}");
            }
        }
        assertThat(found).hasSize(184).allSatisfy(npi -> {
            assertThat(npi).matches(PROVIDER);
            assertThat(luhn("80840" + npi)).isZero();
        });
    }

    @Test
    void drugsHaveAnInventedLabeler() {
        assertThat(SampleLanding.file("bluestone-commercial", "pharmacy-claims").records())
                .allSatisfy(line -> assertThat(line.split("\\|", -1)[24]).matches("99[0-9]{9}"));
        assertThat(SampleLanding.file("medicare-ffs", "cclf7").records())
                .allSatisfy(line -> assertThat(line.substring(35, 46).trim()).matches("(99[0-9]{9})?"));
    }

    @Test
    void familyNamesSayThatTheyAreInvented() {
        for (String line : SampleLanding.file("medicare-ffs", "cclf8").records()) {
            assertThat(line.substring(126, 166).trim()).matches("[A-Z][a-z]{7}testperson[0-9]{3}");
        }
        for (String line :
                SampleLanding.file("state-medicaid", "member-eligibility").records()) {
            assertThat(line.split("\\|", -1)[19]).matches("[A-Z][a-z]{7}testperson[0-9]{3}");
        }
    }

    private static List<String> identifiers(SampleLanding.Delivered file, String line) {
        return switch (file.type()) {
            case "cclf1" -> List.of(line.substring(19, 30));
            case "cclf2", "cclf5", "cclf6" -> List.of(line.substring(23, 34));
            case "cclf3", "cclf4", "cclf7" -> List.of(line.substring(13, 24));
            case "cclf8" -> List.of(line.substring(0, 11));
            case "cclf9" -> List.of(line.substring(1, 12), line.substring(12, 23));
            case "member-eligibility" -> present(line.split("\\|", -1)[73], line.split("\\|", -1)[74]);
            case "eligibility", "demographics" -> List.of(line.split(",", -1)[0]);
            case "Patient" -> patient(line);
            default -> List.of();
        };
    }

    private static List<String> present(String... values) {
        List<String> present = new ArrayList<>(List.of(values));
        present.removeIf(String::isEmpty);
        return present;
    }

    private static List<String> patient(String line) {
        Matcher matcher = Pattern.compile("us-mbi\",\"value\":\"([^\"]+)\"").matcher(line);
        return matcher.find() ? List.of(matcher.group(1)) : List.of();
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10;
    }
}
