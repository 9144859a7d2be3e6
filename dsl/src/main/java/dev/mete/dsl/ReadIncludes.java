package dev.mete.dsl;

import dev.mete.dsl.parse.ParseFile;
import dev.mete.dsl.parse.Tokens;
import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PolicyFile;
import dev.mete.dsl.syntax.PolicyFiles;
import dev.mete.dsl.syntax.Text;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.PolicySource.Found;
import dev.mete.engine.policy.PolicySource.Includes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files that a policy includes, and those that they include, each once. */
final class ReadIncludes {
    /** The most files that one policy includes. */
    static final int MOST_FILES = 64;

    private final Includes includes;
    private final Report report;
    private final Map<String, PolicyFile> read = new HashMap<>();
    private final List<PolicyFile> included = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private boolean isComplete = true;

    private ReadIncludes(Includes includes, Report report) {
        this.includes = includes;
        this.report = report;
    }

    static PolicyFiles read(PolicyFile main, Includes includes, Report report) {
        var reading = new ReadIncludes(includes, report);
        reading.follow(main);
        boolean isWritten = Stream.concat(Stream.of(main), reading.included.stream())
                .flatMap(file -> file.items(Item.Broken.class))
                .noneMatch(broken -> broken.keyword().equals("include"));
        return new PolicyFiles(main, reading.included, isWritten && reading.isComplete);
    }

    private void follow(PolicyFile file) {
        open.add(file.source().name());
        var here = new HashSet<String>();
        file.items(Item.Include.class).forEach(include -> {
            Text path = include.path();
            switch (includes.find(file.source(), path.value())) {
                case Found.Missing(var reason) -> {
                    isComplete = false;
                    report.error(
                            Code.INCLUDE_MISSING,
                            path.span(),
                            "the file `" + path.value() + "` cannot be included: " + reason,
                            "name a file relative to this one");
                }
                case Found.File(var source) -> {
                    if (!here.add(source.name())) {
                        report.error(
                                Code.INCLUDED_TWICE,
                                include.span(),
                                "`" + path.value() + "` is included twice",
                                "include it once");
                    } else {
                        include(source, path);
                    }
                }
            }
        });
        open.removeLast();
    }

    private void include(Source source, Text path) {
        int earlier = open.indexOf(source.name());
        if (earlier >= 0) {
            var circle = new ArrayList<>(open.subList(earlier, open.size()));
            circle.add(source.name());
            report.error(
                    Code.INCLUDE_CIRCLE,
                    path.span(),
                    "`" + path.value() + "` includes itself",
                    String.join(" includes ", circle));
            return;
        }
        if (read.containsKey(source.name())) {
            return;
        }
        if (included.size() >= MOST_FILES) {
            report.error(
                    Code.TOO_MANY_FILES,
                    path.span(),
                    "a policy includes at most " + MOST_FILES + " files",
                    "join some of them");
            return;
        }
        Optional<Tokens> tokens = Tokens.read(source, report);
        if (tokens.isEmpty()) {
            isComplete = false;
            return;
        }
        PolicyFile file = ParseFile.parse(tokens.get(), report);
        read.put(source.name(), file);
        included.add(file);
        follow(file);
    }
}
