package org.portevoix.sense;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which texts speak of the same: those that share words that few others have. Each text is the list of its words, weighed
 * by how few texts have them (TF-IDF); alike are two whose angle is small (cosine). The words that two share say why.
 */
final class Alike {

    /** From here on two texts say the same, mostly: found by trying on the texts of SenseTest. */
    private static final double ENOUGH = 0.25;

    private static final int FEWEST_SHARED = 2;

    private static final int MOST_SHOWN = 5;

    /** A word that more than a fifth of many texts have tells a subject, not what is said of it. */
    private static final int COMMON_FROM = 100;

    private static final int COMMON_PART = 5;

    private final Map<Long, Map<String, Double>> vectors = new LinkedHashMap<>();
    private final Map<String, Set<Long>> having = new HashMap<>();

    /** @param stems by the id of the text, in the order in which groups are to begin */
    Alike(Map<Long, List<String>> stems) {
        Map<String, Integer> in = new HashMap<>();
        stems.values().forEach(words -> new HashSet<>(words).forEach(word -> in.merge(word, 1, Integer::sum)));
        stems.forEach((id, words) -> {
            Map<String, Double> weights = new HashMap<>();
            new HashSet<>(words).forEach(word -> {
                weights.put(word, Math.log((stems.size() + 1.0) / in.getOrDefault(word, 1)));
                having.computeIfAbsent(word, unused -> new HashSet<>()).add(id);
            });
            double length = Math.sqrt(
                    weights.values().stream().mapToDouble(one -> one * one).sum());
            weights.replaceAll((word, weight) -> length == 0 ? 0 : weight / length);
            vectors.put(id, weights);
        });
    }

    /** Texts that go together, of two and more, each in one group at most, the largest first. @param free who may be in one */
    List<Found> groups(Collection<Long> free) {
        Set<Long> left = new HashSet<>(free);
        List<Found> groups = new ArrayList<>();
        for (Long id : vectors.keySet()) {
            if (left.contains(id)) {
                List<Long> others = like(List.of(id), left);
                if (!others.isEmpty()) {
                    List<Long> all = new ArrayList<>(List.of(id));
                    all.addAll(others);
                    // What says the same as one of them in other words than the first one's: one step, so that no chain
                    // leads astray.
                    all.addAll(like(all, left));
                    left.removeAll(all);
                    groups.add(new Found(all, shared(all)));
                }
            }
        }
        groups.sort(Comparator.comparingInt((Found one) -> one.ids().size()).reversed());
        return groups;
    }

    /** Those that are like one of these, the most alike first. @param free of whom */
    List<Long> like(Collection<Long> ids, Set<Long> free) {
        Map<Long, Double> best = new HashMap<>();
        Set<Long> own = new HashSet<>(ids);
        for (Long id : own) {
            Map<String, Double> weights = vectors.getOrDefault(id, Map.of());
            Map<Long, Double> angles = new HashMap<>();
            Map<Long, Integer> shared = new HashMap<>();
            weights.forEach((word, weight) -> telling(word).forEach(other -> {
                if (free.contains(other) && !own.contains(other)) {
                    angles.merge(
                            other,
                            weight * vectors.getOrDefault(other, Map.of()).getOrDefault(word, 0.0),
                            Double::sum);
                    shared.merge(other, 1, Integer::sum);
                }
            }));
            angles.forEach((other, angle) -> {
                if (angle >= ENOUGH && shared.getOrDefault(other, 0) >= FEWEST_SHARED) {
                    best.merge(other, angle, Math::max);
                }
            });
        }
        return best.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Set<Long> telling(String word) {
        Set<Long> texts = having.getOrDefault(word, Set.of());
        return texts.size() > Math.max(COMMON_FROM, vectors.size() / COMMON_PART) ? Set.of() : texts;
    }

    /** The words that most of these have, and few others: why they are alike. */
    List<String> shared(Collection<Long> ids) {
        Map<String, Double> weights = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        ids.forEach(id -> vectors.getOrDefault(id, Map.of()).forEach((word, weight) -> {
            weights.merge(word, weight, Double::sum);
            times.merge(word, 1, Integer::sum);
        }));
        return weights.entrySet().stream()
                .filter(one -> times.getOrDefault(one.getKey(), 0) > 1)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Texts that may go together. @param shared words, why */
    record Found(List<Long> ids, List<String> shared) {}
}
