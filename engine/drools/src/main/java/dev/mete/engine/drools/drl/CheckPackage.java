package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Checks what stands in a rule file beside its rules. Used once. */
final class CheckPackage {
    private static final String GLOBAL = "decision";
    private static final String GLOBAL_TYPE = "Decision";
    private static final Pattern PACKAGE = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*+([_.][a-zA-Z0-9]++)*+");
    private static final int LONGEST_NAME = 100;

    private final PackageDescr parsed;
    private final Mistakes mistakes;
    private final Imports imports;

    CheckPackage(PackageDescr parsed, Mistakes mistakes, Imports imports) {
        this.parsed = parsed;
        this.mistakes = mistakes;
        this.imports = imports;
    }

    /** The policy's name: the package in kebab case. */
    String name() {
        String name = parsed.getName() == null ? "" : parsed.getName();
        if (name.isEmpty()) {
            mistakes.error(
                    Code.POLICY_NAME_MISSING,
                    mistakes.source().start(),
                    "the file has no package, which names the policy",
                    "write `package support_desk;` for the policy `support-desk`");
        } else if (name.length() > LONGEST_NAME) {
            mistakes.error(
                    Code.NAME_FORM,
                    firstLine(),
                    "the name of the package has more than " + LONGEST_NAME + " characters",
                    "write a shorter one, as in `support_desk`");
        } else if (!PACKAGE.matcher(name).matches()) {
            mistakes.error(
                    Code.NAME_FORM,
                    span(parsed).text().isEmpty() ? mistakes.source().start() : firstLine(),
                    "the package `" + name + "` cannot name a policy",
                    "use lower-case words joined by `_`, as in `support_desk`");
        }
        return kebab(name);
    }

    void check() {
        parsed.getImports().forEach(descr -> imports.add(descr.getTarget(), span(descr)));
        beyond(
                parsed.getFunctionImports(),
                Code.OTHER_IMPORT,
                "the import of a function",
                "call only methods of `decision`");
        beyond(parsed.getAccumulateImports(), Code.OTHER_IMPORT, "the import of an accumulate function", "remove it");
        globals();
        beyond(parsed.getFunctions(), Code.FUNCTION, "a function", "write its conditions into the rules");
        beyond(parsed.getTypeDeclarations(), Code.DECLARATION, "a declared type", "rules read the fields of `Task`");
        beyond(parsed.getEnumDeclarations(), Code.DECLARATION, "a declared enum", "compare fields with texts");
        beyond(List.copyOf(parsed.getEntryPointDeclarations()), Code.DECLARATION, "an entry point", "remove it");
        beyond(List.copyOf(parsed.getWindowDeclarations()), Code.DECLARATION, "a window", "remove it");
        if (parsed.getUnit() != null) {
            mistakes.beyond(
                    Code.UNIT, span(parsed.getUnit()), "a rule unit", "remove it; rules read the pattern `Task(…)`");
        }
        beyond(
                parsed.getRules().stream().filter(RuleDescr::isQuery).toList(),
                Code.QUERY,
                "a query",
                "write its conditions into the rules");
        parsed.getAttributes().forEach(this::attribute);
    }

    private void globals() {
        boolean found = false;
        for (GlobalDescr global : parsed.getGlobals()) {
            boolean isOurs = global.getIdentifier().equals(GLOBAL)
                    && (global.getType().equals(GLOBAL_TYPE)
                            || global.getType().equals(Imports.PACKAGE + "." + GLOBAL_TYPE));
            if (!isOurs) {
                mistakes.beyond(
                        Code.OTHER_GLOBAL,
                        span(global),
                        "the global `" + global.getIdentifier() + "`",
                        "the only global is `decision`");
            } else if (global.getType().equals(GLOBAL_TYPE)) {
                imports.require(GLOBAL_TYPE, span(global));
            }
            found |= isOurs;
        }
        if (!found) {
            mistakes.error(
                    Code.GLOBAL_MISSING,
                    mistakes.source().start(),
                    "the global `decision` is missing",
                    "write `global " + Imports.PACKAGE + ".Decision decision;` after the imports");
        }
    }

    private void attribute(AttributeDescr attribute) {
        if (attribute.getName().equals("dialect")) {
            Attributes.dialect(attribute, span(attribute), mistakes);
        } else {
            mistakes.beyond(
                    Code.OTHER_ATTRIBUTE,
                    span(attribute),
                    "the attribute `" + attribute.getName() + "` of a package",
                    "write attributes at rules");
        }
    }

    private void beyond(List<? extends BaseDescr> descrs, Code code, String what, String instead) {
        descrs.forEach(descr -> mistakes.beyond(code, span(descr), what, instead));
    }

    private Span firstLine() {
        int start = mistakes.source().text().indexOf("package");
        return start < 0 ? mistakes.source().start() : mistakes.span(start, start + "package".length());
    }

    /** The first line of what a descriptor covers. */
    private Span span(BaseDescr descr) {
        String text = mistakes.source().text();
        int start = Math.clamp(descr.getStartCharacter(), 0, text.length());
        int end = Math.clamp(descr.getEndCharacter() + 1L, start, text.length());
        int lineEnd = text.indexOf('\n', start);
        int cut = lineEnd < 0 ? end : Math.min(end, lineEnd);
        return mistakes.span(
                start,
                start
                        + text.substring(start, Math.max(start, cut))
                                .stripTrailing()
                                .length());
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("[._]", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
