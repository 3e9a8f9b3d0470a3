package org.portevoix.content;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portevoix.content.ItemRules.Problem;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.importing.ContractSchema;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Messages;
import org.portevoix.web.FormError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws the fields of a form from an item, what was typed or what is there. */
@Singleton
class FieldViews {
    /** Spoken or learnt in the neighbourhoods of France; a contract's own come besides. */
    private static final List<String> SPOKEN = List.of(
            "fr", "en", "ar", "kab", "tr", "pt", "es", "it", "ro", "pl", "ru", "uk", "zh", "vi", "ta", "bn", "hi", "ur",
            "pa", "fa", "ps", "so", "am", "ti", "ff", "wo", "bm", "ln", "snk", "ht", "rcf", "fsl");
    /** Signs of an outline that a history shows. */
    private static final int SHORTENED = 80;

    private final Forms forms;
    private final ContractSchema schema;
    private final ContractItems items;
    private final Messages messages;
    private final LanguageNames names;

    FieldViews(Forms forms, ContractSchema schema, ContractItems items, Messages messages, LanguageNames names) {
        this.forms = forms;
        this.schema = schema;
        this.items = items;
        this.messages = messages;
        this.names = names;
    }

    /**
     * The groups of a kind's form.
     *
     * @param held by path, the end of the key that says why
     * @param more lists of lines for which another line was asked
     */
    List<Group> groups(
            Contract contract,
            Kind kind,
            ObjectNode item,
            Map<String, String> held,
            Map<String, Problem> problems,
            Set<String> more,
            PlainAdvice plain) {
        Drawing drawing = new Drawing(contract, kind, item, held, problems, more, plain);
        List<Group> groups = new ArrayList<>();
        forms.groups(kind)
                .forEach((name, fields) -> groups.add(new Group(
                        messages.say(Language.SOURCE, "content.desk.group." + name),
                        fields.stream()
                                .map(field -> drawing.field(field, "", item, ""))
                                .toList())));
        return groups;
    }

    /** What was wrong, in the order of the form, each with the field it belongs to. */
    List<FormError> wrongs(Kind kind, Map<String, Problem> problems) {
        List<FormError> wrongs = new ArrayList<>();
        Map<String, Problem> rest = new LinkedHashMap<>(problems);
        for (Field field : forms.fields(kind)) {
            problems.forEach((path, problem) -> {
                boolean isHere = path.equals(field.path()) || path.startsWith(field.path() + ".");
                if (isHere && rest.remove(path) != null) {
                    wrongs.add(new FormError("c-" + path.replace('.', '-'), label(kind, path) + " : " + say(problem)));
                }
            });
        }
        rest.forEach((path, problem) -> wrongs.add(new FormError(
                "c-" + path.replace('.', '-'),
                path.isEmpty() ? say(problem) : label(kind, path) + " : " + say(problem))));
        return wrongs;
    }

    String say(Problem problem) {
        return problem.key().isEmpty()
                ? problem.message()
                : messages.say(
                        Language.SOURCE, "content.desk.problem." + problem.key().replace('.', '_'));
    }

    /** The label of a field by its path; of a line's, with the line's number. */
    String label(Kind kind, String path) {
        String[] parts = path.split("\\.");
        for (Field field : forms.fields(kind)) {
            if (field.path().equals(path)) {
                return label(field);
            }
            if (field.isLines() && parts[0].equals(field.path())) {
                return within(field, path.substring(field.path().length()));
            }
        }
        return switch (path) {
            case "slug" -> messages.say(Language.SOURCE, "content.desk.field.slug");
            case ItemRules.REASON, ItemRules.PLAN_REASON -> messages.say(Language.SOURCE, "plain.desk.field.reason");
            case "plan" -> messages.say(Language.SOURCE, "content.desk.plan.title");
            default -> path;
        };
    }

    private String within(Field lines, String rest) {
        String number = rest.replaceFirst("^\\.([0-9]+).*$", "$1");
        String name = label(lines);
        if (!number.matches("[0-9]+")) {
            return name;
        }
        String line = name + " " + (Integer.parseInt(number) + 1);
        String inside = rest.replaceFirst("^\\.[0-9]+\\.?", "");
        for (Field field : lines.fields()) {
            if (inside.equals(field.path())) {
                return line + ", " + label(field);
            }
            if (field.isLines() && inside.startsWith(field.path())) {
                return line + ", " + within(field, inside.substring(field.path().length()));
            }
        }
        return line;
    }

    /** The label of a text by its place: title, questions[sommeil].options[bien].label. */
    String labelOfText(Kind kind, String place) {
        List<String> names = new ArrayList<>();
        List<Field> fields = forms.fields(kind);
        String rest = place;
        while (!rest.isEmpty()) {
            int bracket = rest.indexOf('[');
            String path = bracket < 0 ? rest : rest.substring(0, bracket);
            Field found = fields.stream()
                    .filter(field -> field.path().equals(path))
                    .findFirst()
                    .orElse(null);
            names.add(found == null ? path : label(found));
            if (bracket < 0 || found == null) {
                break;
            }
            int end = rest.indexOf(']');
            names.set(names.size() - 1, names.getLast() + " « " + rest.substring(bracket + 1, end) + " »");
            fields = found.fields();
            rest = rest.substring(Math.min(rest.length(), end + 2));
        }
        return String.join(", ", names);
    }

    String label(Field field) {
        return messages.say(Language.SOURCE, "content.desk.field." + field.label());
    }

    /** A value as people read it; "" of what lacks. */
    String shown(Contract contract, Kind kind, Change change, boolean isBefore) {
        JsonNode value = isBefore ? change.before() : change.after();
        if (value == null || value.isMissingNode()) {
            return "";
        }
        for (Field field : forms.fields(kind)) {
            if (field.path().equals(change.field())) {
                return shown(contract, field, value);
            }
        }
        return value.asString("");
    }

    private String shown(Contract contract, Field field, JsonNode value) {
        if (value.isBoolean()) {
            return messages.say(Language.SOURCE, value.booleanValue() ? "content.desk.yes" : "content.desk.no");
        }
        if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            for (JsonNode one : value) {
                lines.add(field.isLines() ? line(contract, field, one) : shown(contract, field, one));
            }
            return String.join(field.isLines() || field.input().equals("texts") ? "\n" : ", ", lines);
        }
        if (field.input().equals("outline")) {
            String outline = value.toString();
            return outline.length() > SHORTENED ? outline.substring(0, SHORTENED) + " …" : outline;
        }
        if (value.isObject()) {
            return field.input().equals("condition")
                    ? value.path("question").asString("") + " : " + shown(contract, field, value.path("options"))
                    : Place.french(value);
        }
        String word = value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
        return switch (field.input()) {
            case "choice", "boxes" -> word(field.argument(), word);
            case "languages" -> names.of(word, Language.SOURCE);
            case "day" -> day(word);
            case "ref", "refs" -> references(contract, field.argument()).getOrDefault(word, word);
            default -> word.equals(Place.UNWRITTEN) ? "" : word;
        };
    }

    private static String day(String day) {
        return day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? day.substring(8) + "/" + day.substring(5, 7) + "/" + day.substring(0, 4)
                : day;
    }

    private String line(Contract contract, Field lines, JsonNode line) {
        List<String> parts = new ArrayList<>();
        for (Field field : lines.fields()) {
            JsonNode value = Place.at(line, field.path());
            if (!value.isMissingNode() && !field.input().equals("key")) {
                parts.add(shown(contract, field, value));
            }
        }
        return String.join(" · ", parts);
    }

    private String word(String words, String word) {
        if (words.contains(".")) {
            String upper = words + "." + word.toUpperCase(Locale.ROOT);
            String said = messages.say(Language.SOURCE, upper);
            return said.equals(upper) ? messages.say(Language.SOURCE, words + "." + word) : said;
        }
        String key = words + "_" + word;
        return messages.say(Language.SOURCE, "content.desk.word." + key);
    }

    /** What a field may refer to, by slug: titles or names in French. */
    private Map<String, String> references(Contract contract, String list) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ContractItem item : items.all(contract.id(), list)) {
            JsonNode title = Stream.of("title", "name", "said")
                    .map(field -> item.body().path(field))
                    .filter(found -> !found.isMissingNode())
                    .findFirst()
                    .orElseGet(() -> JsonNodeFactory.instance.objectNode());
            names.put(item.slug(), title.isString() ? title.asString("") : Place.french(title));
        }
        return names;
    }

    record Group(String title, List<FieldView> fields) {}

    /** One form while it is drawn. */
    private final class Drawing {
        private final Contract contract;
        private final Kind kind;
        private final ObjectNode item;
        private final Map<String, String> held;
        private final Map<String, Problem> problems;
        private final Set<String> more;
        private final PlainAdvice plain;
        private final Map<String, Map<String, String>> references = new TreeMap<>();

        private Drawing(
                Contract contract,
                Kind kind,
                ObjectNode item,
                Map<String, String> held,
                Map<String, Problem> problems,
                Set<String> more,
                PlainAdvice plain) {
            this.plain = plain;
            this.contract = contract;
            this.kind = kind;
            this.item = item;
            this.held = held;
            this.problems = problems;
            this.more = more;
        }

        private FieldView field(Field field, String prefix, JsonNode holder, String heldUnder) {
            String name = prefix + field.path();
            JsonNode value = Place.at(holder, field.path());
            String reason = prefix.isEmpty() ? held.getOrDefault(field.path(), "") : "";
            boolean isHeldLine = TypedItem.isHeldLine(field, heldUnder);
            boolean drawsLines = field.isLines()
                    && !isHeldLine
                    && (reason.isEmpty() || field.path().equals("questions"));
            String key = "content.desk.hint." + field.label();
            String hint = messages.say(Language.SOURCE, key);
            Problem problem = problems.get(name);
            return new FieldView(
                    name,
                    field.input(),
                    label(field),
                    hint.equals(key) ? "" : hint,
                    isHeldLine || !reason.isEmpty() && !reason.equals("later")
                            ? said(field, value)
                            : typed(field, value),
                    schema.isRequired(kind.definition(), name.replaceAll("\\.[0-9]+\\.", ".")),
                    reason.isEmpty() || reason.equals("later")
                            ? isHeldLine ? " " : ""
                            : messages.say(Language.SOURCE, "content.desk.held." + reason),
                    problem == null ? "" : say(problem),
                    options(field, value, name),
                    plain.at(name),
                    drawsLines ? lines(field, name, value, reason, heldUnder) : List.of());
        }

        private String said(Field field, JsonNode value) {
            return value.isMissingNode() ? "" : shown(contract, field, value);
        }

        private String typed(Field field, JsonNode value) {
            if (field.isText()) {
                return Place.french(value);
            }
            if (field.input().equals("texts")) {
                return String.join("\n", value.valueStream().map(Place::french).toList());
            }
            if (field.input().equals("yes")) {
                return value.asBoolean(false) ? "oui" : "";
            }
            if (field.input().equals("outline") && value.isObject()) {
                return value.toString();
            }
            if (value.isNumber()) {
                return value.decimalValue().toPlainString().replace('.', ',');
            }
            return value.isString() ? value.asString("") : "";
        }

        private List<FieldView.Line> lines(
                Field field, String name, JsonNode present, String reason, String heldUnder) {
            boolean isHeld = !reason.isEmpty() || !heldUnder.isEmpty();
            boolean mayAdd = !isHeld || field.path().equals("questions");
            int blank = mayAdd
                    ? (more.contains(name)
                            ? 3
                            : present.isEmpty() || !field.path().equals("sessions") ? 1 : 0)
                    : 0;
            if (field.path().equals("options") && mayAdd && present.isEmpty()) {
                blank += 2;
            }
            List<FieldView.Line> lines = new ArrayList<>();
            for (int i = 0; i < present.size() + blank; i++) {
                boolean isNew = i >= present.size();
                String prefix = name + "." + i + ".";
                JsonNode line = isNew ? JsonNodeFactory.instance.objectNode() : present.get(i);
                String under = isHeld && !isNew ? field.path() : "";
                lines.add(new FieldView.Line(
                        i + 1,
                        prefix,
                        field.fields().stream()
                                .map(one -> field(one, prefix, line, under))
                                .toList(),
                        isNew,
                        isHeld));
            }
            return lines;
        }

        private List<FieldView.Option> options(Field field, JsonNode value, String name) {
            Map<String, String> words = new LinkedHashMap<>();
            String path = name.replaceAll("\\.[0-9]+\\.", ".");
            Set<String> chosen = new LinkedHashSet<>();
            if (value.isArray()) {
                value.forEach(one -> chosen.add(one.asString("")));
            } else if (value.isString()) {
                chosen.add(value.asString(""));
            }
            switch (field.input()) {
                case "choice", "boxes" ->
                    schema.words(kind.definition(), path)
                            .forEach(word -> words.put(word, word(field.argument(), word)));
                case "ref", "refs" ->
                    words.putAll(references.computeIfAbsent(field.argument(), list -> references(contract, list)));
                case "languages" -> {
                    Set<String> codes = new LinkedHashSet<>(SPOKEN);
                    codes.addAll(contract.languageCodes());
                    codes.addAll(chosen);
                    codes.forEach(code -> words.put(code, names.of(code, Language.SOURCE)));
                }
                case "part" ->
                    item.path("programme").forEach(part -> {
                        String title = Place.french(part.path("title"));
                        words.put(title, title);
                    });
                case "condition" -> {
                    value.path("options")
                            .forEach(option ->
                                    chosen.add(value.path("question").asString("") + "/" + option.asString("")));
                    conditions(name, words);
                }
                default -> {}
            }
            List<FieldView.Option> options = new ArrayList<>();
            words.forEach((word, label) ->
                    options.add(new FieldView.Option(word, label, chosen.contains(word), "-" + options.size())));
            return options;
        }

        /** Every option of the questions before this one. */
        private void conditions(String name, Map<String, String> words) {
            int number = Integer.parseInt(name.split("\\.")[1]);
            JsonNode questions = item.path("questions");
            for (int i = 0; i < Math.min(number, questions.size()); i++) {
                JsonNode question = questions.get(i);
                String title = Place.french(question.path("title"));
                question.path("options")
                        .forEach(option -> words.put(
                                question.path("key").asString("") + "/"
                                        + option.path("key").asString(""),
                                title + " " + Place.french(option.path("label"))));
            }
        }
    }
}
