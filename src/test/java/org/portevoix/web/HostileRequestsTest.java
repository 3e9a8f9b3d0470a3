package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.portevoix.TestDatabase;
import org.portevoix.importing.ContractImport;
import org.slf4j.LoggerFactory;

/** Requests that no browser of a resident sends. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest implements TestPropertyProvider {

    private static final String TOWN = "ville-assaillie";
    private static final String FORM = "/fr/" + TOWN + "/avis/forum-sante";

    @Inject
    EmbeddedServer server;

    @Inject
    ContractImport imports;

    private static final int A_PIECE = 200_000;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new TreeMap<>();
        TestDatabase.properties().forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return properties;
    }

    @BeforeAll
    void openTheTown() throws IOException {
        String sample =
                Files.readString(Path.of("sample/contract.yaml")).replaceFirst("slug: bobigny", "slug: " + TOWN);
        assertTrue(imports.importFile("contract.yaml", sample.getBytes(StandardCharsets.UTF_8), false)
                .isDone());
    }

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @Test
    void aQueryWrittenInAnotherWayPutsNoPageInThePlaceOfAnother() throws IOException {
        String second = body(get("/en/" + TOWN + "/actions?%70age=2"));
        String first = body(get("/en/" + TOWN + "/actions"));
        assertFalse(second.equals(first));
        assertEquals(second, body(get("/en/" + TOWN + "/actions?page=2")));
        assertEquals(second, body(get("/en/" + TOWN + "/actions?page=%32")));
        assertEquals(first, body(get("/en/" + TOWN + "/actions?page=%31")));
        assertEquals(first, body(get("/en/" + TOWN + "/actions?page=%D9%A1")));
        assertEquals(second, body(get("/en/" + TOWN + "/actions?page=%D9%A2")));
    }

    @Test
    void whatCannotBeReadIsRefusedAndNotLogged() throws Exception {
        assertEquals(400, status(get("/fr/suivi/SECRET%zz")));
        assertEquals(400, status(get("/fr/suivi?code=SECRET%zz")));
        assertEquals(400, status(get("/fr/" + TOWN + "?x=SECRET|")));
        assertEquals(400, status(post(FORM, "text/plain; charset=nope", "q-changer=SECRET")));
        assertEquals(400, status(post(FORM, "text/plain; charset=\"", "q-changer=SECRET")));
        assertEquals(413, status(postSlowly(FORM, "q-changer=" + "SECRET".repeat(200_000))));
        assertEquals(413, status(postSlowly("/equipe/" + TOWN + "/import", "SECRET".repeat(2_400_000))));
        assertEquals(422, status(post("/equipe/connexion", "text/plain", "email=SECRET%zz&password=SECRET%")));
        assertEquals(303, status(post(FORM, "text/plain", "q-changer=SECRET+100%&may_show=no")));
        assertTrue(
                log.list.stream()
                        .noneMatch(event ->
                                event.getFormattedMessage().contains("SECRET") || event.getThrowableProxy() != null),
                () -> log.list.toString());
    }

    @Test
    void aLengthThatIsNoNumberIsRefusedAndNotLogged() throws IOException {
        for (String length : List.of("SECRET", "-5", "5, 6", "", "99999999999999999999", "1\r\nContent-Length: 2")) {
            assertEquals(
                    400,
                    status(send("POST " + FORM + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: "
                            + length + "\r\n\r\nq")),
                    length);
        }
        assertTrue(log.list.stream().noneMatch(event -> event.getThrowableProxy() != null), () -> log.list.toString());
    }

    @Test
    void anAddressInNoLanguageLeadsNowhere() throws IOException {
        String receipt = post(FORM, "text/plain", "q-changer=Un+mot+de+trop&may_show=no")
                .lines()
                .filter(line -> line.toLowerCase().startsWith("location: "))
                .map(line -> line.substring("location: /fr".length()))
                .findFirst()
                .orElseThrow();
        assertEquals(404, status(post("/%2Fevil.example" + receipt + "/correction", "text/plain", "q-plu=4")));
        assertEquals(404, status(post("/%2Fevil.example" + receipt + "/retrait", "text/plain", "")));
        assertEquals(404, status(post("/a%20b" + receipt + "/retrait", "text/plain", "")));
    }

    /** As browsers send a form: its head in one packet, its body in another. What is never answered would also fill the memory. */
    @Test
    @Timeout(120)
    void aFormWhoseBodyComesLateIsAnsweredWhateverTheAnswer() throws Exception {
        Map<String, Integer> answers = Map.of(
                "/fr/" + TOWN + "/avis/pas-la",
                404,
                "/fr/" + TOWN,
                405,
                "/equipe/mot-de-passe/invente",
                404,
                "/equipe/" + TOWN + "/avis/1/decision",
                401);
        for (Map.Entry<String, Integer> form : answers.entrySet()) {
            for (int time = 0; time < 100; time++) {
                assertEquals(
                        form.getValue(), status(postLate(form.getKey(), "email=x&text=y", time / 10)), form.getKey());
            }
        }
    }

    private String postLate(String target, String body, int milliseconds) throws Exception {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            // A request that is never answered must fail this test, not hold it up.
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            String head = "POST " + target + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Thread.sleep(milliseconds);
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
    }

    private String post(String target, String type, String body) throws IOException {
        return send("POST " + target + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /**
     * As a browser does on a slow network: it sends to the end what was refused long before, and only then reads.
     *
     * @return the head of the answer
     */
    private String postSlowly(String target, String body) throws Exception {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST " + target + " HTTP/1.1\r\nHost: here\r\nContent-Type: text/plain\r\nContent-Length: "
                    + body.length() + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            for (int from = 0; from < body.length(); from += A_PIECE) {
                Thread.sleep(50);
                String piece = body.substring(from, Math.min(body.length(), from + A_PIECE));
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        }
    }

    /** Byte for byte: Java's own client would mend what is broken. */
    private String send(String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String body(String answer) {
        assertEquals(200, status(answer));
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }
}
