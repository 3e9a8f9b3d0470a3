package org.portevoix.report;

import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Period;
import org.portevoix.web.NotFound;

/**
 * What was chosen on screen: the period and what it is compared with, which stay in every link; and which rows are shown.
 *
 * @param axis slug; "" for all, as {@code place} and {@code title}
 * @param isRanked rows in the order of their figure
 * @param page from 1
 */
record ReportQuery(
        Period period, Compared compared, String axis, String title, String place, boolean isRanked, int page) {
    static final String PERIOD = "periode";
    private static final String BY_FIGURE = "chiffre";
    private static final int LONGEST_TITLE = 100;

    /** With what a period is compared. */
    enum Compared {
        BEFORE("avant"),
        /** The same half, a year before. */
        YEAR("an"),
        NOTHING("rien");

        private final String word;

        Compared(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** NotFound for a word that none of the forms sends. */
    static ReportQuery of(HttpParameters asked) {
        String compared = word(asked, "comparer");
        String sorted = word(asked, "tri");
        String title = word(asked, "titre");
        if (!sorted.isEmpty() && !sorted.equals(BY_FIGURE)) {
            throw new NotFound();
        }
        return new ReportQuery(
                Period.parse(word(asked, PERIOD)).orElseThrow(NotFound::new),
                compared.isEmpty()
                        ? Compared.BEFORE
                        : Arrays.stream(Compared.values())
                                .filter(each -> each.word.equals(compared))
                                .findFirst()
                                .orElseThrow(NotFound::new),
                word(asked, "axe"),
                title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                word(asked, "quartier"),
                !sorted.isEmpty(),
                number(word(asked, "page")));
    }

    private static String word(HttpParameters asked, String name) {
        return Optional.ofNullable(asked.get(name)).orElse("").strip();
    }

    private static int number(String page) {
        if (page.isEmpty()) {
            return 1;
        }
        if (!page.matches("[1-9][0-9]{0,4}")) {
            throw new NotFound();
        }
        return Integer.parseInt(page);
    }

    /** Null where nothing is to be compared. */
    @Nullable
    Period previous() {
        if (period.isWhole() || compared == Compared.NOTHING) {
            return null;
        }
        if (compared == Compared.YEAR && !period.isYear()) {
            String key = period.key();
            return new Period((Integer.parseInt(key.substring(0, 4)) - 1) + key.substring(4));
        }
        return period.previous().orElse(null);
    }

    ReportQuery over(Period another) {
        return new ReportQuery(another, compared, axis, title, place, isRanked, page);
    }

    ReportQuery with(Compared another) {
        return new ReportQuery(period, another, axis, title, place, isRanked, page);
    }

    /** The end of an address, from "?" on: period and comparison alone. The period is always said, since some pages have one of their own. */
    String base() {
        return query(chosen());
    }

    /** And which rows; without their page. */
    String narrowed() {
        return query(narrowing(isRanked));
    }

    String ranked(boolean isAsked) {
        return query(narrowing(isAsked));
    }

    /** And the page. */
    String turned(int to) {
        Map<String, String> words = narrowing(isRanked);
        if (to > 1) {
            words.put("page", Integer.toString(to));
        }
        return query(words);
    }

    private Map<String, String> chosen() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(PERIOD, period.key());
        words.put("comparer", compared == Compared.BEFORE ? "" : compared.word);
        return words;
    }

    private Map<String, String> narrowing(boolean isAsked) {
        Map<String, String> words = chosen();
        words.put("axe", axis);
        words.put("titre", title);
        words.put("quartier", place);
        words.put("tri", isAsked ? BY_FIGURE : "");
        return words;
    }

    private static String query(Map<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> word.getKey().equals(PERIOD) || !word.getValue().isEmpty())
                .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
