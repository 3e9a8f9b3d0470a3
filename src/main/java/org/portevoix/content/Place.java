package org.portevoix.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.importing.ContractItems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Places in an item told as in a contract's file. */
final class Place {
    /** Stands in a draft for what is still to be written. */
    static final String UNWRITTEN = "…";

    private Place() {}

    /** What a path leads to, its names parted by full stops; missing where nothing is there. */
    static JsonNode at(JsonNode item, String path) {
        JsonNode place = item;
        for (String name : path.split("\\.")) {
            place = place.path(name);
        }
        return place;
    }

    /** Null takes it away, and what held nothing else with it. */
    static void set(ObjectNode item, String path, @Nullable JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            if (value == null) {
                item.remove(path);
            } else {
                item.set(path, value);
            }
            return;
        }
        String first = path.substring(0, dot);
        ObjectNode inside = item.path(first) instanceof ObjectNode there ? there : item.putObject(first);
        set(inside, path.substring(dot + 1), value);
        if (inside.isEmpty()) {
            item.remove(first);
        }
    }

    /** The French of a text; "" where there is none yet. */
    static String french(JsonNode text) {
        String french = text.path("fr").asString("");
        return french.equals(UNWRITTEN) ? "" : french;
    }

    /**
     * Each field by its path, a text once for each of its languages as path@language, lists of lines whole; in the order
     * of the form. What lacks is not there.
     */
    static Map<String, JsonNode> values(List<Field> fields, JsonNode item) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode value = at(item, field.path());
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (field.isText() && ContractItems.isText(value)) {
                value.properties().forEach(body -> values.put(field.path() + "@" + body.getKey(), body.getValue()));
            } else {
                values.put(field.path(), value);
            }
        }
        return values;
    }

    /** Whether two places say the same, whichever way numbers are written; what lacks says no more than no, or nothing. */
    static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return said(one).equals(said(other));
    }

    private static Object said(@Nullable JsonNode node) {
        JsonNode place = node == null ? MissingNode.getInstance() : node;
        if (place.isMissingNode() || place.isNull() || place.isBoolean() && !place.booleanValue()) {
            return "";
        }
        if (place.isNumber()) {
            return place.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (place.isArray()) {
            return place.valueStream().map(Place::said).toList();
        }
        if (place.isObject()) {
            Map<String, Object> fields = new java.util.TreeMap<>();
            place.properties().forEach(field -> {
                if (!said(field.getValue()).equals("")) {
                    fields.put(field.getKey(), said(field.getValue()));
                }
            });
            return fields;
        }
        return place.asString("");
    }

    /** The item with the French of its texts alone. */
    static ObjectNode inFrench(ObjectNode item) {
        ObjectNode copy = item.deepCopy();
        leaveFrench(copy);
        return copy;
    }

    private static void leaveFrench(JsonNode node) {
        if (ContractItems.isText(node)) {
            ((ObjectNode) node).retain("fr");
        } else {
            node.forEach(Place::leaveFrench);
        }
    }
}
