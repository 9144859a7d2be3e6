package dev.mete.cli;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.server.reload.FailedLoad;
import dev.mete.server.reload.ServedPolicies;
import dev.mete.server.reload.ServedPolicy;
import dev.mete.server.reload.Snapshot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service says when it is up: its address, its policies, and a line to try it with. */
final class Welcome {
    private static final int SHOWN_REVISION = "sha256:".length() + 12;

    private final ServedPolicies policies;
    private final String address;
    private final @Nullable Path tokenFile;
    private final Palette palette;

    Welcome(ServedPolicies policies, String address, @Nullable Path tokenFile, Palette palette) {
        this.policies = policies;
        this.address = address;
        this.tokenFile = tokenFile;
        this.palette = palette;
    }

    void print(PrintWriter out, Path rules) {
        out.println(palette.bold("Mete serves " + rules + " at " + address));
        out.println();
        policies.catalog()
                .failure()
                .ifPresent(failed -> out.println(ShowDiagnostics.of(failed.diagnostics(), palette)));
        int widest = policies.names().stream().mapToInt(String::length).max().orElse(0);
        for (ServedPolicy policy : policies.all()) {
            out.println("  " + pad(policy.name(), widest) + "  " + state(policy));
        }
        if (policies.all().isEmpty()) {
            out.println("  no policy yet: put a folder with a policy.mete or policy.drl into " + rules);
        }
        out.println();
        for (ServedPolicy policy : policies.all()) {
            List<Diagnostic> wrong =
                    policy.failed().map(FailedLoad::diagnostics).orElse(List.of());
            if (!wrong.isEmpty() && policies.catalog().good() != null) {
                out.println(ShowDiagnostics.of(wrong, palette));
            }
        }
        curl().ifPresent(line -> {
            out.println("Try it:");
            out.println(line);
        });
        out.flush();
    }

    private String state(ServedPolicy policy) {
        String served = policy.current().map(Welcome::served).orElse("not loaded");
        return policy.failed()
                .map(failed -> palette.bad(ShowDiagnostics.count(failed.diagnostics())) + ", "
                        + (policy.current().isPresent() ? "so the last good revision is served: " + served : served))
                .orElse(served);
    }

    private static String served(Snapshot snapshot) {
        PolicyInfo info = snapshot.policy().info();
        return info.language() + ", " + ShowDiagnostics.number(info.rules().size(), "rule") + ", engine "
                + info.engine() + ", " + info.revision().substring(0, SHOWN_REVISION);
    }

    /** A line for a shell that asks for a decision and gets one. */
    private Optional<String> curl() {
        return policies.all().stream().flatMap(policy -> curl(policy).stream()).findFirst();
    }

    private Optional<String> curl(ServedPolicy policy) {
        Snapshot snapshot = policy.acquire();
        if (snapshot == null) {
            return Optional.empty();
        }
        try {
            return ExampleTask.request(snapshot.policy())
                    .map(request -> "curl -s " + address + "/v1/policies/" + policy.name()
                            + "/decide -H 'Content-Type: application/json'" + authorization() + " -d "
                            + quoted(request));
        } finally {
            snapshot.release();
        }
    }

    private String authorization() {
        return tokenFile == null
                ? ""
                : " -H \"Authorization: Bearer $(cat "
                        + quoted(tokenFile.toAbsolutePath().toString()) + ")\"";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
