package dev.mete.bench.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A policy by subject out of the MMLU answers of a weak and a strong model that RouteLLM (arXiv 2406.18665) published: fitted on half of the rows,
 * with the other half as traffic to replay.
 *
 * <p>Arguments: RouteLLM's {@code mmlu_all.csv} (subject, prompt, and whether mixtral-8x7b and gpt-4-1106 answered right), a folder in which to write another, and
 * optionally a seed. Prints what a plain count of the second half gives.
 */
public final class MmluBySubject {
    /** A subject stays with the weak model where the strong one answers at most so many more of a hundred right. */
    private static final double SMALL_GAP = 0.10;

    private static final String POLICY = "mmlu-by-subject";
    private static final String WEAK = "mistral/mixtral-8x7b";
    private static final String STRONG = "openai/gpt-4-1106-preview";
    private static final int CHARACTERS_PER_TOKEN = 4;

    private MmluBySubject() {}

    private record Row(String subject, int characters, boolean weak, boolean strong) {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            throw new IllegalArgumentException("name mmlu_all.csv, a folder to write to, and perhaps a seed");
        }
        var rows = new ArrayList<>(read(Path.of(args[0])));
        Collections.shuffle(rows, new Random(args.length == 3 ? Long.parseLong(args[2]) : 1));
        var fitted = rows.subList(0, rows.size() / 2);
        var held = rows.subList(rows.size() / 2, rows.size());
        var easy = easySubjects(fitted);
        Path folder = Files.createDirectories(Path.of(args[1]).resolve(POLICY));
        Files.writeString(folder.resolve("policy.mete"), policy(easy));
        Files.writeString(folder.resolve("catalog.json"), CATALOG);
        try (Writer out = Files.newBufferedWriter(folder.resolve("traffic.ndjson"))) {
            for (Row row : held) {
                out.write(line(row));
                out.write('\n');
            }
        }
        count(held, easy);
    }

    private static List<Row> read(Path file) throws IOException {
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            var rows = new ArrayList<Row>();
            while (lines.hasNext()) {
                var line = lines.next();
                rows.add(new Row(
                        cell(line, "subject"),
                        cell(line, "prompt").length(),
                        cell(line, "mixtral_8x7b_correct").equals("1"),
                        cell(line, "gpt4_1106_correct").equals("1")));
            }
            return rows;
        }
    }

    private static String cell(Map<String, String> line, String column) {
        return Objects.requireNonNull(line.get(column), () -> "the table has no column " + column);
    }

    private static Set<String> easySubjects(List<Row> rows) {
        Map<String, List<Row>> bySubject =
                rows.stream().collect(Collectors.groupingBy(Row::subject, TreeMap::new, Collectors.toList()));
        var easy = new TreeSet<String>();
        bySubject.forEach((subject, answers) -> {
            long gained = answers.stream().filter(Row::strong).count()
                    - answers.stream().filter(Row::weak).count();
            if (gained <= SMALL_GAP * answers.size()) {
                easy.add(subject);
            }
        });
        return easy;
    }

    private static String policy(Set<String> easy) {
        return """
                policy mmlu-by-subject
                models {
                  weak   = "%s"
                  strong = "%s"
                }
                features {
                  subject : text
                }
                rule "subjects in which the weak model is nearly as good"
                  when subject in [%s]
                  then weak, effort none, cap 256
                otherwise strong, effort none, cap 256
                """.formatted(
                WEAK, STRONG, easy.stream().map(subject -> '"' + subject + '"').collect(Collectors.joining(", ")));
    }

    private static String line(Row row) throws IOException {
        var text = new java.io.StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeObjectFieldStart("task");
            out.writeStringField("subject", row.subject());
            out.writeNumberField("input_tokens", Math.max(1, row.characters() / CHARACTERS_PER_TOKEN));
            out.writeNumberField("output_tokens", 1);
            out.writeEndObject();
            out.writeObjectFieldStart("outcomes");
            out.writeObjectFieldStart(WEAK);
            out.writeBooleanField("correct", row.weak());
            out.writeEndObject();
            out.writeObjectFieldStart(STRONG);
            out.writeBooleanField("correct", row.strong());
            out.writeEndObject();
            out.writeEndObject();
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void count(List<Row> held, Set<String> easy) {
        double weak = share(held.stream().filter(Row::weak).count(), held);
        double strong = share(held.stream().filter(Row::strong).count(), held);
        double calls =
                share(held.stream().filter(row -> !easy.contains(row.subject())).count(), held);
        double right = share(
                held.stream()
                        .filter(row -> easy.contains(row.subject()) ? row.weak() : row.strong())
                        .count(),
                held);
        System.out.printf(
                Locale.ROOT,
                "%d rows held back: weak %.1f %% right, strong %.1f %%, by subject %.1f %% at %.1f %% strong calls, a random mix of as many %.1f %%%n",
                held.size(),
                weak,
                strong,
                right,
                calls,
                weak + (strong - weak) * calls / 100);
    }

    private static double share(long rows, List<Row> of) {
        return 100.0 * rows / of.size();
    }

    /** Prices of LiteLLM's map; lengths and limits as their providers state them. */
    private static final String CATALOG = """
            {
              "version": 1,
              "as_of": "2026-08-01",
              "models": [
                {
                  "id": "mistral/mixtral-8x7b", "provider": "mistral", "api": "mistral.chat", "name": "open-mixtral-8x7b",
                  "context_window": 32000, "output_limit": 8191,
                  "prices": [{"input": 0.7, "output": 0.7}],
                  "sources": [
                    {"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking", "prices"], "source": "LiteLLM price map, mistral/open-mixtral-8x7b", "date": "2026-08-01"}
                  ]
                },
                {
                  "id": "openai/gpt-4-1106-preview", "provider": "openai", "api": "openai.chat", "name": "gpt-4-1106-preview",
                  "context_window": 128000, "output_limit": 4096,
                  "prices": [{"input": 10, "output": 30}],
                  "sources": [
                    {"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking", "prices"], "source": "LiteLLM price map, gpt-4-1106-preview", "date": "2026-08-01"}
                  ]
                }
              ]
            }
            """;
}
