package dev.mete.bench.report;

import static dev.mete.bench.report.RatioTable.column;

import java.util.List;

/**
 * A part of the README that shows the figures of one file.
 *
 * @param file the file's name in the folder of results
 * @param table makes the table
 */
record Section(String file, String title, Table table) {
    /** All parts, in order. */
    static final List<Section> ALL = List.of(
            new Section(
                    "DecideBenchmark.json",
                    "One decision",
                    new RatioTable(
                            column("DecideBenchmark.handWritten", "hand-written Java"),
                            column("DecideBenchmark.index", "index"),
                            column("DecideBenchmark.evaluator", "evaluator"),
                            column("DecideBenchmark.drools", "Drools in Mete"))),
            new Section(
                    "LargePolicyBenchmark.json",
                    "One decision of a large policy",
                    new RatioTable(column("LargePolicyBenchmark.index", "index"))),
            new Section(
                    "PlaceBenchmark.json",
                    "One decision of 2,000 rules, by the place of its rule",
                    new RatioTable(
                            column("PlaceBenchmark.handWritten", "hand-written Java"),
                            column("PlaceBenchmark.index", "index"))),
            new Section(
                    "PeerBenchmark.json",
                    "One decision by others",
                    new RatioTable(
                            column("PeerBenchmark.index", "index"),
                            column("PeerBenchmark.handWritten", "hand-written Java"),
                            column("PeerBenchmark.droolsModelHeld", "Drools, model, session held"),
                            column("PeerBenchmark.droolsInMete", "Drools in Mete"),
                            column("PeerBenchmark.droolsTextHeld", "Drools, DRL, session held"),
                            column("PeerBenchmark.droolsTextFresh", "Drools, DRL, a session for each"),
                            column("PeerBenchmark.cel", "CEL"))),
            new Section(
                    "DmnBenchmark.json",
                    "One decision by DMN",
                    new RatioTable(column("DmnBenchmark.index", "index"), column("DmnBenchmark.dmn", "DMN"))),
            new Section(
                    "ChoiceBenchmark.json", "A decision with estimates, and with a choice among four", ListTable::of),
            new Section("OneMethodBenchmark.json", "Hand-written Java in one method", ListTable::of),
            new Section("CacheBenchmark.json", "Decisions of Drools with and without the cache", ListTable::of),
            new Section("CompileBenchmark.json", "From text to a policy that decides", ListTable::of),
            new Section("JsonBenchmark.json", "Tasks from JSON, decisions to JSON", ListTable::of),
            new Section("reload-in-process.json", "300 reloads in one process", ListTable::of),
            new Section("reload-service.json", "300 reloads of a running service", ListTable::of),
            new Section("reload-under-load.json", "Saving a policy under 500 requests a second", ListTable::of),
            new Section("first-answer.json", "From the start of the process to the first answer", ListTable::of),
            new Section("http.json", "One decision for each request over HTTP", RunTable::of),
            new Section("http-many.json", "Many decisions for each request over HTTP", RunTable::of),
            new Section(
                    "http-reloads.json", "Saving a policy of 2,000 rules under 5,000 requests a second", RunTable::of),
            new Section(
                    "start.json",
                    "The shipped policies from the start of the process to the first answer",
                    RunTable::of),
            new Section("memory.json", "The service in memory", RunTable::of),
            new Section("simulate.json", "Simulating traffic in a heap of 512 MiB", RunTable::of),
            new Section("simulate-many.json", "Simulating very many tasks in a heap of 512 MiB", RunTable::of));

    /** Makes a table of figures. */
    interface Table {
        /** The table in Markdown. */
        String of(Results results);
    }
}
