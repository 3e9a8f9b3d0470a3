package org.portevoix.distress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What somebody could write, as src/test/resources/distress/scenarios has it: README.md above it. */
record Scenario(boolean isHeldOut, String kind, String words) {

    static final Path FOLDER = Path.of("src/test/resources/distress/scenarios");

    boolean isDanger() {
        return !kind.equals("ordinary");
    }

    static List<Scenario> of(String language) {
        try {
            List<Scenario> all = new ArrayList<>();
            boolean isHeldOut = false;
            for (String line : Files.readAllLines(FOLDER.resolve(language + ".txt"))) {
                if (line.startsWith("[")) {
                    isHeldOut = line.equals("[held]");
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(": ", 2);
                    all.add(new Scenario(isHeldOut, parts[0], parts[1]));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
