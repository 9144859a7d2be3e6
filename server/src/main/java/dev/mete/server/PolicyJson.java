package dev.mete.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.json.DiagnosticJson;
import dev.mete.engine.json.FiguresJson;
import dev.mete.engine.json.TaskSchemaJson;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.server.reload.ServedPolicy;
import dev.mete.server.reload.Snapshot;
import java.io.IOException;
import java.time.Instant;

/** Writes what a policy is and how its last load went, as fields of an object. */
final class PolicyJson {
    private PolicyJson() {}

    static void summary(JsonGenerator out, ServedPolicy policy, Instant now) throws IOException {
        out.writeStringField("name", policy.name());
        Snapshot snapshot = policy.current().orElse(null);
        if (snapshot != null) {
            PolicyInfo info = snapshot.policy().info();
            out.writeStringField("language", info.language());
            out.writeStringField("engine", info.engine());
            out.writeStringField("revision", info.revision());
            FiguresJson.stamp(out, info.catalog());
            out.writeStringField("loaded_at", snapshot.loadedAt().toString());
            out.writeBooleanField("restored", snapshot.isRestored());
        }
        out.writeBooleanField("stale", policy.failed().isPresent());
        Policies.failed(out, "last_failed_load", policy.failed(), now);
    }

    static void all(JsonGenerator out, ServedPolicy policy, Instant now) throws IOException {
        summary(out, policy, now);
        Snapshot snapshot = policy.current().orElse(null);
        if (snapshot == null) {
            return;
        }
        PolicyInfo info = snapshot.policy().info();
        out.writeArrayFieldStart("models");
        for (PolicyModel model : info.models()) {
            out.writeStartObject();
            out.writeStringField("alias", model.alias());
            out.writeStringField("model", model.model().id());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("rules");
        for (String rule : info.rules()) {
            out.writeString(rule);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("files");
        for (Source source : info.sources()) {
            out.writeString(source.name());
        }
        out.writeEndArray();
        out.writeFieldName("features");
        TaskSchemaJson.write(out, snapshot.policy().schema());
        out.writeFieldName("warnings");
        DiagnosticJson.write(out, snapshot.warnings());
    }
}
