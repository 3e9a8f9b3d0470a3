package org.portevoix.opendata;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.portevoix.followup.Decider;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.participation.Channel;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;
import org.portevoix.web.Resources;

/**
 * The words of each closed list, from where the house itself has them: what it counts by, its languages, and for all else the
 * schema of a contract's file, by which alone contents come in.
 */
@Singleton
class ClosedLists {
    private static final String OF_FILES = "#/$defs/";

    private final Languages languages;
    private final JsonNode schema;

    ClosedLists(Languages languages, JsonMapper mapper) {
        this.languages = languages;
        try {
            this.schema = mapper.readValue(Resources.read("/importing/contract.schema.json"), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name as {@code openapi.json} writes it: a word, or a place in the schema of files */
    List<String> words(String name) {
        return switch (name) {
            case "level" -> words(Arrays.stream(ParticipationLevel.values()).map(ParticipationLevel::key));
            case "channel" -> words(Arrays.stream(Channel.values()).map(Channel::key));
            case "phase" -> words(Arrays.stream(Phase.values()).map(Phase::key));
            case "decider" ->
                words(Arrays.stream(Decider.values()).map(one -> one.name().toLowerCase(Locale.ROOT)));
            case "language" -> words(languages.all().stream().map(Language::code));
            default -> ofFiles(name);
        };
    }

    private static List<String> words(Stream<String> words) {
        return words.toList();
    }

    private List<String> ofFiles(String name) {
        if (!name.startsWith(OF_FILES)) {
            throw new IllegalArgumentException(name);
        }
        JsonNode found = schema.get("$defs");
        for (String step : name.substring(OF_FILES.length()).split("/")) {
            found = found == null ? null : found.get(step);
        }
        if (found == null || found.get("enum") == null) {
            throw new IllegalArgumentException(name);
        }
        List<String> words = new ArrayList<>();
        found.get("enum").values().forEach(word -> words.add(word.getStringValue()));
        return words;
    }
}
