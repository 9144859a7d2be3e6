package dev.mete.simulate.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.json.TaskJson;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a task for each of several policies. What only another of them asks for is passed over; what none knows is a mistake. */
final class ReadTask {
    private ReadTask() {}

    /** The task for each policy, or why there is none. */
    sealed interface Reading {
        /** In the order of the policies. */
        record Fits(List<Task> tasks) implements Reading {}

        /** One policy at least cannot take it. */
        record Broken(String reason) implements Reading {}
    }

    static Reading of(byte[] json, List<CompiledPolicy> policies) {
        var tasks = new ArrayList<Task>();
        for (CompiledPolicy policy : policies) {
            try {
                switch (read(json, policy.schema(), policies)) {
                    case TaskReading.Accepted(Task task) -> tasks.add(task);
                    case TaskReading.Refused(var problems) -> {
                        var first = problems.getFirst();
                        String help = first.help() == null ? "" : "; " + first.help();
                        String whose = policies.size() > 1
                                ? " (policy `" + policy.info().name() + "`)"
                                : "";
                        return new Reading.Broken(first.message() + whose + help);
                    }
                }
            } catch (JsonProcessingException e) {
                return new Reading.Broken("the task is no JSON: " + JsonForms.message(e));
            } catch (IOException e) {
                return new Reading.Broken("the task cannot be read: " + e.getMessage());
            }
        }
        return new Reading.Fits(tasks);
    }

    private static TaskReading read(byte[] json, TaskSchema schema, List<CompiledPolicy> policies) throws IOException {
        JsonParser whole = JsonForms.factory().createParser(json);
        try (JsonParser parser = policies.size() == 1
                ? whole
                : new FilteringParserDelegate(
                        whole, new OwnFeatures(schema, policies), TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true)) {
            parser.nextToken();
            return TaskJson.read(parser, schema, "");
        }
    }

    /** Leaves out the members that another policy knows and this one does not. */
    private static final class OwnFeatures extends TokenFilter {
        private final TaskSchema schema;
        private final List<CompiledPolicy> policies;

        OwnFeatures(TaskSchema schema, List<CompiledPolicy> policies) {
            this.schema = schema;
            this.policies = policies;
        }

        @Override
        public @Nullable TokenFilter includeProperty(String name) {
            return knows(schema, name) || policies.stream().noneMatch(policy -> knows(policy.schema(), name))
                    ? TokenFilter.INCLUDE_ALL
                    : null;
        }

        private static boolean knows(TaskSchema schema, String name) {
            return schema.slot(name) >= 0
                    || schema.features().stream()
                            .anyMatch(feature -> feature.jsonName().equals(name));
        }
    }
}
