package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portevoix.TestVisitor;

/** Many people want the same few places at the same moment. */
class RegistrationsAtOnceTest {

    @Test
    void ofTwoHundredForTenPlacesTenHaveOneAndTheOthersWaitInOrder() {
        TestSession session = new TestSession("ruee", "10");
        List<TestVisitor.Answer> answers = TestSession.atOnce(Collections.nCopies(
                200, (Callable<TestVisitor.Answer>) () -> session.send(Map.of("first_name", "Awa", "people", "1"))));
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303));
        assertEquals(200, answers.stream().map(TestSession::code).distinct().count());
        List<String> parties = session.parties();
        assertEquals(Collections.nCopies(10, "CONFIRMED 1"), parties.subList(0, 10));
        assertEquals(Collections.nCopies(190, "WAITING 1"), parties.subList(10, 200));
        assertEquals(10, session.taken());
        assertEquals(200, session.ledger("REGISTRATION"));
        List<Integer> turns = answers.stream()
                .map(TestSession::code)
                .map(session::receipt)
                .filter(receipt -> receipt.contains("numéro "))
                .map(receipt -> Integer.valueOf(receipt.replaceAll(".*numéro (\\d+) sur la liste.*", "$1")))
                .sorted()
                .toList();
        assertEquals(IntStream.rangeClosed(1, 190).boxed().toList(), turns);
        assertTrue(session.town()
                .visitor()
                .page("/fr/" + session.contract() + session.path())
                .text()
                .contains("C’est complet"));
    }

    @Test
    void partiesAreNeverSplitAndNeverMoreThanTheRoomHolds() {
        TestSession session = new TestSession("ruee-en-famille", "10");
        Random sizes = new Random(7);
        List<Callable<TestVisitor.Answer>> all = new ArrayList<>();
        int people = 0;
        for (int i = 0; i < 100; i++) {
            int size = sizes.nextInt(1, 5);
            people += size;
            all.add(() -> session.send(Map.of("first_name", "Awa", "people", String.valueOf(size))));
        }
        TestSession.atOnce(all).forEach(answer -> assertEquals(303, answer.status()));
        List<String> parties = session.parties();
        assertEquals(100, parties.size());
        int confirmed = parties.stream()
                .filter(party -> party.startsWith("CONFIRMED"))
                .mapToInt(party -> Integer.parseInt(party.split(" ")[1]))
                .sum();
        assertEquals(confirmed, session.taken());
        int free = 10 - confirmed;
        assertTrue(free >= 0);
        assertTrue(parties.stream()
                .filter(party -> party.startsWith("WAITING"))
                .allMatch(party -> Integer.parseInt(party.split(" ")[1]) > free));
        assertEquals(people, session.ledger("REGISTRATION"));
    }

    @Test
    void aFormSentTwentyTimesAtOnceIsOneRegistration() {
        TestSession session = new TestSession("double-clic", "10");
        Map<String, String> form =
                Map.of("first_name", "Awa", "people", "3", "email", "awa@exemple.fr", "key", TestSession.key());
        List<TestVisitor.Answer> answers =
                TestSession.atOnce(Collections.nCopies(20, (Callable<TestVisitor.Answer>) () -> session.send(form)));
        assertEquals(1, answers.stream().map(TestSession::code).distinct().count());
        assertEquals(List.of("CONFIRMED 3"), session.parties());
        assertEquals(3, session.taken());
        assertEquals(3, session.ledger("REGISTRATION"));
        assertEquals(List.of("received"), session.letters());
    }

    @Test
    void theSameFormWithOtherAnswersIsAnotherRegistration() {
        TestSession session = new TestSession("tablette-partagee", "10");
        String key = TestSession.key();
        String one = TestSession.code(session.send(Map.of("first_name", "Awa", "people", "1", "key", key)));
        String other = TestSession.code(session.send(Map.of("first_name", "Bo", "people", "1", "key", key)));
        assertTrue(!one.equals(other));
        assertEquals(List.of("CONFIRMED 1", "CONFIRMED 1"), session.parties());
    }

    @Test
    void whoWithdrawsAtOnceFreesTheirPlaceOnce() {
        TestSession session = new TestSession("retraits", "2");
        String first = session.register(2, Map.of());
        session.register(1, Map.of());
        session.register(1, Map.of());
        session.register(1, Map.of());
        TestSession.atOnce(Collections.nCopies(12, (Callable<Boolean>) () -> {
            session.withdraw(first);
            return true;
        }));
        assertEquals(List.of("WITHDRAWN 2", "CONFIRMED 1", "CONFIRMED 1", "WAITING 1"), session.parties());
        assertEquals(2, session.taken());
        assertEquals(3, session.ledger("REGISTRATION"));
    }
}
