package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.Compilation;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Reads the one policy that a command reasons about, without its tests and fixtures. */
final class ReadOne {
    private ReadOne() {}

    /** Reads it with the models of a catalog. */
    static PolicyIr of(Path path, Catalog catalog, PolicyLoader loader, PrintWriter err) throws Stopped {
        return switch (PolicyPath.of(path, loader).read(loader, catalog)) {
            case Compilation.Lowered(PolicyIr ir, var _, var _) -> ir;
            case Compilation.Opaque(var opaque, var _) -> {
                opaque.close();
                throw new Stopped("`" + path + "` runs code of its author, of which nothing can be proved");
            }
            case Compilation.Failed(var diagnostics, var _) -> {
                err.println(ShowDiagnostics.of(diagnostics, Palette.PLAIN));
                throw new Stopped("the policy `" + path + "` does not load: " + ShowDiagnostics.count(diagnostics));
            }
        };
    }
}
