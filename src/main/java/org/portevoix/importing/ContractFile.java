package org.portevoix.importing;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A contract as its file gives it, each place with its line. */
public final class ContractFile {
    private final JsonNode root;
    private final Map<String, Integer> lines;

    /** @param lines from 1, by JSON pointer */
    ContractFile(JsonNode root, Map<String, Integer> lines) {
        this.root = root;
        this.lines = lines;
    }

    /** A section by the names that lead to it, parted by full stops: "contract.territory". */
    public Section section(String path) {
        return top().at(path);
    }

    Section top() {
        return new Section(this, root, "", "", 0);
    }

    JsonNode root() {
        return root;
    }

    /** The line of a place; where the file lacks it, that of what should have held it. */
    int line(String pointer) {
        String place = pointer;
        while (!place.isEmpty()) {
            Integer line = lines.get(place);
            if (line != null) {
                return line;
            }
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault("", 1);
    }

    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
