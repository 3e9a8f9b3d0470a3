package org.portevoix.sense;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.WordsKept;
import org.portevoix.contract.Territory;
import org.portevoix.language.Language;
import org.portevoix.search.Words;
import org.portevoix.web.Slug;

/**
 * What opinions are about: the themes of the contract and the team's own. The words suggest; a person confirms, and only then is anything
 * kept.
 */
@Singleton
public class Themes implements WordsKept {

    /** As the field counts them. */
    public static final int LONGEST_NAME = 60;

    /** In front of the team's own, as no theme of a contract has it. */
    private static final String OWN = "a.";

    private static final int MOST_SUGGESTED = 3;

    private final ThemeRows rows;
    private final ThemeWords words;
    private final Territory territory;
    private final OpinionTranslations translations;
    private final Clock clock;

    Themes(ThemeRows rows, ThemeWords words, Territory territory, OpinionTranslations translations, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.territory = territory;
        this.translations = translations;
        this.clock = clock;
    }

    /** By key, their names in French: those of the contract in its order, then the team's own. */
    @Transactional
    public Map<String, String> names(long contractId) {
        Map<String, String> names = new LinkedHashMap<>();
        territory
                .themes(contractId, Language.SOURCE)
                .forEach(theme -> names.put(theme.slug(), theme.name().body()));
        names.putAll(rows.own(contractId));
        return names;
    }

    /** By the id of the opinion, what is confirmed and what its words suggest besides. */
    @Transactional
    public Map<Long, About> of(long contractId, Collection<OpinionRead> opinions) {
        Map<Long, About> all = new HashMap<>();
        List<Long> ids = opinions.stream().map(OpinionRead::id).toList();
        Map<String, String> names = names(contractId);
        if (names.isEmpty() || ids.isEmpty()) {
            return all;
        }
        Map<Long, List<String>> confirmed = rows.of(ids);
        Map<Long, List<OpinionTranslations.Line>> french = translations.of(ids);
        Map<String, ThemeWords.Known> known = new LinkedHashMap<>();
        Set<String> common = ThemeWords.common(names.values());
        names.forEach((key, name) -> known.put(key, words.of(name, common)));
        Map<String, Set<String>> learnt = rows.learnt(contractId);
        for (OpinionRead opinion : opinions) {
            List<String> kept = confirmed.getOrDefault(opinion.id(), List.of()).stream()
                    .filter(names::containsKey)
                    .toList();
            List<String> suggested = opinion.words().isEmpty()
                    ? List.of()
                    : suggested(opinion, french.getOrDefault(opinion.id(), List.of()), known, learnt).stream()
                            .filter(key -> !kept.contains(key))
                            .toList();
            all.put(opinion.id(), new About(named(kept, names), named(suggested, names)));
        }
        return all;
    }

    /** A person says so. False where it is no theme of this contract, or no opinion of it that has words. */
    @Transactional
    public boolean confirm(long contractId, long opinionId, String key, long accountId) {
        return names(contractId).containsKey(key)
                && rows.confirm(contractId, opinionId, key, accountId, clock.instant()) == 1;
    }

    /** A person says which there are, and no other. @param own name of one more of the team's own, or "" */
    @Transactional
    public void set(long contractId, long opinionId, Collection<String> keys, String own, long accountId) {
        Set<String> wanted = new HashSet<>(keys);
        if (!own.isEmpty()) {
            wanted.add(keyOf(contractId, own));
        }
        for (String key : rows.of(List.of(opinionId)).getOrDefault(opinionId, List.of())) {
            if (!wanted.contains(key)) {
                rows.remove(contractId, opinionId, key);
            }
        }
        wanted.forEach(key -> confirm(contractId, opinionId, key, accountId));
        rows.dropUnused(contractId);
    }

    /** Of the opinions of a consultation that count: how many speak of what, most first. */
    @Transactional
    public Counts count(long contractId, long consultationId) {
        Map<String, String> names = names(contractId);
        return new Counts(
                rows.count(consultationId).entrySet().stream()
                        .filter(one -> names.containsKey(one.getKey()))
                        .map(one ->
                                new Count(one.getKey(), names.getOrDefault(one.getKey(), one.getKey()), one.getValue()))
                        .toList(),
                rows.countWithout(consultationId));
    }

    /**
     * Of all the opinions of a contract that count, in these months (yyyy-mm); those on something sensitive from eleven of a theme on.
     * Names by key are {@link #names}.
     */
    @Transactional
    public Map<String, Integer> countIn(long contractId, String first, String last) {
        return rows.count(contractId, first, last);
    }

    /** Whether it is a theme of the contract itself, which everybody may read, and not a word of the team's. */
    public static boolean isOfTheContract(String key) {
        return !key.startsWith(OWN);
    }

    @Override
    public void changed(long opinionId) {
        // What a person confirmed stays until a person says otherwise.
    }

    @Override
    public void gone(long opinionId) {
        rows.removeAll(opinionId);
    }

    /** That of the theme of this name, which is added where there is none. */
    private String keyOf(long contractId, String name) {
        Optional<String> known = names(contractId).entrySet().stream()
                .filter(one -> Words.cut(one.getValue()).equals(Words.cut(name)))
                .map(Map.Entry::getKey)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        String key = OWN + Slug.of(name, Integer.toHexString(name.hashCode()));
        rows.addOwn(contractId, key, name);
        return key;
    }

    /** Those for which most words speak. */
    private static List<String> suggested(
            OpinionRead opinion,
            List<OpinionTranslations.Line> french,
            Map<String, ThemeWords.Known> known,
            Map<String, Set<String>> learnt) {
        List<String> said = opinion.words().stream()
                .flatMap(line -> line.answers().stream())
                .toList();
        List<String> stems = new ArrayList<>();
        (french.isEmpty()
                        ? said
                        : french.stream().map(OpinionTranslations.Line::body).toList())
                .forEach(text -> stems.addAll(French.stems(text)));
        Set<String> words = Words.kept(said);
        Map<String, Integer> points = new LinkedHashMap<>();
        known.forEach((key, theme) -> {
            Set<String> own = learnt.getOrDefault(key, Set.of());
            int count = theme.count(stems)
                    + (int) words.stream().filter(own::contains).count();
            if (count > 0) {
                points.put(key, count);
            }
        });
        return points.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_SUGGESTED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Theme> named(List<String> keys, Map<String, String> names) {
        return keys.stream()
                .map(key -> new Theme(key, names.getOrDefault(key, key)))
                .toList();
    }

    /** What an opinion is about. @param suggested by its words, and confirmed by nobody */
    public record About(List<Theme> confirmed, List<Theme> suggested) {

        public static final About NOTHING = new About(List.of(), List.of());
    }

    public record Theme(String key, String name) {}

    /** @param without those that nobody has sorted */
    public record Counts(List<Count> themes, int without) {

        public boolean isEmpty() {
            return themes.isEmpty();
        }
    }

    public record Count(String key, String name, int count) {}
}
