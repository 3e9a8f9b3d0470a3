package org.portevoix.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.importing.ContractItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item as it was at a moment.
 *
 * @param state "" of what has none
 * @param madeFrom as of {@link ContractItem}: which translations were older than their French, and from what they were made
 */
record Snapshot(String state, ObjectNode item, Map<String, List<String>> madeFrom) {

    static Snapshot of(ContractItem item) {
        return new Snapshot(item.state() == null ? "" : item.state(), item.body(), item.madeFrom());
    }

    /** Null of null: there was nothing yet. */
    static @Nullable Snapshot read(@Nullable String written) {
        if (written == null) {
            return null;
        }
        JsonNode root = JsonMapper.shared().readTree(written);
        Map<String, List<String>> madeFrom = new LinkedHashMap<>();
        root.path("madeFrom").properties().forEach(made -> {
            List<String> digests = new ArrayList<>();
            made.getValue().forEach(digest -> digests.add(digest.stringValue()));
            madeFrom.put(made.getKey(), digests);
        });
        return new Snapshot(root.path("state").asString(""), (ObjectNode) root.get("item"), madeFrom);
    }

    String written() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("state", state);
        root.set("item", item);
        ObjectNode made = root.putObject("madeFrom");
        madeFrom.forEach((place, digests) -> digests.forEach(made.withArray(place)::add));
        return root.toString();
    }
}
