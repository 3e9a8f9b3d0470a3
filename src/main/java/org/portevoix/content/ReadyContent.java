package org.portevoix.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What comes written with the site, told as in a contract's file. */
final class ReadyContent {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReadyContent() {}

    static ObjectNode read(String name) {
        try (InputStream file = Objects.requireNonNull(ReadyContent.class.getResourceAsStream("/content/" + name))) {
            Object written = new Yaml().load(file);
            return JSON.valueToTree(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
