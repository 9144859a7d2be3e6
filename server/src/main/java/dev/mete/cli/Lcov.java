package dev.mete.cli;

import dev.mete.prove.cover.Coverage;
import dev.mete.prove.cover.Goal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests reach of policies in the form of LCOV: a line for each rule, bucket line, fallback and limit, a branch for each side of a condition. */
final class Lcov {
    private Lcov() {}

    /** One policy. */
    record Covered(Path root, Coverage coverage) {}

    static String of(List<Covered> policies) {
        Map<Path, List<Map.Entry<Goal, Integer>>> files = new LinkedHashMap<>();
        for (Covered policy : policies) {
            policy.coverage().hits().entrySet().forEach(hit -> {
                // names in messages begin with the folder of all policies
                Path base = policy.root().getParent() == null
                        ? policy.root()
                        : policy.root().getParent();
                Path file = base.resolve(hit.getKey().span().source().name());
                files.computeIfAbsent(file, _ -> new ArrayList<>()).add(hit);
            });
        }
        var text = new StringBuilder();
        files.forEach((file, hits) -> file(text, file, hits));
        return text.toString();
    }

    private static void file(StringBuilder text, Path file, List<Map.Entry<Goal, Integer>> hits) {
        text.append("TN:\nSF:").append(file).append('\n');
        Map<Integer, Integer> lines = new TreeMap<>();
        int branches = 0;
        int taken = 0;
        for (Map.Entry<Goal, Integer> hit : hits) {
            Goal goal = hit.getKey();
            int line = goal.span().position().line();
            if (goal.kind().isSide()) {
                int branch = goal.kind() == Goal.Kind.TRUE ? 0 : 1;
                text.append("BRDA:%d,%d,%d,%d\n".formatted(line, goal.span().start(), branch, hit.getValue()));
                branches++;
                taken += hit.getValue() > 0 ? 1 : 0;
            } else {
                lines.merge(line, hit.getValue(), Math::max);
            }
        }
        text.append("BRF:").append(branches).append("\nBRH:").append(taken).append('\n');
        lines.forEach((line, count) ->
                text.append("DA:").append(line).append(',').append(count).append('\n'));
        long reached = lines.values().stream().filter(count -> count > 0).count();
        text.append("LF:").append(lines.size()).append("\nLH:").append(reached).append("\nend_of_record\n");
    }
}
