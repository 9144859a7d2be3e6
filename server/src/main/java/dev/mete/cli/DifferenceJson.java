package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.json.WriteTask;
import dev.mete.prove.diff.BucketChange;
import dev.mete.prove.diff.Change;
import dev.mete.prove.diff.Difference;
import java.io.IOException;
import java.io.StringWriter;

/** Which tasks two policies decide otherwise, for programs. Tasks are as they are posted. */
final class DifferenceJson {
    private DifferenceJson() {}

    static String of(PolicyIr policy, Difference difference) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = JsonForms.factory().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("policy", policy.name());
            out.writeBooleanField("same", difference.isNone());
            out.writeBooleanField("is_all", difference.isAll());
            out.writeArrayFieldStart("notes");
            for (String note : difference.notes()) {
                out.writeString(note);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("buckets");
            for (BucketChange change : difference.buckets()) {
                out.writeStartObject();
                out.writeStringField("before", change.before().word());
                out.writeStringField("after", change.after().word());
                out.writeStringField("condition", change.condition());
                out.writeFieldName("task");
                WriteTask.write(out, change.witness());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("changes");
            for (Change change : difference.changes()) {
                change(out, change);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text + "\n";
    }

    private static void change(JsonGenerator out, Change change) throws IOException {
        var decisions = DecisionsText.of(change);
        out.writeStartObject();
        out.writeStringField("rule_before", change.ruleBefore());
        out.writeStringField("rule_after", change.ruleAfter());
        out.writeStringField("condition", change.condition());
        out.writeBooleanField("each", change.isEach());
        out.writeNumberField("share", change.share());
        out.writeStringField("before", decisions.before());
        out.writeStringField("after", decisions.after());
        out.writeFieldName("task");
        WriteTask.write(out, change.witness());
        out.writeEndObject();
    }
}
