package dev.mete.bench.peer;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.PeerRule;
import dev.mete.bench.workload.PeerRule.Span;
import java.io.StringReader;
import java.util.List;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.impl.DMNContextImpl;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** A generated policy as a decision table of DMN with the hit policy FIRST. */
final class DmnTable implements Peer<DmnTable.Question> {
    private static final List<String> TEXTS = List.of("type", "tenant");
    private static final List<String> NUMBERS =
            List.of("errorCost", "latencyTolerance", "inputTokens", "outputTokens", "cachedTokens", "tools");
    private static final String DECISION = "rule";

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final Beside beside;

    /** A task as DMN has it, and as the rest has it. */
    record Question(DMNContext context, Fields fields) {}

    DmnTable(GeneratedPolicy policy) {
        this.beside = new Beside(policy);
        var resource = ResourceFactory.newReaderResource(new StringReader(xml(policy.peerRules())), "UTF-8");
        resource.setSourcePath("peer.dmn");
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        this.model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
    }

    private static String xml(List<PeerRule> rules) {
        var text = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="peer" name="peer" namespace="https://mete.dev/peer">
                """);
        TEXTS.forEach(name -> input(text, name, "string"));
        NUMBERS.forEach(name -> input(text, name, "number"));
        text.append("<decision id=\"d\" name=\"" + DECISION + "\"><variable name=\"" + DECISION
                + "\" typeRef=\"number\"/>\n");
        TEXTS.forEach(name -> requirement(text, name));
        NUMBERS.forEach(name -> requirement(text, name));
        text.append("<decisionTable id=\"t\" hitPolicy=\"FIRST\">\n");
        TEXTS.forEach(name -> column(text, name, "string"));
        NUMBERS.forEach(name -> column(text, name, "number"));
        text.append("<output id=\"o\" typeRef=\"number\"/>\n");
        for (PeerRule rule : rules) {
            text.append("<rule>");
            entry(text, rule.type() == null ? "-" : '"' + rule.type() + '"');
            entry(text, rule.tenant() == null ? "-" : '"' + rule.tenant() + '"');
            NUMBERS.forEach(name -> entry(text, test(rule, name)));
            text.append("<outputEntry><text>").append(rule.place()).append("</text></outputEntry></rule>\n");
        }
        return text.append("</decisionTable></decision></definitions>").toString();
    }

    private static void input(StringBuilder text, String name, String type) {
        text.append("<inputData id=\"%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>\n"
                .formatted(name, name, name, type));
    }

    private static void requirement(StringBuilder text, String name) {
        text.append("<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>\n".formatted(name));
    }

    private static void column(StringBuilder text, String name, String type) {
        text.append("<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>\n"
                .formatted(type, name));
    }

    private static void entry(StringBuilder text, String test) {
        text.append("<inputEntry><text>")
                .append(test.replace("<", "&lt;").replace(">", "&gt;"))
                .append("</text></inputEntry>");
    }

    private static String test(PeerRule rule, String name) {
        return rule.spans().stream()
                .filter(span -> span.name().equals(name))
                .map(DmnTable::test)
                .findFirst()
                .orElse("-");
    }

    private static String test(Span span) {
        if (span.least() != null && span.below() != null) {
            return "[" + span.least() + ".." + span.below() + ")";
        }
        return span.least() != null ? ">= " + span.least() : "< " + span.below();
    }

    @Override
    public Question prepared(Fields task) {
        var context = new DMNContextImpl();
        context.set("type", task.type());
        context.set("tenant", task.tenant());
        context.set("errorCost", task.errorCost());
        context.set("latencyTolerance", task.latencyTolerance());
        context.set("inputTokens", task.inputTokens());
        context.set("outputTokens", task.outputTokens());
        context.set("cachedTokens", task.cachedTokens());
        context.set("tools", task.tools());
        return new Question(context, task);
    }

    @Override
    public void decide(Question task, HandWritten.Answer into) {
        var found = runtime.evaluateAll(model, task.context())
                .getDecisionResultByName(DECISION)
                .getResult();
        beside.complete(task.fields(), found instanceof Number rule ? rule.intValue() : beside.none(), into);
    }
}
