package org.portevoix.web;

import jakarta.inject.Singleton;

/** The only script of the public pages, inside those that can be listened to: it reads aloud with the device's own voice. */
@Singleton
class Scripts {

    private final String listen = minified(Resources.read("/views/layout/listen.js"));

    String listen() {
        return listen;
    }

    /** The sources that script-src allows (CSP level 3, 2.4). */
    String hashes() {
        return "'" + Styles.hash(listen) + "'";
    }

    /** Its strings hold no space, and its statements end with a semicolon. */
    private static String minified(String script) {
        return script.replaceAll("\\s+", " ")
                .replaceAll(" ?([-{}();,=<>!?:&|+]) ?", "$1")
                .strip();
    }
}
