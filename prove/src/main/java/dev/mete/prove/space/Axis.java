package dev.mete.prove.space;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.TextMatch;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that conditions ask about, in cells: values that none of them tells apart. A feature has one axis, but a text that is matched has one more for
 * each match, and a set has one for each member that is asked for, of two cells each: 0 where it is not so, 1 where it is.
 */
public sealed interface Axis {
    /** How many cells there are. */
    int cells();

    /** The ranges of a quantity. */
    final class Ranges implements Axis {
        private final int slot;
        private final long[] starts;
        private final long most;

        /**
         * Ranges of a feature.
         *
         * @param starts the least value of each cell, ascending; the first is the least there is
         * @param most the greatest value of the last cell
         */
        Ranges(int slot, List<Long> starts, long most) {
            this.slot = slot;
            this.starts = starts.stream().mapToLong(Long::longValue).toArray();
            this.most = most;
        }

        /** The feature. */
        public int slot() {
            return slot;
        }

        @Override
        public int cells() {
            return starts.length;
        }

        /** The least value of a cell. */
        public long least(int cell) {
            return starts[cell];
        }

        /** The greatest value of a cell. */
        public long most(int cell) {
            return cell + 1 < starts.length ? starts[cell + 1] - 1 : most;
        }

        /** The cell of a value that is within the bounds. */
        public int cell(long value) {
            int at = Arrays.binarySearch(starts, value);
            return at >= 0 ? at : -at - 2;
        }

        /** Whether cells begin and end with the values between two, both inclusive. */
        boolean tellsApart(long least, long greatest) {
            long from = Math.max(least, starts[0]);
            long to = Math.min(greatest, most);
            return from > to || (starts[cell(from)] == from && most(cell(to)) == to);
        }

        /** The cells of the values between two, both inclusive, which cells begin and end with. */
        Cells between(long least, long greatest) {
            long from = Math.max(least, starts[0]);
            long to = Math.min(greatest, most);
            return from > to ? Cells.none() : Cells.range(cell(from), cell(to) + 1);
        }
    }

    /** The values of a closed type, or of a flag. */
    record Positions(int slot, int cells) implements Axis {}

    /** Texts that are named, each in a cell, and all others in the last. */
    record Texts(int slot, List<String> named) implements Axis {
        public Texts {
            named = List.copyOf(named);
        }

        @Override
        public int cells() {
            return named.size() + 1;
        }

        /** The cell of all other texts. */
        public int others() {
            return named.size();
        }
    }

    /** Whether a text has a part at a place. */
    record Match(int slot, TextMatch match, String text) implements Axis {
        @Override
        public int cells() {
            return 2;
        }
    }

    /** Whether a set has a member. */
    record Member(int slot, String member) implements Axis {
        @Override
        public int cells() {
            return 2;
        }
    }

    /** Whether a task gives a feature that it need not give and that has no default. */
    record Given(int slot) implements Axis {
        @Override
        public int cells() {
            return 2;
        }
    }

    /**
     * Which bucket line of a policy is the first that holds; the last cell where none does.
     *
     * @param policy its place among those that the space is of
     * @param buckets the bucket of each line, and the one where none holds
     */
    record BucketLines(int policy, List<Bucket> buckets) implements Axis {
        public BucketLines {
            buckets = List.copyOf(buckets);
        }

        @Override
        public int cells() {
            return buckets.size();
        }

        /** The cells of the lines that lead to one of several buckets. */
        public Cells to(Set<Bucket> wanted) {
            var bits = new BitSet();
            for (int line = 0; line < buckets.size(); line++) {
                bits.set(line, wanted.contains(buckets.get(line)));
            }
            return Cells.of(bits);
        }

        /** The buckets that some lines lead to. */
        public Set<Bucket> of(Cells lines) {
            var found = EnumSet.noneOf(Bucket.class);
            for (int line = 0; line < buckets.size(); line++) {
                if (lines.has(line)) {
                    found.add(buckets.get(line));
                }
            }
            return found;
        }
    }
}
