package org.portevoix.web;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pictograms put inside the page, beside words and never instead of them: hidden from screen readers. */
@Singleton
class Pictograms {

    private final Map<String, String> drawn = new ConcurrentHashMap<>();

    String svg(String name) {
        return drawn.computeIfAbsent(
                name, unused -> Resources.read("/views/icon/" + name + ".svg").strip());
    }
}
