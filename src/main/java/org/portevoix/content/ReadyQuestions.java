package org.portevoix.content;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions that are written already, in every language of the site: the team puts one into a questionnaire with one tap.
 * They come with their other languages as long as their French is left as it is.
 */
@Singleton
class ReadyQuestions {

    /** What the button sends as {@code more}, before the question's key. */
    static final String ASKED = "pret:";

    private static final int MOST = 30;
    /** What {@link Slugs} keeps free for a number. */
    private static final int NUMBERED = 4;

    private final JsonNode questions = ReadyContent.read("questions.yaml").path("questions");

    /** In the order in which they are offered. */
    List<Ready> all() {
        return questions
                .valueStream()
                .map(one -> new Ready(one.path("key").asString(""), Place.french(one.path("title"))))
                .toList();
    }

    /** Puts the one that was asked for at the end of a questionnaire told in French; nothing where none was. */
    void add(ObjectNode typed, String more) {
        if (!more.startsWith(ASKED)) {
            return;
        }
        String key = more.substring(ASKED.length());
        ArrayNode there = typed.path("questions") instanceof ArrayNode list ? list : typed.putArray("questions");
        Set<String> taken = new HashSet<>();
        there.forEach(one -> taken.add(one.path("key").asString("")));
        for (JsonNode ready : questions) {
            if (ready.path("key").asString("").equals(key) && there.size() < MOST) {
                ObjectNode copy = Place.inFrench((ObjectNode) ready);
                copy.put("key", Slugs.of(key, key.length() + NUMBERED, taken));
                there.add(copy);
            }
        }
    }

    /** Gives the questions that are new their other languages, where they say in French what a ready one says. */
    void translate(ObjectNode typed, JsonNode present) {
        Set<String> before = new HashSet<>();
        present.path("questions").forEach(one -> before.add(one.path("key").asString("")));
        for (JsonNode question : typed.path("questions")) {
            if (!before.contains(question.path("key").asString(""))) {
                questions
                        .valueStream()
                        .filter(ready -> Place.french(ready.path("title")).equals(Place.french(question.path("title"))))
                        .findFirst()
                        .ifPresent(ready -> translateLike(question, ready));
            }
        }
    }

    private static void translateLike(JsonNode question, JsonNode ready) {
        for (String field : List.of("title", "low", "high")) {
            fill(question.path(field), ready.path(field));
        }
        for (JsonNode option : question.path("options")) {
            ready.path("options").forEach(one -> fill(option.path("label"), one.path("label")));
        }
    }

    private static void fill(JsonNode text, JsonNode ready) {
        if (text instanceof ObjectNode own
                && ready instanceof ObjectNode whole
                && !Place.french(own).isEmpty()
                && Place.french(own).equals(Place.french(whole))) {
            own.setAll(whole);
        }
    }

    /** @param title in French */
    record Ready(String key, String title) {

        /** What its button sends. */
        String asked() {
            return ASKED + key;
        }
    }
}
