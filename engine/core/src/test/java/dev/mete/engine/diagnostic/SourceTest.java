package dev.mete.engine.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void anEmptyTextHasOneEmptyLine() {
        var source = Source.of("empty", "");
        assertThat(source.lines()).isEqualTo(1);
        assertThat(source.line(1)).isEmpty();
        assertThat(source.position(0)).isEqualTo(new Position(1, 1));
    }

    @Test
    void aLastLineNeedsNoLineBreak() {
        var source = Source.of("two", "one\ntwo");
        assertThat(source.lines()).isEqualTo(2);
        assertThat(source.line(2)).isEqualTo("two");
        assertThat(source.position(7)).isEqualTo(new Position(2, 4));
    }

    @Test
    void aLineBreakAtTheEndStartsAnEmptyLine() {
        var source = Source.of("one", "one\n");
        assertThat(source.lines()).isEqualTo(2);
        assertThat(source.line(2)).isEmpty();
        assertThat(source.position(4)).isEqualTo(new Position(2, 1));
    }

    @Test
    void aLineKeepsItsTrailingBlanksAndLosesItsLineBreak() {
        var source = Source.of("blanks", "one \t\r\ntwo  ");
        assertThat(source.line(1)).isEqualTo("one \t");
        assertThat(source.line(2)).isEqualTo("two  ");
    }

    @Test
    void aLineBreakBelongsToTheLineThatItEnds() {
        assertThat(Source.of("two", "one\ntwo").position(3)).isEqualTo(new Position(1, 4));
    }

    @Test
    void columnsCountCodePoints() {
        var source = Source.of("wide", "😀é漢x");
        assertThat(source.position(source.text().indexOf('x'))).isEqualTo(new Position(1, 4));
    }

    @Test
    void offsetsAndLinesOutsideMoveToTheNearestEnd() {
        var source = Source.of("two", "one\ntwo");
        assertThat(source.position(-5)).isEqualTo(new Position(1, 1));
        assertThat(source.position(500)).isEqualTo(new Position(2, 4));
        assertThat(source.lineStart(0)).isZero();
        assertThat(source.lineStart(9)).isEqualTo(4);
        assertThat(source.line(0)).isEqualTo("one");
        assertThat(source.line(9)).isEqualTo("two");
    }

    @Property(tries = 200)
    void everyOffsetLiesOnTheLineThatItsPositionNames(
            @ForAll @Chars({'a', 'é', ' ', '\t', '\n', '\r'}) @StringLength(max = 40) String text) {
        var source = Source.of("any", text);
        for (int offset = 0; offset <= text.length(); offset++) {
            Position position = source.position(offset);
            assertThat(source.lineStart(position.line()) + position.column() - 1)
                    .isEqualTo(offset);
            assertThat(text.substring(0, offset).chars().filter(c -> c == '\n').count())
                    .isEqualTo(position.line() - 1L);
        }
    }
}
