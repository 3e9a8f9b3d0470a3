package org.portevoix.importing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.TextStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One place of a contract file, given or not. Where its kind is not the one asked for, it reads as not given. */
public final class Section {
    private final ContractFile file;
    private final JsonNode node;
    private final String pointer;
    private final String path;
    private final int index;

    Section(ContractFile file, JsonNode node, String pointer, String path, int index) {
        this.file = file;
        this.node = node;
        this.pointer = pointer;
        this.path = path;
        this.index = index;
    }

    /** What the names lead to, parted by full stops: "practical.hours". */
    public Section at(String names) {
        Section section = this;
        for (String name : names.split("\\.")) {
            section = section.field(name);
        }
        return section;
    }

    public boolean isGiven() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** The members of a list, in order. */
    public List<Section> items() {
        return IntStream.range(0, node.isArray() ? node.size() : 0)
                .mapToObj(this::item)
                .toList();
    }

    /** The place of this member in its list, from 0. */
    public int index() {
        return index;
    }

    /** The words of a list of words, in order. */
    public List<String> words() {
        return items().stream()
                .map(Section::string)
                .filter(word -> word != null)
                .toList();
    }

    public @Nullable String string() {
        return node.isString() ? node.stringValue().strip() : null;
    }

    /** As {@link #string}, of a field that the schema requires. */
    public String required(String name) {
        String value = at(name).string();
        if (value == null) {
            throw new IllegalStateException(path + "." + name);
        }
        return value;
    }

    /** A fixed word as the tables hold it: the upper-case name of an enum's constant. */
    public @Nullable String word() {
        String word = string();
        return word == null ? null : word.toUpperCase(Locale.ROOT);
    }

    /** As {@link #word}, of a field that the schema requires. */
    public String requiredWord(String name) {
        return required(name).toUpperCase(Locale.ROOT);
    }

    public @Nullable Boolean flag() {
        return node.isBoolean() ? node.booleanValue() : null;
    }

    public @Nullable BigDecimal number() {
        return node.isNumber() ? node.decimalValue() : null;
    }

    /** The bodies of a text by language, in the file's order; empty where no text is given. */
    public Map<String, String> text() {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (Section body : fields()) {
            if (body.node.isString()) {
                bodies.put(body.name(), TextStore.normal(body.node.stringValue()));
            }
        }
        return bodies;
    }

    /** Where in the contract, as actions[plomb].title. */
    String path() {
        return path;
    }

    /** Puts a field into a place that is being told; names parted by full stops. */
    public void put(String names, Object value) {
        ObjectNode place = (ObjectNode) node;
        String[] way = names.split("\\.");
        for (int i = 0; i < way.length - 1; i++) {
            place = place.path(way[i]) instanceof ObjectNode inside ? inside : place.putObject(way[i]);
        }
        place.set(way[way.length - 1], of(value));
    }

    /** Adds a member to a list of a place that is being told. */
    public Section add(String list) {
        Section parent = this;
        String name = list;
        int last = list.lastIndexOf('.');
        if (last >= 0) {
            parent = at(list.substring(0, last));
            name = list.substring(last + 1);
        }
        ObjectNode place = (ObjectNode) parent.node;
        ArrayNode items = place.path(name) instanceof ArrayNode there ? there : place.putArray(name);
        items.addObject();
        return parent.field(name).item(items.size() - 1);
    }

    private static JsonNode of(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case JsonNode told -> told;
            case Boolean flag -> nodes.booleanNode(flag);
            case BigDecimal number ->
                number.stripTrailingZeros().scale() <= 0
                        ? nodes.numberNode(number.toBigIntegerExact())
                        : nodes.numberNode(number);
            case List<?> words -> {
                ArrayNode list = nodes.arrayNode();
                words.forEach(word -> list.add(String.valueOf(word)));
                yield list;
            }
            case Map<?, ?> bodies -> {
                ObjectNode text = nodes.objectNode();
                bodies.forEach((language, body) -> text.put(String.valueOf(language), String.valueOf(body)));
                yield text;
            }
            default -> nodes.stringNode(value.toString());
        };
    }

    /** As it was read. */
    JsonNode node() {
        return node;
    }

    List<Section> fields() {
        return node.isObject() ? node.propertyNames().stream().map(this::field).toList() : List.of();
    }

    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    Fault fault(String key, Object... values) {
        return new Fault(file.line(pointer), path, ImportWords.say(key, values), pointer, key);
    }

    Section field(String name) {
        return new Section(
                file, node.path(name), pointer + ContractFile.step(name), path.isEmpty() ? name : path + "." + name, 0);
    }

    Section item(int i) {
        JsonNode item = node.path(i);
        String called = String.valueOf(i + 1);
        for (String naming : List.of("slug", "key", "code", "day")) {
            if (item.path(naming).isString()) {
                called = item.path(naming).stringValue();
                break;
            }
        }
        return new Section(file, item, pointer + "/" + i, path + "[" + called + "]", i);
    }
}
