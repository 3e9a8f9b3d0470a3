package org.portevoix.web;

import com.github.jknack.handlebars.Handlebars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/**
 * The words of one page that its contract explains: while it is drawn, the first time that each is said becomes a link to
 * what it means, which the page tells at its end. Words are read only when a text is told.
 */
final class PageWords {
    /** A tag, or what stands between two; a link's own words are no place for another link. */
    private static final Pattern PIECE = Pattern.compile("<a\\b.*?</a>|<[^>]*>|[^<]+", Pattern.DOTALL);

    private final Supplier<List<ExplainedWord>> find;
    private final Map<String, ExplainedWord> said = new LinkedHashMap<>();
    private final Map<String, Forms> known = new HashMap<>();
    private @Nullable List<ExplainedWord> words;

    PageWords(Supplier<List<ExplainedWord>> find) {
        this.find = find;
    }

    /**
     * @param html of a text in this language, escaped; links may stand in it
     * @param label of a link, from its word
     */
    String explain(String html, String language, UnaryOperator<String> label) {
        Forms forms = known.computeIfAbsent(language, this::forms);
        return forms.words().isEmpty()
                ? html
                : PIECE.matcher(html)
                        .replaceAll(piece -> Matcher.quoteReplacement(
                                piece.group().startsWith("<") ? piece.group() : linked(piece.group(), forms, label)));
    }

    private String linked(String text, Forms forms, UnaryOperator<String> label) {
        return forms.any().matcher(text).replaceAll(found -> {
            String said = found.group();
            ExplainedWord word = Objects.requireNonNull(
                    forms.words().getOrDefault(said, forms.words().get(said.toLowerCase(Locale.ROOT))));
            boolean isFirst = this.said.putIfAbsent(word.slug(), word) == null;
            return Matcher.quoteReplacement(
                    isFirst
                            ? "<a class=\"w\" id=\"lu-%s\" href=\"#mot-%s\" aria-label=\"%s\">%s</a>"
                                    .formatted(word.slug(), word.slug(), label.apply(said), said)
                            : said);
        });
    }

    /** Those that were said, in their order; each was made a link. */
    List<ExplainedWord> said() {
        return List.copyOf(said.values());
    }

    /** As texts in a language write them: the word's own form there, and the French one, which many keep. */
    private Forms forms(String language) {
        if (words == null) {
            words = find.get();
        }
        Map<String, ExplainedWord> forms = new LinkedHashMap<>();
        for (ExplainedWord word : words) {
            Translated title = word.title();
            Stream.of(title.language().equals(language) ? title.body() : word.french(), word.french())
                    .map(form -> Handlebars.Utils.escapeExpression(form).toString())
                    .forEach(form -> forms.putIfAbsent(isWord(form) ? form.toLowerCase(Locale.ROOT) : form, word));
        }
        return new Forms(
                forms,
                Pattern.compile(forms.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(PageWords::alone)
                        .collect(Collectors.joining("|"))));
    }

    /**
     * Not within another word. Languages written without spaces have no such bounds; Arabic writes its shortest words
     * (and, in, for...) onto the next.
     */
    private static String alone(String form) {
        List<String> bounded = new ArrayList<>(List.of((isWord(form) ? "(?iu:" : "(?:") + Pattern.quote(form) + ")"));
        if (Character.UnicodeScript.of(form.codePointAt(0)) == Character.UnicodeScript.ARABIC) {
            bounded.addFirst("(?<=(?:^|[^\\p{L}\\p{M}\\p{N}])[\u0648\u0641\u0628\u0643\u0644]{0,2})");
        } else if (!isIdeograph(form.codePointAt(0))) {
            bounded.addFirst("(?<![\\p{L}\\p{M}\\p{N}])");
        }
        if (!isIdeograph(form.codePointBefore(form.length()))) {
            bounded.addLast("(?![\\p{L}\\p{M}\\p{N}])");
        }
        return String.join("", bounded);
    }

    /** Said with a capital at times; an acronym is not said in small letters: PRE is no meadow. */
    private static boolean isWord(String form) {
        return form.codePoints().anyMatch(Character::isLowerCase);
    }

    private static boolean isIdeograph(int character) {
        return Character.isIdeographic(character);
    }

    /** Words by their forms, escaped, and how any of them is found. */
    private record Forms(Map<String, ExplainedWord> words, Pattern any) {}
}
