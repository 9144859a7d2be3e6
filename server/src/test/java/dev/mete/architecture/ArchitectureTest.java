package dev.mete.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the directions of dependency in {@code docs/architecture.md} and the habits of {@code CONTRIBUTING.md}. */
final class ArchitectureTest {

    /** Below this the scan has missed a module, and every rule here would pass on nothing. Raise it as the house grows. */
    private static final int FEWEST_CLASSES = 600;

    private static final String GENERATED = "dev.mete.dsl.grammar";
    private static final String PARSER = "dev.mete.dsl.parse";

    private static final JavaClasses ALL = Module.loadAll();

    @Test
    void theScanFindsTheHouse() {
        assertThat(ALL.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aModuleDependsOnlyOnWhatItMay(Module module) {
        assumeTrue(module.isBuilt(), "only the whole build compiles " + module);

        classes().should().onlyDependOnClassesThat(module.mayDependOn()).check(module.load());
    }

    @Test
    void theServiceKnowsNoLanguageAndNoCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("dev.mete.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.mete.cli..", "org.antlr..", "org.drools..", "org.kie..")
                .check(ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.mete.(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<JavaPackage> ours = ALL.getPackage("dev.mete").getSubpackagesInTree().stream()
                .filter(found -> !found.getClasses().isEmpty())
                .filter(found -> !found.getName().equals(GENERATED))
                .toList();

        assertThat(ours)
                .extracting(JavaPackage::getName)
                .contains("dev.mete.engine", "dev.mete.dsl", "dev.mete.server");
        assertThat(ours).allMatch(found -> found.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.mete.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(ALL);
    }

    @Test
    void onePackageTouchesTheGeneratedParser() {
        noClasses()
                .that()
                .resideOutsideOfPackages(GENERATED, PARSER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GENERATED, "org.antlr..")
                .check(Module.DSL.load());
    }

    @Test
    void namesSayWhatATypeIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage(GENERATED)
                .should()
                .haveNameMatching(".*[.$]Abstract[A-Z]\\w*|.*(Impl|Utils?|Manager|Helper)")
                .check(ALL);
    }
}
