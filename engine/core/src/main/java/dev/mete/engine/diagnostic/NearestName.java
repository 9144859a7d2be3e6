package dev.mete.engine.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most likely meant, by edit distance (insert, delete, replace, swap of neighbours). */
public final class NearestName {
    /** Nobody misspells what is longer, and comparing takes the product of two lengths. */
    private static final int LONGEST_NAME = 256;

    private NearestName() {}

    /** The nearest of the known names, or nothing when none is near enough to be worth suggesting. */
    public static Optional<String> of(String written, Collection<String> known) {
        if (written.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String folded = fold(written);
        int furthest = Math.max(1, folded.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= furthest)
                .map(name -> new Near(name, distance(folded, fold(name))))
                .filter(near -> near.distance <= furthest && near.distance < folded.length())
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    /** A help sentence ``did you mean `x`?``, or the known names listed when none is near and they are few. */
    public static String help(String written, Collection<String> known) {
        return of(written, known).map(name -> "did you mean `" + name + "`?").orElseGet(() -> listed(known));
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty()) {
            return "there is nothing of that kind to name";
        }
        var shown = known.stream().limit(30).toList();
        String more = known.size() > shown.size() ? " and " + (known.size() - shown.size()) + " more" : "";
        return "known are " + String.join(", ", shown) + more;
    }

    private record Near(String name, int distance) {}

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
