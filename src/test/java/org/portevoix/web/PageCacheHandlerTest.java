package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;

/** The wire itself: kept pages are answered before Micronaut, in the order of the requests, and as HTTP asks. */
class PageCacheHandlerTest {
    private static final TestTown TOWN = TestTown.open();
    private static final String PAGE = "/fr/" + TestTown.CONTRACT;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    @BeforeEach
    void keepThePage() {
        TOWN.visitor().page(PAGE);
    }

    @Test
    void answersKeepTheOrderOfAPipelineOfRequests() throws IOException {
        String said = say(
                get(PAGE, "") + get("/fr/nulle-part", "") + get(PAGE, "") + get("/fr/suivi", "Connection: close\r\n"));
        assertEquals(List.of("200", "404", "200", "200"), statuses(said));
    }

    @Test
    void closesWhenAsked() throws IOException {
        assertEquals(List.of("200"), statuses(say(get(PAGE, "Connection: close\r\n"))));
        assertEquals(List.of("200"), statuses(say("GET " + PAGE + " HTTP/1.0\r\n\r\n")));
    }

    @Test
    void headAfterGetHasNoBody() throws IOException {
        String said = say(get(PAGE, "") + "HEAD " + PAGE + " HTTP/1.1\r\nHost: essai\r\nConnection: close\r\n\r\n");
        assertEquals(List.of("200", "200"), statuses(said));
        assertTrue(said.endsWith("\r\n\r\n"), said.substring(said.length() - 80));
    }

    @Test
    void aKnownPageIsNotSentAgain() throws IOException {
        String etag = TOWN.visitor().get(PAGE).header("ETag");
        String said = say(get(PAGE, "If-None-Match: " + etag + "\r\n") + get("/fr/suivi", "Connection: close\r\n"));
        assertEquals(List.of("304", "200"), statuses(said));
        assertTrue(said.startsWith("HTTP/1.1 304 Not Modified\r\n"));
        String head = said.substring(0, said.indexOf("\r\n\r\n"));
        assertFalse(head.toLowerCase(Locale.ROOT).contains("\ncontent-type:"), head);
    }

    @Test
    void aBodyWithAGetIsReadAsABody() throws IOException {
        String inner = get("/fr/nulle-part", "");
        String said = say(get(PAGE, "Content-Length: " + inner.length() + "\r\nConnection: close\r\n") + inner);
        assertEquals(List.of("200"), statuses(said));
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: essai\r\n" + headers + "\r\n";
    }

    private static List<String> statuses(String said) {
        return STATUS.matcher(said).results().map(found -> found.group(1)).toList();
    }

    /** All that the site answers until it closes. */
    private static String say(String requests) throws IOException {
        try (Socket socket = new Socket("localhost", TOWN.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
