package dev.mete.simulate.run;

import dev.mete.simulate.traffic.Block;
import dev.mete.simulate.traffic.Traffic;
import dev.mete.simulate.traffic.TrafficRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads traffic in blocks, which several threads share. What depends on the order of its lines is done in that order, so that what comes of it does not
 * depend on how many threads there are. No more blocks are under way than a few for each thread. Used once.
 */
final class ShareTraffic {
    private static final int BLOCKS_PER_PART = 3;

    private final BlockingQueue<Block> free;
    private final BlockingQueue<Numbered> read;
    private final LastThings lastThings = new LastThings();
    private final LongConsumer progress;
    private long numbers;

    private ShareTraffic(int parts, LongConsumer progress) {
        int blocks = BLOCKS_PER_PART * parts;
        this.free = new ArrayBlockingQueue<>(blocks);
        this.read = new ArrayBlockingQueue<>(blocks + parts);
        this.progress = progress;
        for (int i = 0; i < blocks; i++) {
            free.add(new Block());
        }
    }

    /** What one thread does with blocks. */
    interface Part {
        /** Is told the blocks, one after the other; not of one another's lines. */
        Traffic.Listener listener();

        /** Ends a block; what it returns is run in the order of the blocks, one at a time. */
        Runnable endBlock();
    }

    /** A block and its place; without a block, the end. */
    private record Numbered(long number, @Nullable Block block) {}

    /**
     * Reads traffic to its end.
     *
     * @param parts of which each is used by one thread
     * @param progress is told the number of each line that is read
     */
    static void read(Traffic traffic, List<? extends Part> parts, LongConsumer progress) throws IOException {
        var sharing = new ShareTraffic(parts.size(), progress);
        var threads = parts.stream()
                .map(part -> Thread.ofPlatform().name("simulate").daemon().start(() -> sharing.work(part)))
                .toList();
        try {
            sharing.readAll(traffic);
        } finally {
            parts.forEach(_ -> sharing.read.add(new Numbered(-1, null)));
            threads.forEach(ShareTraffic::join);
        }
        sharing.lastThings.fail();
    }

    private static void join(Thread thread) {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(Traffic traffic) throws IOException {
        var reader = new Reader();
        try {
            traffic.read(reader);
            reader.pass();
        } catch (Stopped _) {
            // why is told at the end
        }
    }

    private void work(Part part) {
        for (Numbered next = take(read); next.block() != null; next = take(read)) {
            Block block = next.block();
            Runnable last;
            try {
                if (!lastThings.hasFailed()) {
                    block.tell(part.listener());
                }
                last = part.endBlock();
            } catch (RuntimeException | Error e) {
                last = () -> lastThings.failed(e);
            }
            block.clear();
            free.add(block);
            lastThings.of(next.number(), last);
        }
    }

    private static <T> T take(BlockingQueue<T> queue) {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException _) {
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nothing more has to be read. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Puts what is read into blocks. */
    private final class Reader implements Traffic.Listener {
        private Block block = ShareTraffic.take(free);

        private Block next() {
            if (block.isFull()) {
                pass();
                block = ShareTraffic.take(free);
            }
            return block;
        }

        /** Gives the block away. */
        void pass() {
            if (lastThings.hasFailed()) {
                throw new Stopped();
            }
            read.add(new Numbered(numbers++, block));
        }

        private Block line(long line) {
            progress.accept(line);
            return next();
        }

        @Override
        public void json(long line, byte[] json, int from, int to) {
            line(line).json(line, json, from, to);
        }

        @Override
        public void take(TrafficRecord record) {
            line(record.line()).take(record);
        }

        @Override
        public void take(long line, Supplier<TrafficRecord> record) {
            line(line).take(line, record);
        }

        @Override
        public void broken(long line, String reason) {
            next().broken(line, reason);
        }

        @Override
        public void note(String note) {
            next().note(note);
        }

        @Override
        public void requestsPerDay(long line, long requests) {
            next().requestsPerDay(line, requests);
        }
    }
}
