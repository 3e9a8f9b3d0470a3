package org.portevoix.importing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the schema of a contract's file says of a field: from which words to choose, and whether it is needed. */
@Singleton
public class ContractSchema {
    private final JsonNode root = JsonMapper.shared()
            .readTree(Objects.requireNonNull(
                    ContractSchema.class.getResourceAsStream("/importing/contract.schema.json")));

    /**
     * The fixed words of a field; empty where it has none.
     *
     * @param definition as "action"
     * @param path from there on, as "practical.appointment" or "sessions.state"
     */
    public List<String> words(String definition, String path) {
        List<String> words = new ArrayList<>();
        field(definition, path).path("enum").forEach(word -> words.add(word.stringValue()));
        return words;
    }

    /** Whether the field must be there, once what holds it is. */
    public boolean isRequired(String definition, String path) {
        int last = path.lastIndexOf('.');
        JsonNode holder = last < 0 ? place(definition) : field(definition, path.substring(0, last));
        for (JsonNode name : holder.path("required")) {
            if (name.stringValue().equals(path.substring(last + 1))) {
                return true;
            }
        }
        return false;
    }

    /** The names of what may stand in a definition, whole: "practical.hours", "sessions.day". */
    public List<String> paths(String definition) {
        List<String> paths = new ArrayList<>();
        collect(place(definition), "", paths);
        return paths;
    }

    private void collect(JsonNode holder, String prefix, List<String> paths) {
        holder.path("properties").properties().forEach(property -> {
            JsonNode field = resolved(property.getValue());
            JsonNode inside = field.has("items") ? resolved(field.get("items")) : field;
            if (inside.has("properties")) {
                collect(inside, prefix + property.getKey() + ".", paths);
            } else {
                paths.add(prefix + property.getKey());
            }
        });
    }

    private JsonNode field(String definition, String path) {
        JsonNode place = place(definition);
        for (String name : path.split("\\.")) {
            place = resolved(place.path("properties").path(name));
            if (place.has("items")) {
                place = resolved(place.get("items"));
            }
        }
        return place;
    }

    private JsonNode place(String definition) {
        return root.path("$defs").path(definition);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? place(node.get("$ref").stringValue().replace("#/$defs/", "")) : node;
    }
}
