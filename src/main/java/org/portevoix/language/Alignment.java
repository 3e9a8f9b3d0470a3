package org.portevoix.language;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where each paragraph of a text went when the text was written anew: to the same words wherever they stand now, else to
 * what stands between the same neighbours and resembles it most, else nowhere.
 */
final class Alignment {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** That two paragraphs stand in the same place weighs less than any word that they share. */
    private static final double SAME_PLACE = 0.001;

    /** Elsewhere, a paragraph is known again by half of its words. */
    private static final double KNOWN_AGAIN = 0.5;

    private static final int MOST_COMPARED = 40_000;

    private final List<Part> before;
    private final List<Part> after;
    private final int[] to;
    private final int[] from;

    /** @param body "" where only the digest is known */
    record Part(String digest, String body) {

        static List<Part> of(List<String> bodies) {
            return bodies.stream().map(body -> new Part(Digest.of(body), body)).toList();
        }
    }

    private Alignment(List<Part> before, List<Part> after) {
        this.before = before;
        this.after = after;
        this.to = new int[before.size()];
        this.from = new int[after.size()];
        Arrays.fill(to, -1);
        Arrays.fill(from, -1);
    }

    /** For each part of {@code before} its place in {@code after}, or -1; no two have the same. */
    static int[] of(List<Part> before, List<Part> after) {
        Alignment alignment = new Alignment(before, after);
        alignment.pairSame();
        int[] anchors = alignment.to.clone();
        alignment.pairRuns(anchors, true);
        alignment.pairRuns(anchors, false);
        alignment.pairAlike();
        return alignment.to;
    }

    private void pairSame() {
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int j = 0; j < after.size(); j++) {
            places.computeIfAbsent(after.get(j).digest(), digest -> new ArrayDeque<>())
                    .add(j);
        }
        for (int i = 0; i < before.size(); i++) {
            Integer place = places.getOrDefault(before.get(i).digest(), new ArrayDeque<>())
                    .poll();
            if (place != null) {
                pair(i, place);
            }
        }
    }

    /** @param anchors what went to the same words */
    private void pairRuns(int[] anchors, boolean asksBothNeighbours) {
        int i = 0;
        while (i < to.length) {
            int start = i;
            while (i < to.length && anchors[i] < 0) {
                i++;
            }
            if (i > start) {
                int previous = start == 0 ? -1 : anchors[start - 1];
                int next = i == to.length ? from.length : anchors[i];
                int first = previous + 1;
                int last = next - 1;
                if (isWithin(first, last)) {
                    pairRun(start, i, first, last + 1);
                } else if (!asksBothNeighbours) {
                    pairRun(start, i, first, runEnd(first));
                    pairRun(start, i, runStart(next), next);
                }
            }
            i++;
        }
    }

    private boolean isWithin(int first, int last) {
        for (int j = first; j <= last; j++) {
            if (from[j] >= 0) {
                return false;
            }
        }
        return first <= last;
    }

    private int runEnd(int first) {
        int end = first;
        while (end < from.length && from[end] < 0) {
            end++;
        }
        return end;
    }

    private int runStart(int next) {
        int start = next;
        while (start > 0 && from[start - 1] < 0) {
            start--;
        }
        return start;
    }

    /** Pairs, in their order, what is still alone: so that as many words as possible stay. */
    private void pairRun(int i0, int i1, int j0, int j1) {
        int rows = i1 - i0;
        int columns = j1 - j0;
        if (rows <= 0 || columns <= 0) {
            return;
        }
        boolean compares = (long) rows * columns <= MOST_COMPARED;
        if (!compares) {
            for (int k = 0; k < Math.min(rows, columns); k++) {
                pair(i0 + k, j0 + k);
            }
            return;
        }
        double[][] best = new double[rows + 1][columns + 1];
        double[][] alike = alike(i0, j0, rows, columns);
        for (int r = rows - 1; r >= 0; r--) {
            for (int c = columns - 1; c >= 0; c--) {
                best[r][c] = Math.max(Math.max(best[r + 1][c], best[r][c + 1]), alike[r][c] + best[r + 1][c + 1]);
            }
        }
        int r = 0;
        int c = 0;
        while (r < rows && c < columns) {
            if (best[r][c] == alike[r][c] + best[r + 1][c + 1] && alike[r][c] > 0) {
                pair(i0 + r++, j0 + c++);
            } else if (best[r][c] == best[r + 1][c]) {
                r++;
            } else {
                c++;
            }
        }
    }

    private void pairAlike() {
        List<Integer> alone =
                IntStream.range(0, to.length).filter(i -> to[i] < 0).boxed().toList();
        List<Integer> free =
                IntStream.range(0, from.length).filter(j -> from[j] < 0).boxed().toList();
        if ((long) alone.size() * free.size() > MOST_COMPARED) {
            return;
        }
        for (int i : alone) {
            Set<String> own = words(before.get(i).body());
            free.stream()
                    .filter(j -> from[j] < 0)
                    .max(Comparator.comparingDouble(
                            j -> shared(own, words(after.get(j).body()))))
                    .filter(j -> shared(own, words(after.get(j).body())) >= KNOWN_AGAIN)
                    .ifPresent(j -> pair(i, j));
        }
    }

    private double[][] alike(int i0, int j0, int rows, int columns) {
        List<Set<String>> words = after.subList(j0, j0 + columns).stream()
                .map(part -> words(part.body()))
                .toList();
        double[][] alike = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            Set<String> own = words(before.get(i0 + r).body());
            for (int c = 0; c < columns; c++) {
                boolean isFree = to[i0 + r] < 0 && from[j0 + c] < 0;
                alike[r][c] = isFree ? SAME_PLACE + shared(own, words.get(c)) : 0;
            }
        }
        return alike;
    }

    private static Set<String> words(String body) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(body);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** From 0 to 1. */
    private static double shared(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return 0;
        }
        long both = some.stream().filter(others::contains).count();
        return 2.0 * both / (some.size() + others.size());
    }

    private void pair(int i, int j) {
        if (to[i] < 0 && from[j] < 0) {
            to[i] = j;
            from[j] = i;
        }
    }
}
