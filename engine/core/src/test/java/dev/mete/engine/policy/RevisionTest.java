package dev.mete.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static final Catalog CATALOG = Catalog.of(List.of(), "sha256:catalog");

    @Test
    void aRevisionIsASha256() {
        assertThat(Revision.of("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(of("abc")).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void equalTextsHaveEqualRevisionsWhereverTheyLie() {
        var here = List.of(Source.of("here/policy.mete", "one"), Source.of("here/guard.mete", "two"));
        var there = List.of(Source.of("there/policy.mete", "one"), Source.of("there/guard.mete", "two"));
        assertThat(Revision.of(here, CATALOG)).isEqualTo(Revision.of(there, CATALOG));
    }

    @Test
    void whatDecidesChangesIt() {
        assertThat(of("one", "two"))
                .isNotEqualTo(of("one", "twe"))
                .isNotEqualTo(of("two", "one"))
                .isNotEqualTo(of("one"))
                .isNotEqualTo(of("one", "two", ""))
                .isNotEqualTo(of("onetwo"));
        assertThat(Revision.of(List.of(), CATALOG))
                .isNotEqualTo(Revision.of(List.of(), Catalog.of(List.of(), "other")));
    }

    @Test
    void aTextIsNotTakenForTheCatalog() {
        var catalog = Catalog.of(List.of(), "1\nxsha256:catalog");
        assertThat(Revision.of(List.of(), catalog)).isNotEqualTo(of("x"));
    }

    @Property(tries = 300)
    void movingTextFromOneSourceToTheNextChangesIt(
            @ForAll @Chars({'1', '2', '\n', 'a'}) @StringLength(max = 6) String first,
            @ForAll @Chars({'1', '2', '\n', 'a'}) @StringLength(min = 1, max = 3) String moved,
            @ForAll @Chars({'1', '2', '\n', 'a'}) @StringLength(max = 6) String second) {
        assertThat(of(first + moved, second)).isNotEqualTo(of(first, moved + second));
    }

    private static String of(String... texts) {
        return Revision.of(Stream.of(texts).map(text -> Source.of("any", text)).toList(), CATALOG);
    }
}
