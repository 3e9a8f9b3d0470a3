package org.portevoix.operation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.portevoix.TestPeople;

/** {@code ./run}, once built, in a Java process of its own. */
final class SiteProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private SiteProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static SiteProcess start(Map<String, String> environment, String... arguments) throws IOException {
        Path folder = Files.createDirectories(TestPeople.LOGS.resolve("processes"));
        Path out = Files.createTempFile(folder, "site", ".out");
        Path err = Files.createTempFile(folder, "site", ".err");
        ProcessBuilder builder = new ProcessBuilder(
                        // where the tests run in the background, SIGINT is ignored, and children inherit that
                        "env",
                        "--default-signal=INT",
                        java(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstderr.encoding=UTF-8")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.command().addAll(List.of("-cp", classPath(), Main.class.getName()));
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.matches("(MICRONAUT|DATASOURCES|PORTEVOIX|JAVA|JDK)_.*"));
        builder.environment().putAll(environment);
        return new SiteProcess(builder.start(), out, err);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                // Tests only: it offers its own rules of time zones to every JVM, and logs before logs are ready.
                .filter(entry -> !entry.contains("ical4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns once the console says that the site is open. */
    SiteProcess awaitOpen() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!out().contains("Porte-Voix est ouvert")) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("not open: " + out() + errors());
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** Returns once it says this, on either of its outputs, and still runs. */
    SiteProcess awaitLine(String line) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!(out() + errors()).contains(line)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("does not say it: " + out() + errors());
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** Sends a signal, as a shell does. */
    SiteProcess signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        return this;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    List<String> errors() throws IOException {
        return Files.readAllLines(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
