package org.mcpstrata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.problem.ProblemCode;

/** The dependency rules of the architecture, each named by its sentence. */
@AnalyzeClasses(packages = "org.mcpstrata", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] STAGES = {
        "..ingest..",
        "..canonicalize..",
        "..link..",
        "..evaluate..",
        "..stratify..",
        "..protect..",
        "..disclosed..",
        "..publish..",
        "..report.."
    };

    @ArchTest
    static void stagesNeverImportOneAnother(com.tngtech.archunit.core.domain.JavaClasses imported) {
        for (String stage : STAGES) {
            String[] others = java.util.Arrays.stream(STAGES)
                    .filter(other -> !other.equals(stage))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(stage)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(imported);
        }
    }

    @ArchTest
    static final ArchRule onlyRunAndTheCommandLineSeeTheStages = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..run..",
                    "..cli..",
                    "..ingest..",
                    "..canonicalize..",
                    "..link..",
                    "..evaluate..",
                    "..stratify..",
                    "..protect..",
                    "..disclosed..",
                    "..publish..",
                    "..report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STAGES);

    @ArchTest
    static final ArchRule whatFollowsFromPublishedRowsKnowsNothingButRowsAndFormulas = noClasses()
            .that()
            .resideInAPackage("..disclosed..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "org.mcpstrata.disclosed..", "org.mcpstrata.model..", "org.mcpstrata.statistics..", "java.."));

    @ArchTest
    static final ArchRule whatVerifiesReleasesNeverSeesWhatMakesThem = noClasses()
            .that()
            .resideInAPackage("..verify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..protect..", "..disclosed..", "..run..", "..publish..", "..stratify..", "org.apache.spark..");

    @ArchTest
    static final ArchRule whatMakesReleasesNeverSeesWhatVerifiesThem = noClasses()
            .that()
            .resideInAnyPackage("..protect..", "..disclosed..", "..publish..", "..stratify..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..verify..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheCommandLineSeesRun = noClasses()
            .that()
            .resideOutsideOfPackages("..run..", "..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..mcpstrata.run..");

    @ArchTest
    static final ArchRule theDomainKnowsNeitherSparkNorHadoop = noClasses()
            .that()
            .resideInAnyPackage(
                    "..measure..",
                    "..valueset..",
                    "..mcpstrata.model..",
                    "..time..",
                    "..problem..",
                    "..layout..",
                    "..quality..",
                    "..statistics..",
                    "..canonicalize..",
                    "..evaluate..",
                    "..protect..",
                    "..report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

    @ArchTest
    static final ArchRule statisticsAreFormulasOnPlainNumbersThatKnowNothingElseOfTheProject = noClasses()
            .that()
            .resideInAPackage("..statistics..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "org.mcpstrata.statistics..", "java..", "org.apache.commons.statistics.distribution.."));

    @ArchTest
    static final ArchRule noClassHasANameThatSaysNothing =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Common)(\\$.*)?");

    @ArchTest
    static final ArchRule nothingButTheCommandLineReadsTheClockTheZoneOrChance = noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("the clock, a zone or chance") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    String owner = access.getTargetOwner().getName();
                    String name = access.getName();
                    int parameters = access.getTarget()
                                    instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget call
                            ? call.getRawParameterTypes().size()
                            : 0;
                    return owner.startsWith("java.time.") && name.equals("now") && parameters == 0
                            || owner.equals("java.time.Clock") && name.startsWith("system")
                            || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                            || owner.equals("java.time.ZoneId") && name.equals("systemDefault")
                            || owner.equals("java.util.Locale") && name.equals("getDefault")
                            || owner.equals("java.lang.Math") && name.equals("random")
                            || owner.equals("java.util.UUID") && name.equals("randomUUID")
                            || owner.equals("java.util.Random") && name.equals("<init>") && parameters == 0
                            || owner.equals("java.util.Date");
                }
            });

    @ArchTest
    static final ArchRule noJavaSerializationOfInput =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream");

    @ArchTest
    static void everyProblemCodeThatIsExplainedCanBeRaised(com.tngtech.archunit.core.domain.JavaClasses imported) {
        Set<String> raised = imported.stream()
                .flatMap(origin -> origin.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(ProblemCode.class))
                .filter(access -> !access.getOriginOwner().getName().startsWith(ProblemCode.class.getName()))
                // The switch that gives exit codes names every code and raises none.
                .filter(access -> !access.getOriginOwner().getName().startsWith("org.mcpstrata.cli.ExitCode"))
                .map(access -> access.getTarget().getName())
                .collect(Collectors.toSet());

        assertThat(ProblemCode.values()).extracting(ProblemCode::name).allMatch(raised::contains);
    }

    @ArchTest
    static void noMeasureIsNamedWhereMeasuresAreComputed(com.tngtech.archunit.core.domain.JavaClasses imported)
            throws IOException {
        List<String> ids = Stream.of(2024, 2025, 2026)
                .flatMap(year ->
                        MeasureLoader.load(Path.of("measures"), year, Optional.empty()).measures().keySet().stream())
                .distinct()
                .toList();
        for (String stage : List.of("evaluate", "measure", "stratify")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/mcpstrata", stage))) {
                for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
                    // Comments may give an id as an example or name the measure a rule came from.
                    String code = Files.readString(source, StandardCharsets.UTF_8)
                            .replaceAll("(?s)/\\*.*?\\*/", "")
                            .replaceAll("//[^\\n]*", "");
                    assertThat(ids).as(source.toString()).isNotEmpty().noneMatch(id -> code.contains("\"" + id));
                }
            }
        }
    }
}
