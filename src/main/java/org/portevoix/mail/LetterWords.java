package org.portevoix.mail;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.web.Drawing;

/** Puts a letter into words: its subject, and the same body as text and as HTML, in the person's language. */
@Singleton
class LetterWords {

    private static final Pattern LINE_OR_CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
    private static final int LONGEST_SUBJECT = 150;

    private final Messages messages;
    private final Languages languages;
    private final Drawing drawing;

    LetterWords(Messages messages, Languages languages, Drawing drawing) {
        this.messages = messages;
        this.languages = languages;
        this.drawing = drawing;
    }

    /**
     * @param base the public address of the site, without a slash at its end
     * @param isAboutAReceipt whether a resident wrote what it is about; else it is to somebody of the team
     */
    Written write(Letter.Content content, String language, String base, boolean isAboutAReceipt) {
        Language spoken = languages
                .find(language)
                .filter(one -> messages.speaks(one.code()))
                .orElseGet(languages::source);
        String subject = subject(say(content.subject(), spoken.code()));
        Shown shown = new Shown(
                subject,
                content.parts().stream()
                        .map(part -> shown(part, spoken.code(), base))
                        .toList(),
                isAboutAReceipt,
                base,
                isAboutAReceipt ? base + receipt(content, spoken.code()) : base + "/equipe/avertissements");
        Map<String, Object> root = Map.of(
                "page",
                shown,
                Drawing.LANGUAGE,
                spoken.code(),
                "pageLanguage",
                spoken.code(),
                "pageDirection",
                spoken.direction());
        String text = EMPTY_LINES.matcher(drawing.draw("mail/text", root)).replaceAll("\n\n");
        return new Written(subject, text.strip() + "\n", drawing.draw("mail/letter", root));
    }

    /** One line, whatever words were put into it: a line break would begin another header (RFC 5322, 2.2; ASVS 5.0, 1.3.11). */
    static String subject(String words) {
        String line = LINE_OR_CONTROL.matcher(words).replaceAll(" ").strip();
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) + "…" : line;
    }

    /** Their own receipt when a part leads to it, else the page that asks for its code. */
    private static String receipt(Letter.Content content, String language) {
        return content.parts().stream()
                .map(part -> Objects.toString(part.path(), ""))
                .filter(path -> path.matches("/[a-z]{2,3}/suivi/.+"))
                .findFirst()
                .orElse("/" + language + "/suivi");
    }

    private ShownPart shown(Letter.Part part, String language, String base) {
        String words = say(part.said(), language);
        return new ShownPart(part.shape(), words, quoted(words), part.path() == null ? "" : base + part.path());
    }

    private String say(Letter.Said said, String language) {
        return said.messageKey() == null
                ? Objects.toString(said.words(), "")
                : messages.say(language, said.messageKey(), inOneLine(said.arguments()));
    }

    /** Within a sentence of the site nobody's words begin a line of their own, which would look like the site's. */
    private static Map<String, Object> inOneLine(Map<String, Object> arguments) {
        Map<String, Object> lines = new HashMap<>();
        arguments.forEach((name, value) -> lines.put(
                name,
                value instanceof String words ? LINE_OR_CONTROL.matcher(words).replaceAll(" ") : value));
        return lines;
    }

    private static String quoted(String words) {
        return words.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    /** A letter in words. */
    record Written(String subject, String text, String html) {}

    /**
     * What the templates of a letter show.
     *
     * @param site its address
     * @param withdraw where one sees to it that no more come
     */
    record Shown(String subject, List<ShownPart> parts, boolean isAboutAReceipt, String site, String withdraw) {}

    /** @param quoted the words, each line after a mark, as text does it */
    record ShownPart(Letter.Shape shape, String words, String quoted, String address) {

        boolean isParagraph() {
            return shape == Letter.Shape.PARAGRAPH;
        }

        boolean isCode() {
            return shape == Letter.Shape.CODE;
        }

        boolean isQuote() {
            return shape == Letter.Shape.QUOTE;
        }

        boolean isLink() {
            return shape == Letter.Shape.LINK;
        }
    }
}
