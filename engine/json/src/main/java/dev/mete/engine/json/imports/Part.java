package dev.mete.engine.json.imports;

/** What is priced; the names are those of a catalog. */
enum Part {
    INPUT("input"),
    CACHED_INPUT("cached_input"),
    CACHE_WRITE("cache_write"),
    OUTPUT("output"),
    REASONING("reasoning");

    private final String field;

    Part(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }
}
