package dev.mete.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.check.Range;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.sample.Amounts;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Amounts against exact arithmetic without bounds. */
class AmountPropertyTest {
    private static final TaskSchema SCHEMA = Amounts.SCHEMA;

    @Property
    void whereEveryPartCanBeCountedNothingOverflows(@ForAll("amounts") Amount amount, @ForAll("tasks") Task task) {
        Assume.that(parts(amount).allMatch(part -> Range.of(part, SCHEMA).fitsLong()));
        assertThat(Conditions.number(amount, task, Bucket.MAYBE))
                .isEqualTo(exact(amount, task).longValueExact());
    }

    @Property
    void noTaskLeavesTheRange(@ForAll("amounts") Amount amount, @ForAll("tasks") Task task) {
        assertThat(exact(amount, task))
                .isBetween(
                        Range.of(amount, SCHEMA).least(),
                        Range.of(amount, SCHEMA).most());
    }

    @Property
    void aQuantityIsTheWholePartBelow(
            @ForAll("amounts") Amount amount,
            @ForAll("tasks") Task task,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long divisor) {
        Assume.that(parts(amount).allMatch(part -> Range.of(part, SCHEMA).fitsLong()));
        var quantity = new Quantity(amount, divisor, Words.span("quantity"));
        var whole = BigInteger.valueOf(Conditions.quantity(quantity, task, Bucket.MAYBE));
        var rest = exact(amount, task).subtract(whole.multiply(BigInteger.valueOf(divisor)));
        assertThat(rest).isBetween(BigInteger.ZERO, BigInteger.valueOf(divisor - 1));
        assertThat(whole)
                .isBetween(
                        Range.of(quantity, SCHEMA).least(),
                        Range.of(quantity, SCHEMA).most());
    }

    @Provide
    Arbitrary<Amount> amounts() {
        return Amounts.any();
    }

    @Provide
    Arbitrary<Task> tasks() {
        return Amounts.tasks();
    }

    private static Stream<Amount> parts(Amount amount) {
        var inner = switch (amount) {
            case Amount.Fixed _, Amount.Slot _ -> Stream.<Amount>empty();
            case Amount.Sum(var terms) -> terms.stream();
            case Amount.Times(var _, var part) -> Stream.of(part);
            case Amount.Least(var amounts) -> amounts.stream();
            case Amount.Greatest(var amounts) -> amounts.stream();
            case Amount.Case(var branches, var otherwise) ->
                Stream.concat(branches.stream().map(Amount.Branch::amount), Stream.of(otherwise));
        };
        return Stream.concat(Stream.of(amount), inner.flatMap(AmountPropertyTest::parts));
    }

    private static BigInteger exact(Amount amount, Task task) {
        return switch (amount) {
            case Amount.Fixed(long number) -> BigInteger.valueOf(number);
            case Amount.Slot(int slot) -> BigInteger.valueOf(task.number(slot));
            case Amount.Sum(var terms) -> exact(terms, task).reduce(BigInteger.ZERO, BigInteger::add);
            case Amount.Times(long factor, var part) -> exact(part, task).multiply(BigInteger.valueOf(factor));
            case Amount.Least(var amounts) ->
                exact(amounts, task).reduce(BigInteger::min).orElseThrow();
            case Amount.Greatest(var amounts) ->
                exact(amounts, task).reduce(BigInteger::max).orElseThrow();
            case Amount.Case(var branches, var otherwise) ->
                exact(
                        Conditions.holds(branches.getFirst().when(), task, Bucket.MAYBE)
                                ? branches.getFirst().amount()
                                : otherwise,
                        task);
        };
    }

    private static Stream<BigInteger> exact(List<Amount> amounts, Task task) {
        return amounts.stream().map(amount -> exact(amount, task));
    }
}
