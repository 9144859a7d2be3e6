package dev.mete.dsl.check;

import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PolicyFiles;
import java.util.List;

/** Checks what test blocks expect. */
final class CheckTests {
    private final PolicyFiles files;
    private final Expectations expectations;

    CheckTests(PolicyFiles files, Names names, Report report) {
        this.files = files;
        this.expectations = new Expectations(files, names, report);
    }

    List<CheckedPolicy.Test> check() {
        return files.main()
                .items(Item.Test.class)
                .map(test -> new CheckedPolicy.Test(test, expectations.of(test)))
                .toList();
    }
}
