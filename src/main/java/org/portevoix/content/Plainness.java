package org.portevoix.content;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.Glossary;
import org.portevoix.importing.ContractItems;
import org.portevoix.plain.PlainFrench;
import org.portevoix.plain.Reading;
import tools.jackson.databind.JsonNode;

/** How the French of an item reads: each of its texts by itself, as residents meet it. */
@Singleton
class Plainness {

    private final PlainFrench french;
    private final Glossary glossary;
    private final Forms forms;

    Plainness(PlainFrench french, Glossary glossary, Forms forms) {
        this.french = french;
        this.glossary = glossary;
        this.forms = forms;
    }

    /** Texts by their field, of a line with its number: questions.0.title; in the order of the form. */
    Map<String, Reading> of(Contract contract, Kind kind, JsonNode item) {
        Map<String, String> texts = new LinkedHashMap<>();
        collect(forms.fields(kind), "", item, texts);
        Set<String> explained = kind == Kind.TERM || texts.isEmpty() ? own(item) : glossary.frenchWords(contract.id());
        Map<String, Reading> readings = new LinkedHashMap<>();
        texts.forEach((path, text) -> readings.put(path, french.read(text, explained)));
        return readings;
    }

    boolean isPlain(Contract contract, Kind kind, JsonNode item) {
        return of(contract, kind, item).values().stream().allMatch(Reading::isPlain);
    }

    /** A word may stand in its own explanation. */
    private static Set<String> own(JsonNode item) {
        return Set.of(Place.french(item.path("title")));
    }

    private static void collect(List<Field> fields, String prefix, JsonNode holder, Map<String, String> texts) {
        for (Field field : fields) {
            JsonNode value = Place.at(holder, field.path());
            String path = prefix + field.path();
            if (field.isLines()) {
                for (int i = 0; i < value.size(); i++) {
                    collect(field.fields(), path + "." + i + ".", value.get(i), texts);
                }
            } else if (field.input().equals("texts")) {
                List<String> lines = new ArrayList<>();
                value.forEach(line -> lines.add(Place.french(line)));
                put(path, String.join("\n", lines), texts);
            } else if (ContractItems.isText(value)) {
                put(path, Place.french(value), texts);
            }
        }
    }

    private static void put(String path, String text, Map<String, String> texts) {
        if (!text.isBlank()) {
            texts.put(path, text);
        }
    }
}
