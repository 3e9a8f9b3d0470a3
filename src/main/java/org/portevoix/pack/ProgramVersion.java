package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which version of the program this is, and which build of it, as the build wrote them: {@code 0.1.0 (c5fdc4c1ab)}. */
@Singleton
class ProgramVersion {
    private final String version;

    ProgramVersion() {
        try (InputStream file =
                Objects.requireNonNull(ProgramVersion.class.getResourceAsStream("/pack/version.properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            String commit = properties.getProperty("commit", "");
            this.version = properties.getProperty("version", "") + (commit.isEmpty() ? "" : " (" + commit + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String get() {
        return version;
    }
}
