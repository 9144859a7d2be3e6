package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The classes that a rule file can import, and those that it does. Not thread-safe; one per file. */
final class Imports {
    static final String PACKAGE = "dev.mete.engine.drools.fact";
    static final List<String> CLASSES = List.of("Task", "Bucket", "Effort", "Decision");

    private final Mistakes mistakes;
    private final Set<String> imported = new HashSet<>();
    private final Set<String> reported = new HashSet<>();

    Imports(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Takes an import, or says that it is beyond restricted DRL. */
    void add(String target, Span span) {
        if (target.equals(PACKAGE + ".*")) {
            imported.addAll(CLASSES);
            return;
        }
        String name = target.substring(target.lastIndexOf('.') + 1);
        if (target.equals(PACKAGE + "." + name) && CLASSES.contains(name)) {
            imported.add(name);
        } else {
            mistakes.beyond(
                    Code.OTHER_IMPORT,
                    span,
                    "the import of `" + target + "`",
                    "import only `Task`, `Bucket`, `Effort` and `Decision` of `" + PACKAGE + "`");
        }
    }

    /** Reports the first use of a class that is not imported, which plain Drools would not know either. */
    void require(String name, Span use) {
        if (!imported.contains(name) && reported.add(name)) {
            mistakes.error(
                    Code.NOT_IMPORTED,
                    use,
                    "`" + name + "` is not imported",
                    "write `import " + PACKAGE + "." + name + ";`");
        }
    }
}
