package org.portevoix.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.web.Digests;

/** Letters on their way, to a real mail server, on the real database. */
class DeliveryTest {

    private int port;
    private GreenMail server;
    private MailSite site;

    @BeforeEach
    void start() throws Exception {
        MailSite.leaveThoseOfOthers();
        port = MailSite.freePort();
        server = MailSite.server(port);
        site = MailSite.of(port);
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        server.stop();
        MailSite.leaveThoseOfOthers();
    }

    @Test
    void aLetterIsTextAndHtmlInThePersonsLanguage() throws Exception {
        site.write(Letter.of("registration", "arabic", "samira.benkhelifa@quartier.example", "ar")
                .receipt(hash("arabic"))
                .subject("receipt.ask.title", Map.of())
                .say("mail.letter.why.receipt", Map.of())
                .code("KX7PD-33HMR")
                .quote("L'ascenseur <b>est</b> en panne & personne ne vient.")
                .link("receipt.ask.title", Map.of(), "/ar/suivi/KX7PD-33HMR")
                .build());
        site.round();
        MimeMessage mail = only();
        assertEquals("samira.benkhelifa@quartier.example", mail.getAllRecipients()[0].toString());
        assertEquals("متابعتي", mail.getSubject());
        assertEquals("ar", mail.getHeader("Content-Language", null));
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertTrue(parts.getContentType().startsWith("multipart/alternative"));
        assertEquals(2, parts.getCount());
        String text = content(parts.getBodyPart(0), "text/plain");
        assertTrue(text.contains("> L'ascenseur <b>est</b> en panne & personne ne vient."), text);
        assertTrue(text.contains("https://sante.ville.example/ar/suivi/KX7PD-33HMR"), text);
        assertTrue(text.contains("لأنكم تركتم هذا العنوان"), text);
        Document html = Jsoup.parse(content(parts.getBodyPart(1), "text/html"));
        assertEquals("rtl", html.select("html").attr("dir"));
        assertEquals("ar", html.select("html").attr("lang"));
        assertEquals("rtl", html.select("div.letter").attr("dir"));
        assertEquals(
                "L'ascenseur <b>est</b> en panne & personne ne vient.",
                html.select("blockquote").text());
        assertEquals("KX7PD-33HMR", html.select(".code").text());
        assertEquals(
                "https://sante.ville.example/ar/suivi/KX7PD-33HMR",
                html.select("a.go").attr("href"));
        assertEquals(0, html.select("img, script, link, iframe, [src], [style]").size());
        assertFalse(html.outerHtml().contains("url("));
        assertEquals(
                Set.of("https://sante.ville.example"),
                new HashSet<>(html.select("[href]").eachAttr("href").stream()
                        .map(href -> href.replaceAll("(https://[^/]+).*", "$1"))
                        .toList()));
    }

    @Test
    void recipientAndContentAreErasedOnceSent() {
        site.write(letter("erased", "amina.traore@quartier.example"));
        assertEquals(List.of("WAITING 1 1"), state("erased"));
        site.round();
        assertEquals(List.of("SENT 0 0"), state("erased"));
        site.write(letter("erased", "amina.traore@quartier.example"));
        site.round();
        assertEquals(1, MailSite.received(server).size());
        site.pass(Duration.ofDays(32));
        site.bean(Delivery.class).clean();
        assertEquals(List.of(), state("erased"));
    }

    @Test
    void aServerAwayForADayLosesNothingAndSendsNothingTwice() {
        server.stop();
        Set<String> expected = new TreeSet<>();
        int written = 0;
        for (int hour = 0; hour < 24; hour++) {
            for (int i = 0; i < 9 && written < 200; i++, written++) {
                String to = "habitant" + written + "@quartier.example";
                expected.add(to);
                site.write(letter("day/" + written, to));
            }
            for (int minute = 0; minute < 60; minute += 5) {
                site.round();
                site.pass(Duration.ofMinutes(5));
            }
        }
        assertEquals(200, written);
        assertEquals(List.of("200"), TestTown.rows("SELECT COUNT(*) FROM letter WHERE state = 'WAITING'"));
        assertEquals(
                List.of("NO_ANSWER"),
                TestTown.rows("SELECT DISTINCT failure FROM letter WHERE state = 'WAITING' AND attempts > 0"));
        Standing standing = site.bean(Deliveries.class).standing(null);
        assertEquals(200, standing.waiting());
        assertTrue(site.bean(Deliveries.class).isStuck(standing));
        int tries = Integer.parseInt(TestTown.rows("SELECT MAX(attempts) FROM letter WHERE state = 'WAITING'")
                .getFirst());
        assertTrue(tries < 20, "tries grow rarer: " + tries);
        server = MailSite.server(port);
        for (int minute = 0; minute < 60; minute += 5) {
            site.round();
            site.pass(Duration.ofMinutes(5));
        }
        List<String> recipients = recipients();
        assertEquals(200, recipients.size());
        assertEquals(expected, new TreeSet<>(recipients));
    }

    @Test
    void twoSitesSendEachLetterOnce() throws Exception {
        try (MailSite other = MailSite.of(port);
                ExecutorService both = Executors.newFixedThreadPool(4)) {
            Letter[] all = IntStream.range(0, 120)
                    .mapToObj(i -> letter("two/" + i, "voisine" + i + "@quartier.example"))
                    .toArray(Letter[]::new);
            site.write(all);
            List<Callable<String>> rounds = new ArrayList<>();
            for (MailSite one : List.of(site, other, site, other)) {
                rounds.add(() -> {
                    one.round();
                    return "";
                });
            }
            for (Future<String> round : both.invokeAll(rounds)) {
                round.get();
            }
            List<String> recipients = recipients();
            assertEquals(120, recipients.size());
            assertEquals(120, new HashSet<>(recipients).size());
        }
    }

    @Test
    void withoutSettingsLettersWaitAndItIsShown() {
        try (MailSite silent = MailSite.withoutSettings()) {
            silent.write(letter("silent", "jean.moreau@quartier.example"));
            silent.round();
            assertEquals(List.of("WAITING 1 1"), state("silent"));
            assertEquals(1, silent.bean(Deliveries.class).standing(null).due());
            assertEquals(
                    List.of("JAVAMAIL_PROPERTIES_MAIL_SMTP_HOST", "MICRONAUT_EMAIL_FROM_EMAIL", "PORTEVOIX_URL"),
                    silent.bean(MailSettings.class).missing());
        }
        site.round();
        assertEquals(List.of("jean.moreau@quartier.example"), recipients());
    }

    @Test
    void lettersOfAWithdrawnContributionNeverLeave() {
        site.write(letter("kept", "reste@quartier.example"), letter("withdrawn", "retire@quartier.example"));
        site.withdraw(hash("withdrawn"));
        site.round();
        assertEquals(List.of("reste@quartier.example"), recipients());
        assertEquals(List.of("DROPPED 0 0"), state("withdrawn"));
    }

    @Test
    void aLetterForALaterDayWaitsForIt() {
        site.write(Letter.of("reminder", "later", "demain@quartier.example", "fr")
                .subject("receipt.ask.title", Map.of())
                .notBefore(site.bean(org.portevoix.PassingClock.class).instant().plus(Duration.ofDays(1)))
                .build());
        site.round();
        assertEquals(List.of(), recipients());
        assertFalse(
                site.bean(Deliveries.class).isStuck(site.bean(Deliveries.class).standing(null)));
        site.pass(Duration.ofHours(25));
        site.round();
        assertEquals(List.of("demain@quartier.example"), recipients());
    }

    @Test
    void noWordCanBecomeAHeaderNorASecondRecipient() throws Exception {
        site.write(Letter.of("event", "injected", "lea.petit@quartier.example", "fr")
                .subject("mail.letter.no_answer", Map.of())
                .build());
        assertEquals(
                "un deux",
                LetterWords.subject("un\r\nBcc: x@y.example\u2028deux").replaceAll(" Bcc: x@y.example", ""));
        for (String address : List.of(
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example, c@d.example",
                "<a@b.example>",
                "a@b.example c@d.example",
                "Nom <a@b.example>",
                "a@",
                "@b.example",
                "a@b..example",
                "a@b.example\u0000",
                "é@b.example")) {
            assertEquals(true, Sending.address(address).isEmpty(), address);
            site.write(letter("bad/" + address.hashCode(), address));
        }
        assertEquals("a@xn--caf-dma.example", Sending.address("a@café.example").orElseThrow());
        site.round();
        MimeMessage mail = only();
        assertEquals(1, mail.getAllRecipients().length);
        assertEquals(
                List.of("10"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM letter WHERE state = 'REFUSED' AND failure = 'ADDRESS' AND letter_key LIKE 'bad/%'"));
    }

    @Test
    void aLetterSentAgainAfterACrashIsKnownAsTheSame() throws Exception {
        site.write(letter("crash", "omar.diallo@quartier.example"));
        site.round();
        // The machine died between the server's word and its own note of it.
        site.write(letter("crash2", "omar.diallo@quartier.example"));
        String first = only().getMessageID();
        assertEquals("<" + site.bean(Delivery.class).messageId("crash") + ">", first);
        assertTrue(first.endsWith("@sante.ville.example>"));
    }

    @Test
    void whatOneMachineClaimedNoOtherSendsUntilItIsTakenForDead() {
        site.write(letter("claimed", "nadia.k@quartier.example"));
        LetterRepository letters = site.bean(LetterRepository.class);
        java.time.Instant now = site.bean(org.portevoix.PassingClock.class).instant();
        long id = letters.findDue(now, 10).getFirst();
        assertEquals(1, letters.claim(id, now, now.plus(Duration.ofMinutes(5))));
        assertEquals(0, letters.claim(id, now, now.plus(Duration.ofMinutes(5))));
        site.round();
        assertEquals(List.of(), recipients());
        site.pass(Duration.ofMinutes(6));
        site.round();
        assertEquals(List.of("nadia.k@quartier.example"), recipients());
    }

    @Test
    void anAddressThatNobodyHasIsSaidAndNotTriedForEver() throws Exception {
        try (Rude rude = new Rude("550 5.1.1 <parti@quartier.example>: Recipient address rejected: User unknown");
                MailSite toRude = MailSite.of(rude.port())) {
            toRude.write(letter("gone", "parti@quartier.example"));
            for (int day = 0; day < 5; day++) {
                toRude.round();
                toRude.pass(Duration.ofDays(1));
            }
            assertEquals(1, rude.asked());
            assertEquals(List.of("REFUSED 1 1"), state("gone"));
            Trouble trouble = toRude.bean(Deliveries.class).troubles(null).stream()
                    .filter(one -> one.failure() == Failure.REFUSED)
                    .findFirst()
                    .orElseThrow();
            assertTrue(trouble.isRefused());
            toRude.pass(Duration.ofDays(7));
            toRude.bean(Delivery.class).clean();
            assertEquals(List.of("REFUSED 0 0"), state("gone"));
        }
    }

    @Test
    void aServerThatRefusesTheSiteItselfLosesNoLetter() throws Exception {
        for (String said : List.of(
                "550 5.7.1 Relaying denied",
                "554 Relay access denied",
                "550 relay not permitted",
                "451 4.7.1 Greylisted",
                "550 SPF policy")) {
            try (Rude rude = new Rude(said);
                    MailSite toRude = MailSite.of(rude.port())) {
                toRude.write(letter("policy/" + said.hashCode(), "garde@quartier.example"));
                toRude.round();
                assertEquals(1, rude.asked(), said);
                assertEquals(List.of("WAITING 1 1"), state("policy/" + said.hashCode()), said);
            }
            MailSite.leaveThoseOfOthers();
        }
    }

    @Test
    void aLetterToOneselfSaysWhatCameOfIt() {
        assertEquals(java.util.Optional.empty(), site.bean(Deliveries.class).test("moi@ville.example"));
        assertEquals(List.of("moi@ville.example"), recipients());
        server.stop();
        assertEquals(
                java.util.Optional.of(Failure.NO_ANSWER),
                site.bean(Deliveries.class).test("moi@ville.example"));
    }

    private static Letter letter(String key, String to) {
        return Letter.of("registration", key, to, "fr")
                .receipt(hash(key))
                .subject("receipt.ask.title", Map.of())
                .say("mail.letter.why.receipt", Map.of())
                .build();
    }

    private static byte[] hash(String key) {
        return Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Its state, whether there is a recipient, whether there is content. */
    private static List<String> state(String key) {
        return TestTown.rows(
                "SELECT state, recipient IS NOT NULL, content IS NOT NULL FROM letter WHERE letter_key = ?", key);
    }

    private List<String> recipients() {
        return MailSite.received(server).stream()
                .map(mail -> {
                    try {
                        assertEquals(1, mail.getAllRecipients().length);
                        return mail.getAllRecipients()[0].toString();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private MimeMessage only() {
        List<MimeMessage> all = MailSite.received(server);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static String content(BodyPart part, String type) throws Exception {
        assertTrue(part.getContentType().toLowerCase(java.util.Locale.ROOT).startsWith(type), part.getContentType());
        assertTrue(part.getContentType().contains("UTF-8"), part.getContentType());
        return assertNotNullString(part.getContent());
    }

    private static String assertNotNullString(Object content) {
        assertNotNull(content);
        return content.toString().replace("\r\n", "\n");
    }

    /** A mail server that takes no recipient, with these words. */
    private static final class Rude implements AutoCloseable {
        private final ServerSocket socket;
        private final String said;
        private volatile int asked;

        Rude(String said) throws IOException {
            this.said = said;
            this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        int asked() {
            return asked;
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept();
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                        OutputStream out = client.getOutputStream()) {
                    say(out, "220 rude.example");
                    String line = in.readLine();
                    while (line != null) {
                        if (line.startsWith("RCPT")) {
                            asked++;
                            say(out, said);
                        } else if (line.startsWith("QUIT")) {
                            say(out, "221 bye");
                        } else {
                            say(out, "250 ok");
                        }
                        line = in.readLine();
                    }
                } catch (IOException e) {
                    // The test closed it, or the site hung up.
                }
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
