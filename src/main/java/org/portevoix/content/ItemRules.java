package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.importing.ContractSchema;
import org.portevoix.importing.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is amiss with an item that was typed, each field with the key of what to say. */
@Singleton
class ItemRules {
    /** Not of an item: the field for why it is shown although it is hard to read. */
    static final String REASON = PlainTexts.REASON;
    /** The same, of what is to be shown at an hour. */
    static final String PLAN_REASON = "plan_reason";

    private static final Set<String> SAID_OTHERWISE = Set.of("fault.shape.required", "fault.shape.blank");

    private final ContractItems items;
    private final ContractSchema schema;
    private final Forms forms;
    private final ContentHistoryRepository history;
    private final Plainness plainness;
    private final Clock clock;

    ItemRules(
            ContractItems items,
            ContractSchema schema,
            Forms forms,
            ContentHistoryRepository history,
            Plainness plainness,
            Clock clock) {
        this.plainness = plainness;
        this.history = history;
        this.items = items;
        this.schema = schema;
        this.forms = forms;
        this.clock = clock;
    }

    /** Fields that must not change any more, by path, each with the end of the key that says why. */
    Map<String, String> held(Contract contract, Kind kind, @Nullable ContractItem item) {
        Map<String, String> held = new LinkedHashMap<>();
        if (item == null) {
            return held;
        }
        items.held(contract.id(), kind.list(), item.slug())
                .forEach((field, reason) -> held.put(field, reason.replace("refused.", "")));
        if (kind == Kind.EVENT && !isUnseen(contract, kind, item)) {
            held.put("sessions", "sessions");
        }
        if (kind == Kind.PRIORITY_AREA) {
            held.put("code", "code");
        }
        return held;
    }

    /** Whether nobody but the team ever saw it: made here, and never shown. */
    boolean isUnseen(Contract contract, Kind kind, ContractItem item) {
        return "DRAFT".equals(item.state())
                && history.wasMadeHere(contract.id(), kind.name(), item.id())
                && !history.wasPublished(contract.id(), kind.name(), item.id());
    }

    /** In a draft, a text that is needed and not yet written stands as three points: the page is not public. */
    void leaveUnwritten(Kind kind, ObjectNode typed) {
        for (Field field : forms.fields(kind)) {
            boolean isNeeded = field.isText()
                    && !field.path().equals("title")
                    && !field.path().startsWith("participation.")
                    && schema.isRequired(kind.definition(), field.path());
            if (isNeeded && Place.at(typed, field.path()).isMissingNode()) {
                Place.set(typed, field.path(), unwritten());
            }
        }
        if (kind == Kind.ACTION && Place.at(typed, "participation").isMissingNode()) {
            typed.putObject("participation").set("none_because", unwritten());
        }
    }

    private static ObjectNode unwritten() {
        return JsonNodeFactory.instance.objectNode().put("fr", Place.UNWRITTEN);
    }

    /** What still has to be written before residents may read it. */
    Map<String, Problem> unwritten(Kind kind, ObjectNode item) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (Field field : forms.fields(kind)) {
            if (field.isText()
                    && Place.at(item, field.path()).path("fr").asString("").equals(Place.UNWRITTEN)) {
                boolean isPlan = field.path().startsWith("participation.");
                problems.put(field.path(), new Problem(isPlan ? "plan" : "required", ""));
            }
        }
        if (isInterview(item)) {
            problems.put("audience", new Problem("interview", ""));
        }
        return problems;
    }

    /** Asked face to face: never shown to everybody. */
    private static boolean isInterview(ObjectNode item) {
        return item.path("audience").asString("").equals("interview");
    }

    /** @param present the item as it is; null of a new one */
    Map<String, Problem> problems(Contract contract, Kind kind, @Nullable ContractItem present, ObjectNode typed) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        if (present != null) {
            Map<String, String> held = held(contract, kind, present);
            ObjectNode before = Place.inFrench(present.body());
            held.forEach((path, reason) -> {
                if (!mayStand(path, reason, Place.at(before, path), Place.at(typed, path))) {
                    problems.put(path, new Problem("held." + reason, ""));
                }
            });
            if ("PUBLISHED".equals(present.state()) && isInterview(typed)) {
                problems.put("audience", new Problem("interview", ""));
            }
            if (kind == Kind.CONSULTATION && held.containsKey("opens")) {
                closing(contract, before, typed, problems);
            }
        }
        List<Fault> faults = items.faults(contract.id(), kind.list(), present == null ? null : present.slug(), typed);
        collect(kind, faults, problems);
        return problems;
    }

    boolean isPlain(Contract contract, Kind kind, ObjectNode item) {
        return plainness.isPlain(contract, kind, item);
    }

    /** A text that is hard to read is shown with a reason only. */
    Map<String, Problem> unreasoned(String reason) {
        if (reason.isEmpty()) {
            return Map.of(REASON, new Problem("plain", ""));
        }
        return reason.length() > PlainCheck.LONGEST_REASON ? Map.of(REASON, new Problem("plain_long", "")) : Map.of();
    }

    Map<String, Problem> problems(ObjectNode contract) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        collect(Kind.CONTRACT, items.faults(contract), problems);
        return problems;
    }

    private void collect(Kind kind, List<Fault> faults, Map<String, Problem> problems) {
        for (Fault fault : faults) {
            String path = fault.pointer().substring(1).replaceAll("/fr$", "").replace('/', '.');
            problems.putIfAbsent(
                    place(kind, path),
                    SAID_OTHERWISE.contains(fault.key()) || fault.key().equals("fault.shape.french")
                            ? new Problem("required", "")
                            : new Problem("", fault.message()));
        }
    }

    /** The field of the form that a place belongs to: itself, else the first within or around it. */
    private String place(Kind kind, String path) {
        List<Field> fields = forms.fields(kind);
        for (Field field : fields) {
            if (path.equals(field.path()) || field.isLines() && path.startsWith(field.path() + ".")) {
                return path;
            }
        }
        for (Field field : fields) {
            if (field.path().startsWith(path + ".") || path.startsWith(field.path() + ".")) {
                return field.path();
            }
        }
        return path;
    }

    private static boolean mayStand(String path, String reason, JsonNode before, JsonNode after) {
        return switch (reason) {
            case "later" -> after.asString("").isEmpty() || after.asString("").compareTo(before.asString("")) <= 0;
            default -> path.equals("questions") ? keepTheirMeaning(before, after) : Place.same(before, after);
        };
    }

    /** Questions that were answered stay first and as they are, but for the wording of a title and a help. */
    private static boolean keepTheirMeaning(JsonNode before, JsonNode after) {
        for (int i = 0; i < before.size(); i++) {
            if (!Place.same(withoutWording(before.path(i)), withoutWording(after.path(i)))) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode withoutWording(JsonNode question) {
        if (!(question instanceof ObjectNode)) {
            return question;
        }
        ObjectNode copy = ((ObjectNode) question).deepCopy();
        copy.remove(List.of("title", "help"));
        return copy;
    }

    /** Later as one likes; earlier, but not before today: somebody is about to answer. */
    private void closing(Contract contract, ObjectNode before, ObjectNode typed, Map<String, Problem> problems) {
        String was = before.path("closes").asString("");
        String is = typed.path("closes").asString("");
        String today = LocalDate.now(clock.withZone(ZoneId.of(contract.zone()))).toString();
        if (!is.isEmpty() && is.compareTo(was) < 0 && is.compareTo(today) < 0) {
            problems.put("closes", new Problem("held.closes", ""));
        }
    }

    /**
     * @param key the end of the message's key
     * @param message said by a contract's file itself, in French; else ""
     */
    record Problem(String key, String message) {}
}
