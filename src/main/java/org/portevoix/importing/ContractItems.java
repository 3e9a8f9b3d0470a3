package org.portevoix.importing;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Made;
import org.portevoix.web.PageChanges;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of a contract one by one, for the desk: read back, judged and written as those of a file are, by the same
 * parts. What is written here was not imported: a later import refuses to overwrite it.
 */
@Singleton
@Transactional
public class ContractItems {
    private static final String CONTRACT = "contract";
    private static final String PLACE_OF_CONTRACT = "/contract";

    private final ContractExport export;
    private final ContractShape shape;
    private final ImportStore store;
    private final PageChanges pages;
    private final List<ContractPart> parts;

    ContractItems(
            ContractExport export,
            ContractShape shape,
            ImportStore store,
            PageChanges pages,
            List<ContractPart> parts) {
        this.export = export;
        this.shape = shape;
        this.store = store;
        this.pages = pages;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(ContractPart::order))
                .toList();
    }

    /** Keeps every other desk and import from this contract until the transaction ends. */
    public void lock(long contractId) {
        store.contractLocked(contractId);
    }

    /** @param list as "actions"; "contract" for the contract itself, of which the slug is its own */
    public Optional<ContractItem> find(long contractId, String list, String slug) {
        return read(contractId, list, slug, null).stream().findFirst();
    }

    /** All of a list, in the contract's own order. */
    public List<ContractItem> all(long contractId, String list) {
        return read(contractId, list, null, null);
    }

    /** Of a list in the contract's own order, {@code count} at most after the first {@code skip}: for long lists. */
    public List<ContractItem> some(long contractId, String list, int skip, int count) {
        return read(contractId, list, null, new ContractOutline.Stretch(skip, count));
    }

    private List<ContractItem> read(
            long contractId, String list, @Nullable String slug, ContractOutline.@Nullable Stretch stretch) {
        ContractExport.Told told = export.read(contractId, list, slug, stretch);
        Map<Long, Map<String, List<Made>>> made =
                store.texts().made(told.texts().values());
        JsonNode found = told.root().path(list);
        List<JsonNode> bodies = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(bodies::add);
        } else if (found.isObject()) {
            bodies.add(found);
        }
        List<ContractItem> items = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            ObjectNode body = (ObjectNode) bodies.get(i);
            String name = body.path(naming(list)).stringValue();
            String prefix = list.equals(CONTRACT) ? "contract." : list + "[" + name + "].";
            Map<String, Long> texts = new LinkedHashMap<>();
            Map<String, List<Made>> madeFrom = new LinkedHashMap<>();
            told.texts().forEach((place, id) -> {
                if (place.startsWith(prefix)) {
                    String own = place.substring(prefix.length());
                    texts.put(own, id);
                    made.getOrDefault(id, Map.of())
                            .forEach((language, paragraphs) -> madeFrom.put(own + "@" + language, paragraphs));
                }
            });
            Map<String, @Nullable Object> row = told.rows().get(i);
            items.add(new ContractItem(
                    ((Number) Objects.requireNonNull(row.get("id"))).longValue(),
                    name,
                    row.get("state") instanceof String state ? state : null,
                    body,
                    texts,
                    madeFrom));
        }
        return items;
    }

    /** The field by which an item of this list is known. */
    public static String naming(String list) {
        return list.equals("priority_areas") ? "code" : "slug";
    }

    /**
     * What is wrong with an item in French, among the others of its contract; pointers start from the item. Its
     * translations are judged where they are written.
     *
     * @param slug under which the site has it; null of a new one
     */
    public List<Fault> faults(long contractId, String list, @Nullable String slug, ObjectNode body) {
        ObjectNode root = export.read(contractId, null, null).root();
        String place = PLACE_OF_CONTRACT;
        if (list.equals(CONTRACT)) {
            root.set(CONTRACT, body.deepCopy());
        } else {
            ArrayNode items = root.path(list) instanceof ArrayNode there ? there : root.putArray(list);
            int index = 0;
            while (index < items.size()
                    && !items.get(index)
                            .path(naming(list))
                            .asString("")
                            .equals(Objects.requireNonNullElse(slug, "?"))) {
                index++;
            }
            if (index == items.size()) {
                items.add(body.deepCopy());
            } else {
                items.set(index, body.deepCopy());
            }
            place = "/" + list + "/" + index;
        }
        return judged(root, store.contractRead(contractId), place);
    }

    /** The same of a contract that is to be made. */
    public List<Fault> faults(ObjectNode contract) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", 1);
        root.set(CONTRACT, contract.deepCopy());
        List<Fault> faults = new ArrayList<>(judged(root, null, PLACE_OF_CONTRACT));
        if (store.contractRead(contract.path("slug").asString("")) != null) {
            faults.add(new Fault(0, "slug", "", "/slug", "fault.twice"));
        }
        return faults;
    }

    private List<Fault> judged(ObjectNode root, @Nullable Map<String, @Nullable Object> contract, String place) {
        inFrench(root);
        ContractFile file = new ContractFile(root, Map.of());
        List<Fault> faults = new ArrayList<>(shape.faults(file));
        LocalDate first =
                contract == null ? LocalDate.EPOCH : LocalDate.parse(String.valueOf(contract.get("first_imported_on")));
        faults.addAll(ContractMeaning.faults(file, first));
        return faults.stream()
                .filter(fault -> fault.pointer().startsWith(place + "/"))
                .map(fault -> new Fault(
                        fault.line(),
                        fault.path(),
                        fault.message(),
                        fault.pointer().substring(place.length()),
                        fault.key()))
                .toList();
    }

    /** Leaves the French of each text alone. */
    private static void inFrench(JsonNode node) {
        if (isText(node)) {
            ((ObjectNode) node).retain("fr");
        } else {
            node.forEach(ContractItems::inFrench);
        }
    }

    /** Whether a place holds a text by language. */
    public static boolean isText(JsonNode node) {
        return node.isObject()
                && node.path("fr").isString()
                && node.propertyStream().allMatch(field -> field.getKey().matches("[a-z]{2,3}"));
    }

    /** What must not change any more in an item, by field: each with the key of the reason, as "refused.answered". */
    public Map<String, String> held(long contractId, String list, String slug) {
        ContractOutline outline = new ContractOutline(reader(contractId), ZoneId.of("UTC"), list, slug);
        Map<String, String> held = new LinkedHashMap<>();
        parts.forEach(part -> held.putAll(part.held(outline, list, slug)));
        return held;
    }

    /**
     * Writes an item told whole, without its languages where it tells none: those stay. A new one is public unless
     * {@link #setState} follows.
     *
     * @param madeFrom as in {@link ContractItem}, of the translations told
     * @return what the part refused to change, in French; nothing is to be kept then
     */
    public List<String> write(long contractId, String list, ObjectNode body, Map<String, List<Made>> madeFrom) {
        Map<String, @Nullable Object> contract = store.contractLocked(contractId);
        ContractOrigin origin = new ContractOrigin(
                contractId,
                LocalDate.parse(String.valueOf(contract.get("first_imported_on"))),
                ZoneId.of(String.valueOf(contract.get("zone"))));
        return write(origin, list, body, madeFrom);
    }

    /** Makes a contract; gives its id. */
    public long create(ObjectNode contract, LocalDate today) {
        write(new ContractOrigin(null, today, ZoneId.of("Europe/Paris")), CONTRACT, contract, Map.of());
        return ((Number) Objects.requireNonNull(Objects.requireNonNull(
                                store.contractRead(contract.path("slug").asString("")))
                        .get("id")))
                .longValue();
    }

    private List<String> write(ContractOrigin origin, String list, ObjectNode body, Map<String, List<Made>> madeFrom) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        String prefix = "contract.";
        if (list.equals(CONTRACT)) {
            root.set(CONTRACT, body.deepCopy());
        } else {
            root.putArray(list).add(body.deepCopy());
            prefix = list + "[" + body.path(naming(list)).asString("") + "].";
        }
        ContractFile file = new ContractFile(root, Map.of());
        ImportWriter writer = store.writer(origin, ImportWriter.Way.DESK);
        Map<String, List<Made>> places = new LinkedHashMap<>();
        for (Map.Entry<String, List<Made>> made : madeFrom.entrySet()) {
            places.put(prefix + made.getKey(), made.getValue());
        }
        writer.madeFrom(places);
        parts.forEach(part -> part.write(file, writer));
        ImportReport report = writer.report("");
        if (report.isDone()) {
            pages.changed(writer.changedPages().toArray(String[]::new));
        }
        return report.refused();
    }

    /** Shows an item or takes it away; false where it was not in the state {@code from}. */
    public boolean setState(long contractId, String list, String slug, String from, String to) {
        String table = table(contractId, list);
        return store.rows()
                        .run(
                                "UPDATE " + table + " SET state = ? WHERE "
                                        + (list.equals(CONTRACT) ? "id = ?" : "contract_id = ?")
                                        + " AND slug = ? AND state = ?",
                                to,
                                contractId,
                                slug,
                                from)
                == 1;
    }

    /** Gives an item that nobody can know yet another name in its address. */
    public void rename(long contractId, String list, String slug, String newSlug) {
        store.rows()
                .run(
                        "UPDATE " + table(contractId, list) + " SET slug = ? WHERE contract_id = ? AND slug = ?",
                        newSlug,
                        contractId,
                        slug);
    }

    private String table(long contractId, String list) {
        ContractOutline outline = new ContractOutline(reader(contractId), ZoneId.of("UTC"), list, "");
        parts.forEach(part -> part.outline(outline));
        return outline.table(list);
    }

    private ImportWriter reader(long contractId) {
        return store.writer(new ContractOrigin(contractId, LocalDate.EPOCH, ZoneId.of("UTC")), ImportWriter.Way.READ);
    }
}
