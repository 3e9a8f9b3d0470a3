package org.portevoix.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.HostileStrings;
import org.portevoix.TestTown;

/** Odd and hostile words in a letter: in its subject, in a sentence of the site, quoted. */
class HostileLettersTest {

    @Test
    void noWordsBeginAHeaderOrBecomeMarkupOrTurnTheSentence() {
        LetterWords writer = TestTown.open().bean(LetterWords.class);
        for (String words : HostileStrings.all()) {
            Letter letter = Letter.of("invitation", "hostile", "awa@ville.example", "fr")
                    .subject("account.desk.mail.invitation.subject", Map.of("territory", words))
                    .say("account.desk.mail.invitation.words", Map.of("territory", words, "role", "HOST"))
                    .quote(words)
                    .build();
            LetterWords.Written written = writer.write(letter.content(), "fr", "https://sante.ville.example", false);
            assertTrue(
                    written.subject().chars().noneMatch(c -> c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029),
                    written.subject());
            assertTrue(
                    written.text().lines().noneMatch(line -> line.startsWith("Bcc:")),
                    "a line of somebody's words is quoted, or stands in a sentence: " + written.text());
            Document html = Jsoup.parse(written.html());
            assertFalse(HostileStrings.tookHold(html), written::html);
            assertEquals(1, html.select("blockquote[dir=auto]").size());
            html.select("p")
                    .forEach(sentence -> assertTrue(
                            isClosed(sentence.wholeText()), () -> "it goes on as it began: " + sentence.wholeText()));
        }
    }

    /** Whether each direction that is begun is ended, and none ended that was not begun (Unicode Standard Annex 9, X1 to X8). */
    private static boolean isClosed(String sentence) {
        int open = 0;
        int isolates = 0;
        for (char sign : sentence.toCharArray()) {
            switch (sign) {
                case '\u202a', '\u202b', '\u202d', '\u202e' -> open++;
                case '\u2066', '\u2067', '\u2068' -> isolates++;
                case '\u2069' -> {
                    if (isolates == 0) {
                        return false;
                    }
                    isolates--;
                    open = isolates == 0 ? 0 : open;
                }
                default -> {}
            }
        }
        return open + isolates == 0;
    }
}
