package org.portevoix.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * Whether a page says in which language each of its words is. Where the page's own script is not the Latin one, several
 * Latin words in a row that do not say that they are French are words that nobody translated, or a fragment without its
 * language. Left to right and right to left must follow the language.
 */
final class LanguageCheck {
    private static final Set<String> OTHER_SCRIPTS = Set.of("ar", "bn", "ru", "ta", "uk", "zh");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "ps", "ur");
    private static final Pattern LATIN_WORDS = Pattern.compile("\\p{IsLatin}{2,}(?:[^\\p{L}]+\\p{IsLatin}{2,}){2,}");
    /** Of a receipt; by chance it may look like three words. */
    private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{5}-[0-9A-Z]{5}\\b");

    private static final Pattern KEY = Pattern.compile("\\b[a-z]+(?:\\.[a-z_]+){1,3}\\b");
    /** Names of the site, of its addresses and of what belongs to France, the same in every language. */
    private static final Pattern NAMES = Pattern.compile(
            "Porte-Voix|contrat de ville|Agence régionale de santé|Île-de-France|HTML, CSS, SVG|Nu Html Checker|contrat local de santé|conseil territorial de santé"
                    + "|café des habitants|mentions légales|Défenseur des droits|https?://\\S+|[\\w.-]+\\.(?:csv|json|fr|gouv|example)");

    /** What is wrong, a line each. */
    List<String> of(String language, String html) {
        List<String> faults = new ArrayList<>();
        Document page = Jsoup.parse(html);
        Element root = Objects.requireNonNull(page.selectFirst("html"));
        if (!root.attr("lang").equals(language)) {
            faults.add("the page says " + root.attr("lang"));
        }
        for (Element one : page.select("[lang]")) {
            String direction = nearest(one, "dir");
            boolean isRightToLeft = RIGHT_TO_LEFT.contains(one.attr("lang"));
            if (!direction.equals("auto") && isRightToLeft != direction.equals("rtl")) {
                faults.add("the direction of " + one.attr("lang") + " is " + direction + ": " + one.ownText());
            }
        }
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text
                            && text.parent() instanceof Element parent
                            && !Set.of("style", "script").contains(parent.tagName())) {
                        judge(language, text.text(), parent, faults);
                    }
                },
                page);
        return faults;
    }

    private static void judge(String language, String text, Element parent, List<String> faults) {
        String words = NAMES.matcher(CODE.matcher(text).replaceAll("")).replaceAll("");
        KEY.matcher(words).results().forEach(key -> faults.add("a key is shown: " + key.group()));
        if (OTHER_SCRIPTS.contains(language) && nearest(parent, "lang").equals(language)) {
            LATIN_WORDS.matcher(words).results().forEach(found -> faults.add("not in this language: " + found.group()));
        }
    }

    private static String nearest(Element element, String attribute) {
        for (Element one = element; one != null; one = one.parent()) {
            if (one.hasAttr(attribute)) {
                return one.attr(attribute);
            }
        }
        return "";
    }
}
