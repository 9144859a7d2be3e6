package dev.mete.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A module of the build: where its classes are, and which packages beside the JDK's and the engine's own these may depend on. */
@SuppressWarnings("ImmutableEnumChecker") // the array is written here and never handed out
enum Module {
    ENGINE("engine/core"),
    JSON("engine/json", "dev.mete.engine.json..", "com.fasterxml.jackson.."),
    DSL("dsl", "dev.mete.dsl..", "org.antlr.v4.runtime.."),
    // Drools' parser of DRL stands on the runtime of ANTLR 3.
    DROOLS(
            "engine/drools",
            "dev.mete.engine.drools..",
            "org.antlr.runtime..",
            "org.drools..",
            "org.kie..",
            "org.slf4j"),
    DROOLS_FULL("engine/drools-full", "dev.mete.engine.drools..", "org.drools..", "org.kie..", "org.slf4j"),
    FIXTURES(
            "test-fixtures",
            "dev.mete.fixtures..",
            "dev.mete.engine.json..",
            "com.fasterxml.jackson..",
            "org.junit.jupiter.api..",
            "javax.xml.stream..",
            "org.yaml.snakeyaml.."),
    PROVE("prove", "dev.mete.prove..", "de.uni_freiburg.informatik.ultimate.."),
    SIMULATE(
            "simulate",
            "dev.mete.simulate..",
            "dev.mete.engine.json",
            "dev.mete.engine.json.plain",
            "com.fasterxml.jackson..",
            "org.HdrHistogram",
            "org.apache.commons.statistics.."),
    SERVER(
            "server",
            "dev.mete.server..",
            "dev.mete.cli..",
            "dev.mete.dsl",
            "dev.mete.dsl.format",
            "dev.mete.engine.drools",
            "dev.mete.engine.json",
            "dev.mete.engine.json.imports",
            "dev.mete.engine.json.plain",
            "dev.mete.fixtures",
            "dev.mete.prove..",
            "dev.mete.simulate..",
            "ch.qos.logback..",
            "com.fasterxml.jackson..",
            "com.github.benmanes.caffeine.cache..",
            "com.github.f4b6a3.ulid..",
            "io.javalin..",
            "io.micrometer..",
            "jakarta.servlet..",
            "org.eclipse.jetty..",
            "org.slf4j..",
            "picocli..");

    private final Path classes;
    private final String[] packages;

    Module(String folder, String... packages) {
        this.classes = Path.of("..", folder, "target", "classes");
        this.packages = packages;
    }

    /** The server does without full DRL, so a build of the server alone leaves that module unbuilt. */
    boolean isBuilt() {
        return this != DROOLS_FULL || Files.isDirectory(classes);
    }

    /** Read by path: what this build compiled, and no jar. */
    JavaClasses load() {
        return new ClassFileImporter().importPath(classes);
    }

    static JavaClasses loadAll() {
        return new ClassFileImporter()
                .importPaths(Stream.of(values())
                        .filter(Module::isBuilt)
                        .map(module -> module.classes)
                        .toList());
    }

    DescribedPredicate<JavaClass> mayDependOn() {
        return resideInAnyPackage("java..", "org.jspecify.annotations")
                .or(resideInAPackage("dev.mete.engine..")
                        .and(not(resideInAnyPackage("dev.mete.engine.json..", "dev.mete.engine.drools.."))))
                .or(resideInAnyPackage(packages));
    }
}
