package org.portevoix.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Made;
import org.portevoix.language.Origin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item as it was at a moment.
 *
 * @param state "" of what has none
 * @param madeFrom as of {@link ContractItem}
 */
record Snapshot(String state, ObjectNode item, Map<String, List<Made>> madeFrom) {

    static Snapshot of(ContractItem item) {
        return new Snapshot(item.state() == null ? "" : item.state(), item.body(), item.madeFrom());
    }

    /** Null of null: there was nothing yet. */
    static @Nullable Snapshot read(@Nullable String written) {
        if (written == null) {
            return null;
        }
        JsonNode root = JsonMapper.shared().readTree(written);
        Map<String, List<Made>> madeFrom = new LinkedHashMap<>();
        root.path("madeFrom").properties().forEach(made -> {
            List<Made> paragraphs = new ArrayList<>();
            made.getValue().forEach(paragraph -> paragraphs.add(made(paragraph)));
            madeFrom.put(made.getKey(), paragraphs);
        });
        return new Snapshot(root.path("state").asString(""), (ObjectNode) root.get("item"), madeFrom);
    }

    String written() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("state", state);
        root.set("item", item);
        ObjectNode made = root.putObject("madeFrom");
        madeFrom.forEach((place, paragraphs) -> {
            ArrayNode told = made.putArray(place);
            paragraphs.forEach(paragraph -> tell(paragraph, told.addObject()));
        });
        return root.toString();
    }

    private static void tell(Made made, ObjectNode told) {
        told.put("digest", made.digest()).put("origin", made.origin().name());
        if (made.author() != null) {
            told.put("author", made.author());
        }
        if (made.reviewer() != null) {
            told.put("reviewer", made.reviewer());
        }
        if (made.reviewedAt() != null) {
            told.put("reviewedAt", made.reviewedAt().toString());
        }
    }

    /** Lines of an earlier time tell the digest alone. */
    private static Made made(JsonNode told) {
        return told.isString()
                ? Made.with(Origin.FILE, told.stringValue())
                : new Made(
                        told.path("digest").asString(""),
                        Origin.valueOf(told.path("origin").asString("")),
                        told.has("author") ? told.path("author").longValue() : null,
                        told.has("reviewer") ? told.path("reviewer").longValue() : null,
                        told.has("reviewedAt")
                                ? Instant.parse(told.path("reviewedAt").asString(""))
                                : null);
    }
}
