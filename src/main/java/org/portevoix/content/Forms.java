package org.portevoix.content;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The forms of the desk, from content/forms.yaml. */
@Singleton
class Forms {

    private final Map<Kind, Map<String, List<Field>>> forms = read();

    /** The fields of a kind by their groups, in the order of the form. */
    Map<String, List<Field>> groups(Kind kind) {
        return Objects.requireNonNull(forms.get(kind));
    }

    List<Field> fields(Kind kind) {
        return groups(kind).values().stream().flatMap(List::stream).toList();
    }

    private static Map<Kind, Map<String, List<Field>>> read() {
        try (InputStream file = Objects.requireNonNull(Forms.class.getResourceAsStream("/content/forms.yaml"))) {
            Map<String, Map<String, List<Object>>> written = new Yaml().load(file);
            Map<Kind, Map<String, List<Field>>> forms = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                Map<String, List<Field>> groups = new LinkedHashMap<>();
                Objects.requireNonNull(written.get(kind.definition()))
                        .forEach((group, fields) -> groups.put(group, fields(fields)));
                forms.put(kind, groups);
            }
            return forms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Field> fields(List<?> written) {
        List<Field> fields = new ArrayList<>();
        for (Object one : written) {
            if (one instanceof Map<?, ?> lines) {
                lines.forEach((path, inside) -> fields.add(
                        new Field(String.valueOf(path), "lines", "", String.valueOf(path), fields((List<?>) inside))));
            } else {
                fields.add(field(String.valueOf(one).split(" ")));
            }
        }
        return fields;
    }

    private static Field field(String[] parts) {
        String path = parts[0];
        String[] input = parts[1].split(":");
        String label = parts.length > 2 ? parts[2].substring(1) : path.substring(path.lastIndexOf('.') + 1);
        return new Field(path, input[0], input.length > 1 ? input[1] : "", label, List.of());
    }
}
