package dev.mete.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Posts over a number of kept-alive connections, on each as soon as the post before is answered. */
sealed interface Generator permits Wrk, Connections {
    /**
     * wrk where it is on the path, else one of ours.
     *
     * @param folder for what wrk reads
     */
    static Generator installed(Path folder) {
        return Wrk.isInstalled() ? new Wrk(folder) : new Connections();
    }

    /** Its name for people. */
    String name();

    /** Posts for a while. */
    Loaded load(Posts posts, int connections, Duration time) throws IOException, InterruptedException;
}
