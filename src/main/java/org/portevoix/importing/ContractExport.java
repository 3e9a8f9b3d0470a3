package org.portevoix.importing;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
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
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a contract back from the tables, as the file that would import it. */
@Singleton
public class ContractExport {
    /** In the order in which a file tells them. */
    private static final List<String> SECTIONS = List.of(
            "contract",
            "neighbourhoods",
            "priority_areas",
            "axes",
            "themes",
            "partners",
            "terms",
            "actions",
            "events",
            "consultations",
            "missions",
            "followups",
            "effects",
            "councils",
            "bodies",
            "approval");

    private final List<ContractPart> parts;
    private final ImportStore store;
    private final TransactionOperations<Connection> transactions;

    ContractExport(List<ContractPart> parts, ImportStore store, TransactionOperations<Connection> transactions) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(ContractPart::order))
                .toList();
        this.store = store;
        this.transactions = transactions;
    }

    /** The whole contract as YAML, in all its languages; empty where the site does not have it. */
    public Optional<String> yaml(String slug) {
        return transactions.executeRead(status -> {
            Map<String, @Nullable Object> contract = store.contractRead(slug);
            if (contract == null) {
                return Optional.empty();
            }
            long id = ((Number) Objects.requireNonNull(contract.get("id"))).longValue();
            return Optional.of(yaml(read(id, null, null).root()));
        });
    }

    /**
     * A contract, or one list or item of it; inside the caller's transaction.
     *
     * @param list as "actions", or "contract"; null for all
     * @param slug of one item of the list; null for all
     */
    Told read(long contractId, @Nullable String list, @Nullable String slug) {
        return read(contractId, list, slug, null);
    }

    /** @param stretch of the list; null for all of it */
    Told read(
            long contractId, @Nullable String list, @Nullable String slug, ContractOutline.@Nullable Stretch stretch) {
        Map<String, @Nullable Object> contract = store.contractRead(contractId);
        ZoneId zone = ZoneId.of(String.valueOf(contract.get("zone")));
        LocalDate first = LocalDate.parse(String.valueOf(contract.get("first_imported_on")));
        ImportWriter reader = store.writer(new ContractOrigin(contractId, first, zone), ImportWriter.Way.READ);
        ContractOutline outline = new ContractOutline(reader, zone, list, slug, stretch);
        parts.forEach(part -> part.outline(outline));
        parts.forEach(part -> part.write(outline.file(), reader));
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", 1);
        for (String section : SECTIONS) {
            if (outline.root().has(section)) {
                root.set(section, outline.root().get(section));
            }
        }
        return new Told(root, reader.textsSeen(), outline.rows());
    }

    /**
     * @param texts ids by their places, as actions[plomb].title
     * @param rows of the items, in the order read
     */
    record Told(ObjectNode root, Map<String, Long> texts, List<Map<String, @Nullable Object>> rows) {}

    private static String yaml(ObjectNode root) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setSplitLines(false);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        return new Yaml(new OutlinesOnOneLine(options), options).dump(plain(root));
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.path("coordinates").isArray()) {
            return new OnOneLine(node.path("type").asString(""), plain(node.path("coordinates")));
        }
        if (node.isObject()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>();
            node.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue();
        }
        return node.isNumber() ? node.decimalValue() : node.stringValue();
    }

    /** An outline, whose thousands of numbers would else stand on a line each. */
    private record OnOneLine(String type, @Nullable Object coordinates) {}

    /** Writes outlines as GeoJSON writes them. */
    private static final class OutlinesOnOneLine extends Representer {
        private OutlinesOnOneLine(DumperOptions options) {
            super(options);
            representers.put(OnOneLine.class, told -> {
                OnOneLine outline = (OnOneLine) told;
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("type", outline.type());
                fields.put("coordinates", outline.coordinates());
                return representMapping(Tag.MAP, fields, DumperOptions.FlowStyle.FLOW);
            });
        }
    }
}
