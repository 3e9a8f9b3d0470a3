package org.portevoix.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;
import org.portevoix.mail.MailSite;

/** The pack by mail: to whom, when, once, and how it stops. */
class PackMailTest {
    private static final TestTown TOWN = TestTown.open();
    private static final Pattern LINK = Pattern.compile("https://sante\\.ville\\.example(/dossier/[\\w-]{43})\\s");

    @Test
    void itLeavesOnceOnItsDayWhateverTheMachines() throws Exception {
        String contract = TOWN.smallTown("dossier-par-courriel");
        Coordinator team = TOWN.coordinator(contract);
        TestVisitor committee = TOWN.member(contract, Role.COMMITTEE);
        String desk = "/equipe/" + contract + "/dossier";
        TestVisitor.Answer wrong = post(team.desk(), desk + "/envois/membres", Map.of("name", "ARS", "email", "ars"));
        assertEquals(422, wrong.status());
        assertEquals("ARS", wrong.page().select("#field-name").attr("value"));
        assertEquals(
                422,
                post(team.desk(), desk + "/envois/rythme", Map.of("rhythm", "MEETING", "days", "0"))
                        .status());
        post(team.desk(), desk + "/envois/membres", Map.of("name", "ARS", "email", "ars@sante.example"));
        post(team.desk(), desk + "/envois/membres", Map.of("name", "CPAM", "email", "cpam@sante.example"));
        post(team.desk(), desk + "/envois/rythme", Map.of("rhythm", "HALF", "days", "10"));
        Document page = team.desk().page(desk + "/envois");
        assertTrue(page.text().contains("1 janvier 2027") || page.text().contains("1er janvier 2027"), page.text());
        assertTrue(page.text().contains("ars@sante.example"));
        assertEquals(
                List.of("0"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM pack_member WHERE HEX(address) LIKE CONCAT('%', HEX('sante'), '%')"));

        MailSite.leaveThoseOfOthers();
        int port = MailSite.freePort();
        GreenMail server = MailSite.server(port);
        MailSite one = MailSite.of(port);
        MailSite other = MailSite.of(port);
        try {
            one.bean(Sendings.class).send();
            assertEquals(0, packs(contract), "its day has not come");
            one.pass(Duration.ofDays(45));
            other.pass(Duration.ofDays(45));
            atOnce(one, other);
            assertEquals(1, packs(contract));
            atOnce(one, other);
            one.round();
            other.round();
            assertEquals(1, packs(contract));
            List<MimeMessage> sent = MailSite.received(server).stream()
                    .filter(mail -> subject(mail).contains("comité de pilotage"))
                    .toList();
            assertEquals(3, sent.size(), "an account and two addresses");
            String toAccount = textTo(sent, "committee");
            assertTrue(toAccount.contains("https://sante.ville.example" + desk + "/1"), toAccount);
            assertFalse(LINK.matcher(toAccount).find());
            String link = link(textTo(sent, "ars@sante.example"));
            assertFalse(link.equals(link(textTo(sent, "cpam@sante.example"))));

            Document open = TOWN.visitor().page(link);
            assertTrue(open.text().contains("Ne plus recevoir"));
            TestVisitor.Answer file = TOWN.visitor().get(link + "/dossier.csv");
            assertEquals(200, file.status());
            assertFalse(file.text().contains("\narea,"), "no priority areas");
            assertEquals(
                    404,
                    TOWN.visitor()
                            .get(link.replaceAll(".$", "!") + "/dossier.csv")
                            .status());
            TestTown.update("UPDATE pack_link SET expires_at = '2020-01-01' WHERE pack_id = ?", packId(contract));
            assertTrue(TOWN.visitor().page(link).text().contains("n’est plus valable"));
            assertEquals(303, TOWN.visitor().get(link + "/dossier.csv").status());

            assertTrue(TOWN.visitor().get(link).status() == 200, "opening it stops nothing");
            TestVisitor.Answer stopped = TOWN.visitor().post(link + "/arret", Map.of());
            assertTrue(stopped.page().text().contains("Votre adresse est effacée"), stopped.text());
            assertEquals(404, TOWN.visitor().get(link).status());
            Document after = team.desk().page(desk + "/envois");
            assertFalse(after.text().contains("ars@sante.example"));
            assertTrue(after.text().contains("cpam@sante.example"));

            assertTrue(committee.page(desk).text().contains("Vous recevez un courriel"));
            post(committee, desk + "/recevoir", Map.of("recevoir", "non"));
            assertTrue(committee.page(desk).text().contains("Vous ne recevez pas"));
            assertTrue(team.desk().page(desk + "/envois").text().contains("ne veut plus le recevoir"));
        } finally {
            one.close();
            other.close();
            server.stop();
            MailSite.leaveThoseOfOthers();
            TestTown.update(
                    "UPDATE pack_schedule s JOIN contract c ON c.id = s.contract_id SET s.rhythm = 'NEVER' WHERE c.slug = ?",
                    contract);
        }
    }

    @Test
    void itLeavesSomeDaysBeforeTheMeetingOfTheCommittee() {
        String contract = TOWN.sample("dossier-avant-copil");
        Coordinator team = TOWN.coordinator(contract);
        post(team.desk(), "/equipe/" + contract + "/dossier/envois/rythme", Map.of("rhythm", "MEETING", "days", "12"));
        String next =
                team.desk().page("/equipe/" + contract + "/dossier/envois").text();
        List<String> meetings = TestTown.rows("""
                SELECT DATE_SUB(DATE(m.starts_at), INTERVAL 12 DAY) FROM body_meeting m
                JOIN body b ON b.id = m.body_id JOIN contract c ON c.id = b.contract_id
                WHERE c.slug = ? AND b.kind = 'STEERING' AND m.starts_at > '2026-11-22' ORDER BY m.starts_at
                """, contract);
        assertEquals(meetings.isEmpty(), next.contains("Aucun envoi prévu"), meetings + next);
        TestTown.update(
                "UPDATE pack_schedule s JOIN contract c ON c.id = s.contract_id SET s.rhythm = 'NEVER' WHERE c.slug = ?",
                contract);
    }

    private static void atOnce(MailSite one, MailSite other) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> first = both.submit(() -> one.bean(Sendings.class).send());
            Future<?> second = both.submit(() -> other.bean(Sendings.class).send());
            first.get();
            second.get();
        }
    }

    private static int packs(String contract) {
        return Integer.parseInt(TestTown.rows(
                        "SELECT COUNT(*) FROM frozen_pack p JOIN contract c ON c.id = p.contract_id WHERE c.slug = ?",
                        contract)
                .getFirst());
    }

    private static String packId(String contract) {
        return TestTown.rows(
                        "SELECT p.id FROM frozen_pack p JOIN contract c ON c.id = p.contract_id WHERE c.slug = ?",
                        contract)
                .getFirst();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String textTo(List<MimeMessage> sent, String address) throws Exception {
        for (MimeMessage mail : sent) {
            if (mail.getAllRecipients()[0].toString().toLowerCase(Locale.ROOT).contains(address)) {
                return ((MimeMultipart) mail.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString();
            }
        }
        throw new AssertionError(address);
    }

    private static String link(String text) {
        Matcher found = LINK.matcher(text + "\n");
        assertTrue(found.find(), text);
        return found.group(1);
    }

    private static TestVisitor.Answer post(TestVisitor desk, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", desk.page("/equipe/sessions").select("input[name=csrf]").attr("value"));
        return desk.post(path, all);
    }
}
