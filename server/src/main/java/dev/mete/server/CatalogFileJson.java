package dev.mete.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.json.FiguresJson;
import dev.mete.engine.json.JsonForms;
import dev.mete.server.reload.CatalogStatus.Good;
import java.io.IOException;
import java.util.Map;

/** Writes the catalog in use as fields of an object: each model as its file has it, and what of it is in force. */
final class CatalogFileJson {
    private static final ObjectMapper JSON = new ObjectMapper(JsonForms.factory());

    private CatalogFileJson() {}

    static void fields(JsonGenerator out, Good good, CatalogStamp stamp) throws IOException {
        out.writeStringField("revision", stamp.revision());
        out.writeStringField("loaded_at", good.loadedAt().toString());
        out.writeStringField("as_of", good.catalog().asOf().toString());
        out.writeStringField("time", stamp.time().toString());
        if (stamp.pricesSince() != null) {
            out.writeStringField("prices_since", stamp.pricesSince().toString());
        }
        if (stamp.pricesUntil() != null) {
            out.writeStringField("next_change", stamp.pricesUntil().toString());
        }
        out.writeArrayFieldStart("models");
        for (JsonNode model : JSON.readTree(good.source().text()).get("models")) {
            out.writeStartObject();
            for (Map.Entry<String, JsonNode> field : model.properties()) {
                out.writeFieldName(field.getKey());
                JSON.writeTree(out, field.getValue());
            }
            Model read = good.catalog().model(model.get("id").asText()).orElseThrow();
            if (read.figures().prices() != null) {
                FiguresJson.prices(out, "prices_in_force", read.figures().prices());
            }
            FiguresJson.known(out, read.figures());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
