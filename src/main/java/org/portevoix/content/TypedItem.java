package org.portevoix.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portevoix.importing.Outline;
import org.portevoix.language.TextStore;
import org.portevoix.web.FormBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes an item, told in French, of what was typed into its form. What is no number stays as it was typed. */
final class TypedItem {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_KEY = 40;

    private final FormBody form;
    private final Map<String, String> held;

    private TypedItem(FormBody form, Map<String, String> held) {
        this.form = form;
        this.held = held;
    }

    /**
     * @param present the item as it is: what is held and was not typed is taken from there
     * @param held fields that must not change, by path
     */
    static ObjectNode of(FormBody form, List<Field> fields, ObjectNode present, Map<String, String> held) {
        ObjectNode item = NODES.objectNode();
        new TypedItem(form, held).fill(item, fields, "", Place.inFrench(present), "");
        return item;
    }

    private void fill(ObjectNode item, List<Field> fields, String prefix, JsonNode present, String heldUnder) {
        for (Field field : fields) {
            String name = prefix + field.path();
            boolean isHeld = held.containsKey(field.path()) && prefix.isEmpty() || isHeldLine(field, heldUnder);
            if (isHeld && !isTyped(field, name)) {
                JsonNode there = Place.at(present, field.path());
                if (!there.isMissingNode()) {
                    Place.set(item, field.path(), there.deepCopy());
                }
                continue;
            }
            JsonNode value = field.isLines()
                    ? lines(field, name, Place.at(present, field.path()), isHeld || !heldUnder.isEmpty())
                    : value(field, name, Place.at(present, field.path()));
            if (!value.isMissingNode()) {
                Place.set(item, field.path(), value);
            }
        }
    }

    private boolean isTyped(Field field, String name) {
        return field.isLines() ? !numbers(name).isEmpty() : form.values().containsKey(name);
    }

    /** Of a line that must keep its meaning: all but its title and its help. */
    static boolean isHeldLine(Field field, String heldUnder) {
        return !heldUnder.isEmpty()
                && !field.input().equals("key")
                && !(heldUnder.equals("questions") && Set.of("title", "help").contains(field.path()));
    }

    private JsonNode lines(Field field, String name, JsonNode present, boolean isHeld) {
        ArrayNode lines = NODES.arrayNode();
        Set<String> keys = new HashSet<>();
        present.forEach(line -> keys.add(line.path("key").asString("")));
        for (int number : numbers(name)) {
            String prefix = name + "." + number + ".";
            JsonNode before = byKey(present, form.get(prefix + "key"), number);
            boolean isOld = !before.isMissingNode();
            if (!form.get(prefix + "gone").isEmpty() || isBlank(field, prefix) && !(isHeld && isOld)) {
                continue;
            }
            ObjectNode line = NODES.objectNode();
            fill(line, field.fields(), prefix, before, isHeld && isOld ? field.path() : "");
            if (field.fields().getFirst().input().equals("key")) {
                key(line, keys);
            }
            lines.add(line);
        }
        return lines.isEmpty() ? NODES.missingNode() : lines;
    }

    private static JsonNode byKey(JsonNode lines, String key, int number) {
        if (key.isEmpty()) {
            boolean hasKeys = lines.path(0).has("key");
            return hasKeys ? NODES.missingNode() : lines.path(number);
        }
        for (JsonNode line : lines) {
            if (line.path("key").asString("").equals(key)) {
                return line;
            }
        }
        return NODES.missingNode();
    }

    private static void key(ObjectNode line, Set<String> taken) {
        if (line.path("key").asString("").isEmpty()) {
            String words = Place.french(line.path(line.has("title") ? "title" : "label"));
            line.put("key", Slugs.of(words, LONGEST_KEY, taken));
        }
        taken.add(line.path("key").asString(""));
    }

    private Set<Integer> numbers(String name) {
        Set<Integer> numbers = new TreeSet<>();
        for (String field : form.values().keySet()) {
            if (field.startsWith(name + ".")) {
                String number = field.substring(name.length() + 1).split("\\.", 2)[0];
                if (number.matches("[0-9]{1,4}")) {
                    numbers.add(Integer.valueOf(number));
                }
            }
        }
        return numbers;
    }

    /** Whether nothing was typed into a line: what is chosen from a list has a value without anybody. */
    private boolean isBlank(Field field, String prefix) {
        for (Field one : field.fields()) {
            String name = prefix + one.path();
            boolean says = one.isLines()
                    ? numbers(name).stream().anyMatch(number -> !isBlank(one, name + "." + number + "."))
                    : !List.of("choice", "key", "ref", "part").contains(one.input())
                            && !form.get(name).isBlank();
            if (says) {
                return false;
            }
        }
        return field.fields().stream().noneMatch(one -> one.input().equals("ref"))
                || field.fields().stream()
                        .filter(one -> one.input().equals("ref"))
                        .allMatch(one -> form.get(prefix + one.path()).isBlank());
    }

    private JsonNode value(Field field, String name, JsonNode present) {
        String typed = form.get(name).strip();
        if (field.input().equals("yes")) {
            return NODES.booleanNode(!typed.isEmpty());
        }
        if (field.isWords()) {
            return words(form.all(name), present);
        }
        if (field.input().equals("condition")) {
            return condition(form.all(name), present);
        }
        if (typed.isEmpty()) {
            return NODES.missingNode();
        }
        return switch (field.input()) {
            case "line" -> text(typed.replaceAll("\\s*\\R\\s*", " "));
            case "text" -> text(TextStore.normal(typed));
            case "texts" -> {
                ArrayNode texts = NODES.arrayNode();
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> texts.add(text(line)));
                yield texts;
            }
            case "number", "decimal" -> number(typed);
            case "outline" -> outline(typed);
            default -> NODES.stringNode(typed);
        };
    }

    private static JsonNode outline(String typed) {
        ObjectNode outline = Outline.pasted(typed);
        return outline == null ? NODES.stringNode(typed) : outline;
    }

    private static ObjectNode text(String french) {
        return NODES.objectNode().put("fr", french);
    }

    private static JsonNode number(String typed) {
        String plain = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return plain.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?") ? whole(new BigDecimal(plain)) : NODES.stringNode(typed);
    }

    private static JsonNode whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                ? NODES.numberNode(number.toBigIntegerExact())
                : NODES.numberNode(number);
    }

    /** In the order that they had, those newly ticked at the end. */
    private static JsonNode words(List<String> ticked, JsonNode present) {
        ArrayNode words = NODES.arrayNode();
        List<String> before = new ArrayList<>();
        present.forEach(word -> before.add(word.asString("")));
        before.stream().filter(ticked::contains).forEach(words::add);
        ticked.stream()
                .filter(word -> !word.isBlank() && !before.contains(word))
                .distinct()
                .forEach(words::add);
        return words.isEmpty() ? NODES.missingNode() : words;
    }

    /** Ticked as question/option; of several questions, the first is meant. */
    private static JsonNode condition(List<String> ticked, JsonNode present) {
        List<String> options = new ArrayList<>();
        String question = "";
        for (String one : ticked) {
            String[] parts = one.split("/", 2);
            if (parts.length == 2 && (question.isEmpty() || question.equals(parts[0]))) {
                question = parts[0];
                options.add(parts[1]);
            }
        }
        if (options.isEmpty()) {
            return NODES.missingNode();
        }
        ObjectNode when = NODES.objectNode().put("question", question);
        when.set("options", words(options, present.path("options")));
        return when;
    }
}
