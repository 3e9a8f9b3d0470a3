package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portevoix.TestTown;

/**
 * A fortnight of registrations, withdrawals and second thoughts, in a random order, against the rule told in the plainest
 * way: a list of parties, gone through from its beginning whenever places get free.
 */
class FortnightTest {
    private static final int PLACES = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 987654321})
    void freedPlacesGoToTheFirstThatFitsAndNoneIsLost(long seed) {
        TestSession session = new TestSession(TestTown.whereTimePasses(), "quinzaine-" + seed, String.valueOf(PLACES));
        Random random = new Random(seed);
        List<Party> expected = new ArrayList<>();
        for (int day = 0; day < 14; day++) {
            for (int act = 0; act < 12; act++) {
                act(session, random, expected);
                assertEquals(expected.stream().map(Party::told).toList(), session.parties());
            }
            int taken = taken(expected);
            assertEquals(taken, session.taken());
            assertTrue(taken <= PLACES);
            assertEquals(
                    expected.stream()
                            .filter(party -> !party.state.equals("WITHDRAWN"))
                            .mapToLong(party -> party.people)
                            .sum(),
                    session.ledger("REGISTRATION"));
            session.town().clock().pass(Duration.ofDays(1));
        }
        int turn = 0;
        for (Party party : expected) {
            if (party.state.equals("WAITING")) {
                turn++;
                assertTrue(session.receipt(party.code).contains("numéro " + turn + " sur la liste"));
            }
        }
        assertTrue(turn > 0, "nobody waited: the fortnight was too quiet to tell");
        assertTrue(expected.stream().anyMatch(party -> party.isPromoted), "nobody moved up");
    }

    private static void act(TestSession session, Random random, List<Party> all) {
        List<Party> there =
                all.stream().filter(party -> !party.state.equals("WITHDRAWN")).toList();
        int dice = random.nextInt(10);
        if (dice < 5 || there.isEmpty()) {
            int people = random.nextInt(1, 6);
            Party party = new Party(session.register(people, Map.of()), people);
            party.state = taken(all) + people <= PLACES ? "CONFIRMED" : "WAITING";
            all.add(party);
            return;
        }
        Party party = there.get(random.nextInt(there.size()));
        if (dice < 8) {
            session.withdraw(party.code);
            party.state = "WITHDRAWN";
        } else {
            int people = random.nextInt(1, 8);
            boolean isRoom = party.state.equals("WAITING") || taken(all) + people - party.people <= PLACES;
            assertEquals(isRoom ? 303 : 422, session.resize(party.code, people).status());
            if (isRoom) {
                party.people = people;
            }
        }
        promote(all);
    }

    private static void promote(List<Party> all) {
        for (Party party : all) {
            if (party.state.equals("WAITING") && taken(all) + party.people <= PLACES) {
                party.state = "CONFIRMED";
                party.isPromoted = true;
            }
        }
    }

    private static int taken(List<Party> all) {
        return all.stream()
                .filter(party -> party.state.equals("CONFIRMED"))
                .mapToInt(party -> party.people)
                .sum();
    }

    private static final class Party {
        private final String code;
        private int people;
        private String state = "WAITING";
        private boolean isPromoted;

        private Party(String code, int people) {
            this.code = code;
            this.people = people;
        }

        private String told() {
            return state + " " + people;
        }
    }
}
