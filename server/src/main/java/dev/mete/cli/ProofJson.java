package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.json.WriteTask;
import dev.mete.engine.task.Task;
import dev.mete.prove.Claimed;
import dev.mete.prove.Fallen;
import dev.mete.prove.Proof;
import dev.mete.prove.words.DecisionText;
import java.io.IOException;
import java.io.StringWriter;

/** What is proved of a policy, for programs. Tasks are as they are posted. */
final class ProofJson {
    private final Evaluator evaluator;

    ProofJson(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    String of(PolicyIr policy, Proof proof) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = JsonForms.factory().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("policy", policy.name());
            out.writeStringField("revision", policy.revision());
            out.writeBooleanField("proved", proof.isProved());
            out.writeArrayFieldStart("claims");
            for (Proof.Claim claim : proof.claims()) {
                claim(out, claim);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("unreached");
            for (Proof.Unreached line : proof.unreached()) {
                unreached(out, line);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("not_decided");
            for (String line : proof.undecided()) {
                out.writeString(line);
            }
            out.writeEndArray();
            out.writeObjectFieldStart("falls_through");
            out.writeBooleanField("is_all", proof.fallThrough().isAll());
            out.writeArrayFieldStart("regions");
            for (Fallen fallen : proof.fallThrough().regions()) {
                out.writeStartObject();
                out.writeStringField("condition", fallen.condition());
                out.writeNumberField("share", fallen.share());
                task(out, fallen.witness());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeEndObject();
        }
        return text + "\n";
    }

    private static void task(JsonGenerator out, Task task) throws IOException {
        out.writeFieldName("task");
        WriteTask.write(out, task);
    }

    private void claim(JsonGenerator out, Proof.Claim claim) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", claim.claim().name());
        switch (claim.result()) {
            case Claimed.Holds() -> out.writeStringField("result", "holds");
            case Claimed.NotDecided() -> out.writeStringField("result", "not_decided");
            case Claimed.Fails(Task witness, String rule) -> {
                out.writeStringField("result", "fails");
                task(out, witness);
                out.writeStringField("rule", rule);
                out.writeStringField("decision", DecisionText.of(evaluator.decide(witness)));
            }
        }
        out.writeEndObject();
    }

    private static void unreached(JsonGenerator out, Proof.Unreached line) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", line.kind());
        out.writeStringField("name", line.name());
        out.writeStringField("file", line.span().source().name());
        out.writeNumberField("line", line.span().position().line());
        out.writeArrayFieldStart("covered_by");
        for (String name : line.covering()) {
            out.writeString(name);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
