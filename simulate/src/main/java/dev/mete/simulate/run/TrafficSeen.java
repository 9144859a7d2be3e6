package dev.mete.simulate.run;

import dev.mete.simulate.report.TrafficReport;
import dev.mete.simulate.report.TrafficReport.BrokenLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been read of the traffic. Not thread-safe. */
final class TrafficSeen {
    private static final int MOST_NOTES = 10;

    private final Set<String> notes = new LinkedHashSet<>();
    private final List<BrokenLine> firstBroken = new ArrayList<>();
    private @Nullable Long requestsPerDay;
    private long lines;
    private long requests;
    private long broken;

    /** Counts lines and the requests that they stand for. */
    void requests(long ofLines, long count) {
        lines += ofLines;
        requests = Math.addExact(requests, count);
    }

    void broken(long line, String reason) {
        broken++;
        if (firstBroken.size() < TrafficReport.MOST_TOLD) {
            firstBroken.add(new BrokenLine(line, reason));
        }
    }

    void note(String note) {
        if (notes.size() < MOST_NOTES) {
            notes.add(note);
        }
    }

    void requestsPerDay(long line, long requests) {
        if (requestsPerDay == null) {
            requestsPerDay = requests;
        } else if (requestsPerDay != requests) {
            broken(line, "`requests_per_day` is told twice: " + requestsPerDay + " before, and " + requests + " here");
        }
    }

    /** How many requests a day the traffic says there are. */
    @Nullable
    Long requestsPerDay() {
        return requestsPerDay;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    TrafficReport report(String name) {
        return new TrafficReport(name, lines, requests, broken, firstBroken);
    }
}
