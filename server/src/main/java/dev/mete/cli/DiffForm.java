package dev.mete.cli;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.diff.Difference;
import java.io.IOException;

/** The form of a difference between policies; the names are what users write. */
enum DiffForm {
    /** For people. */
    text {
        @Override
        String write(PolicyIr policy, Difference difference, Palette palette) {
            return new ShowDifference(palette).of(policy, difference);
        }
    },

    /** As a comment of a review. */
    markdown {
        @Override
        String write(PolicyIr policy, Difference difference, Palette palette) {
            return new DifferenceMarkdown().of(policy, difference);
        }
    },

    /** For programs. */
    json {
        @Override
        String write(PolicyIr policy, Difference difference, Palette palette) throws IOException {
            return DifferenceJson.of(policy, difference);
        }
    };

    abstract String write(PolicyIr policy, Difference difference, Palette palette) throws IOException;
}
