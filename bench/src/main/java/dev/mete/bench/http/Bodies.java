package dev.mete.bench.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tasks as the bodies of requests. */
final class Bodies {
    private static final byte[] START = "{\"task\":".getBytes(StandardCharsets.UTF_8);

    private Bodies() {}

    /** One task as the service takes it. */
    static byte[] request(byte[] task) {
        var bytes = new ByteArrayOutputStream(START.length + task.length + 1);
        bytes.writeBytes(START);
        bytes.writeBytes(task);
        bytes.write('}');
        return bytes.toByteArray();
    }

    /** A line for each task. */
    static byte[] lines(List<byte[]> tasks) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] task : tasks) {
            bytes.writeBytes(request(task));
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /** All tasks as one array. */
    static byte[] array(List<byte[]> tasks) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] task : tasks) {
            bytes.write(bytes.size() == 0 ? '[' : ',');
            bytes.writeBytes(request(task));
        }
        bytes.write(']');
        return bytes.toByteArray();
    }
}
