package org.portevoix.opendata;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.Resources;

/**
 * What the open data promises, for programs (OpenAPI 3.1): written by hand, held against every answer by tests; the words of closed
 * lists alone are the house's own ({@code "x-words": "level"} becomes an {@code enum}). The dictionary is drawn from it, so that
 * both say the same.
 */
@Singleton
class Description {
    private static final String OF_A_CONTRACT = "/contracts/{contract}/";
    private static final String REFERENCE = "#/components/schemas/";

    private static final Pattern WORDS = Pattern.compile("\"x-words\": \"([^\" ]+)( or null)?\"");

    private final JsonMapper mapper;
    private final String text;

    Description(JsonMapper mapper, ClosedLists lists) {
        this.mapper = mapper;
        this.text = WORDS.matcher(Resources.read("/opendata/openapi.json"))
                .replaceAll(
                        found -> Matcher.quoteReplacement(list(lists.words(found.group(1)), found.group(2) != null)));
    }

    private static String list(List<String> words, boolean mayBeNull) {
        return words.stream()
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(", ", "\"enum\": [", mayBeNull ? ", null]" : "]"));
    }

    /** As it is served. */
    String text() {
        return text;
    }

    /**
     * A field of a file.
     *
     * @param path with dots inside objects, {@code []} inside lists
     * @param type in one of the words that the dictionary's types have messages for
     * @param words of a closed list, parted by {@code |}; empty where it is none
     * @param example as JSON would write it, without quotes; empty where the fields inside have theirs
     */
    record Field(
            String file, String path, String type, String meaning, String words, String example, boolean mayBeNull) {}

    /** All the fields of all the files, in the order of the description. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        JsonNode root = root();
        for (Map.Entry<String, JsonNode> path : root.get("paths").entries()) {
            String name = path.getKey().equals("/contracts")
                    ? "contracts"
                    : path.getKey().startsWith(OF_A_CONTRACT) ? path.getKey().substring(OF_A_CONTRACT.length()) : "";
            JsonNode answer = path.getValue().get("get").get("responses").get("200");
            JsonNode columns = answer.get("x-columns");
            if (columns != null) {
                columns.entries()
                        .forEach(column -> fields.add(new Field(
                                name, column.getKey(), "cell", column.getValue().getStringValue(), "", "", true)));
            }
            JsonNode content = answer.get("content").get("application/json");
            if (!name.isEmpty() && content != null) {
                JsonNode schema = content.get("schema");
                JsonNode items = schema.get("items");
                add(fields, root, name, "", named(root, items == null ? schema : items));
            }
        }
        return fields;
    }

    private JsonNode root() {
        try {
            return mapper.readValue(text, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<Field> fields, JsonNode root, String file, String before, JsonNode schema) {
        for (Map.Entry<String, JsonNode> property : schema.get("properties").entries()) {
            String path = before + property.getKey();
            JsonNode field = property.getValue();
            JsonNode examples = field.get("examples");
            fields.add(new Field(
                    file,
                    path,
                    type(field),
                    field.get("description").getStringValue(),
                    words(field),
                    examples == null ? "" : example(examples.get(0)),
                    mayBeNull(field)));
            JsonNode items = field.get("items");
            JsonNode inner = inner(root, items == null ? field : items);
            if (inner != null) {
                add(fields, root, file, path + (items == null ? "." : "[]."), inner);
            }
        }
    }

    private static String words(JsonNode field) {
        JsonNode list = field.get("enum");
        JsonNode items = field.get("items");
        JsonNode keys = field.get("propertyNames");
        if (list == null) {
            return items != null ? words(items) : keys != null ? words(keys) : "";
        }
        List<String> words = new ArrayList<>();
        list.values().forEach(word -> {
            if (word.isString()) {
                words.add(word.getStringValue());
            }
        });
        return String.join("|", words);
    }

    private static String example(JsonNode example) {
        if (example.isArray()) {
            List<String> words = new ArrayList<>();
            example.values().forEach(word -> words.add(word.getStringValue()));
            return String.join("|", words);
        }
        if (example.isObject()) {
            List<String> pairs = new ArrayList<>();
            example.entries()
                    .forEach(pair ->
                            pairs.add(pair.getKey() + ": " + pair.getValue().coerceStringValue()));
            return String.join(", ", pairs);
        }
        return example.coerceStringValue();
    }

    private static String type(JsonNode field) {
        JsonNode type = field.get("type");
        JsonNode format = field.get("format");
        if (type == null) {
            return "object";
        }
        String word = type.isArray() ? type.get(0).getStringValue() : type.getStringValue();
        return format == null ? field.get("pattern") == null ? word : "month" : format.getStringValue();
    }

    private static boolean mayBeNull(JsonNode field) {
        JsonNode type = field.get("type");
        return field.get("anyOf") != null || type != null && type.isArray();
    }

    /** The object inside a field, null where it holds no object that is described. */
    private static @Nullable JsonNode inner(JsonNode root, JsonNode field) {
        JsonNode either = field.get("anyOf");
        JsonNode found = either == null ? field : either.get(0);
        return found.get("$ref") == null ? null : named(root, found);
    }

    private static JsonNode named(JsonNode root, JsonNode reference) {
        String name = reference.get("$ref").getStringValue().substring(REFERENCE.length());
        return root.get("components").get("schemas").get(name);
    }
}
