package dev.mete.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.task.TaskSchema;
import dev.mete.server.decide.Body;
import dev.mete.server.decide.Form;
import java.io.IOException;
import java.io.InputStream;

/** Tells a task alone from one that is wrapped as it is posted, and lines from one value that spreads over several. */
final class TaskForm {
    private static final int LONGEST_LOOK = 1 << 20;
    private static final String TASK = "task";

    private TaskForm() {}

    /** The form of a body; a request starts with the member {@code task}, unless that is a feature of the policy. */
    static Form of(Body body, TaskSchema schema) {
        if (schema.slot(TASK) >= 0) {
            return Form.TASK;
        }
        try (JsonParser parser = JsonForms.factory().createParser(body.bytes(), body.offset(), body.length())) {
            boolean isRequest = parser.nextToken() == JsonToken.START_OBJECT
                    && parser.nextToken() == JsonToken.FIELD_NAME
                    && parser.currentName().equals(TASK);
            return isRequest ? Form.REQUEST : Form.TASK;
        } catch (IOException _) {
            // what is wrong is said by the reading that follows
            return Form.TASK;
        }
    }

    /** Whether the first line is a whole value, so that more of them may follow. Leaves the stream where it is. */
    static boolean isLine(InputStream in) throws IOException {
        in.mark(LONGEST_LOOK);
        var line = new java.io.ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LOOK - 1) {
            line.write(next);
            next = in.read();
        }
        in.reset();
        try (JsonParser parser = JsonForms.factory().createParser(line.toByteArray())) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.skipChildren().currentToken() == JsonToken.END_OBJECT;
        } catch (IOException _) {
            return false;
        }
    }
}
