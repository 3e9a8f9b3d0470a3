package org.portevoix.importing;

import static org.portevoix.importing.ImportWords.say;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Judges a contract file against importing/contract.schema.json, and says in French what differs. */
@Singleton
final class ContractShape {
    // What a pattern of the schema asks for, in words.
    private static final Map<String, String> PATTERNS = Map.of(
            "slug", "fault.shape.slug",
            "key", "fault.shape.slug",
            "date", "fault.shape.date",
            "time", "fault.shape.time",
            "telephone", "fault.shape.telephone",
            "language", "fault.shape.language",
            "url", "fault.shape.url");

    private final Schema schema;

    ContractShape() {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Objects.requireNonNull(
                        ContractShape.class.getResourceAsStream("/importing/contract.schema.json")));
    }

    List<Fault> faults(ContractFile file) {
        return schema.validate(file.root()).stream()
                .map(error -> fault(file, error))
                .toList();
    }

    private static Fault fault(ContractFile file, Error error) {
        Section place = section(file, error.getInstanceLocation());
        String name = String.valueOf(error.getProperty());
        return switch (error.getKeyword()) {
            case "required" ->
                switch (name) {
                    case "fr" -> place.fault("fault.shape.french");
                    case "participation" ->
                        place.fault("fault.shape.required.participation").lacking(name);
                    default -> place.fault("fault.shape.required", name).lacking(name);
                };
            case "additionalProperties" -> place.field(name).fault("fault.shape.unknown", name);
            case "propertyNames" -> place.field(name).fault("fault.shape.language", name);
            case "type" -> place.fault("fault.shape.type", type(error, 1), type(error, 0));
            case "enum" -> place.fault("fault.shape.enum", words(error.getSchemaNode()));
            case "const" -> place.fault("fault.shape.format");
            case "pattern" -> place.fault(pattern(error));
            case "multipleOf" -> place.fault("fault.shape.multipleOf");
            case "minLength" -> place.fault("fault.shape.blank");
            case "uniqueItems" -> place.fault("fault.shape.unique");
            case "maxProperties" -> place.fault("fault.shape.plan");
            case "maxLength", "minItems", "maxItems", "minimum", "maximum" ->
                place.fault("fault.shape." + error.getKeyword(), limit(error));
            default -> place.fault("fault.shape", error.getMessage());
        };
    }

    private static Section section(ContractFile file, NodePath path) {
        Section section = file.top();
        for (int i = 0; i < path.getNameCount(); i++) {
            section =
                    path.getElement(i) instanceof Integer index ? section.item(index) : section.field(path.getName(i));
        }
        return section;
    }

    private static String type(Error error, int argument) {
        return say("type." + error.getArguments()[argument]);
    }

    private static String limit(Error error) {
        return String.valueOf(error.getArguments()[0]);
    }

    private static String words(JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }

    private static String pattern(Error error) {
        String place = error.getSchemaLocation().toString();
        String definition = place.replaceAll("^.*/\\$defs/", "").replaceAll("/.*$", "");
        if (place.contains("/insee/")) {
            return "fault.shape.insee";
        }
        return PATTERNS.getOrDefault(definition, "fault.shape.code");
    }
}
