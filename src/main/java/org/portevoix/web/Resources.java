package org.portevoix.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of the program itself. */
public final class Resources {

    private Resources() {}

    public static String read(String path) {
        try (var file = Resources.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("No such file in the program: " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
