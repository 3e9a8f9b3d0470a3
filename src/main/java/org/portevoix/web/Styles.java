package org.portevoix.web;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The style sheets, which each page carries inside it, and their hashes for the Content-Security-Policy. */
@Singleton
class Styles {

    private final String site = minified(Resources.read("/views/layout/site.css"));
    private final String desk = minified(Resources.read("/views/layout/desk.css"));
    private final String letter = minified(Resources.read("/views/mail/letter.css"));

    String css(String name) {
        return switch (name) {
            case "desk" -> desk;
            case "letter" -> letter;
            default -> site;
        };
    }

    /** The sources that style-src allows (CSP level 3, 2.4). */
    String hashes() {
        return "'" + hash(site) + "' '" + hash(desk) + "'";
    }

    static String hash(String css) {
        return "sha256-" + Base64.getEncoder().encodeToString(Digests.sha256(css.getBytes(StandardCharsets.UTF_8)));
    }

    private static String minified(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replaceAll(": ", ":")
                .replace(";}", "}")
                .strip();
    }
}
