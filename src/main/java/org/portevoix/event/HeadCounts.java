package org.portevoix.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.participation.Ledger;
import org.portevoix.web.Conflict;
import org.portevoix.web.PageChanges;
import org.portevoix.web.SiteSecret;

/**
 * Heads counted at a session, by neighbourhood. A head-count stands for all who came: it replaces the presences of those
 * who had registered, and the head-count before it; it is never added to either.
 */
@Singleton
public class HeadCounts {

    private final WaitingList waitingList;
    private final HeadCountRepository headCounts;
    private final Occasions occasions;
    private final Presences presences;
    private final Ledger ledger;
    private final PageChanges pageChanges;
    private final SiteSecret secret;
    private final Clock clock;

    HeadCounts(
            WaitingList waitingList,
            HeadCountRepository headCounts,
            Occasions occasions,
            Presences presences,
            Ledger ledger,
            PageChanges pageChanges,
            SiteSecret secret,
            Clock clock) {
        this.waitingList = waitingList;
        this.headCounts = headCounts;
        this.occasions = occasions;
        this.presences = presences;
        this.ledger = ledger;
        this.pageChanges = pageChanges;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Counts, in one transaction with its ledger lines. The same form with the same answers counts once. NotFound when the
     * session is not of this contract; Conflict when it has not begun, or is not held.
     *
     * @param accountId who counted; null where it was no account of the team's
     */
    @Transactional
    public void count(Contract contract, long sessionId, Heads heads, String formKey, @Nullable Long accountId) {
        EventSession session = waitingList.locked(sessionId);
        Occasion occasion = occasions.find(contract, sessionId);
        if (!session.isOn() || session.startsAt().isAfter(clock.instant())) {
            throw new Conflict();
        }
        byte[] submission = submission(sessionId, heads, formKey);
        if (headCounts.existsBySubmissionHash(submission)) {
            return;
        }
        headCounts.findCurrent(sessionId).ifPresent(this::takeBack);
        presences.replace(sessionId);
        HeadCount saved = headCounts.save(headCount(occasion, heads, submission, accountId));
        long id = Objects.requireNonNull(saved.id());
        List<HeadCountHome> homes = heads.homes();
        homes.forEach(home -> headCounts.addHome(id, home.home(), home.people()));
        ledger.record(saved.lines(homes));
        pageChanges.changed(EventSession.tag(session.id()));
    }

    /** The one that counts; empty where nobody has counted. */
    Optional<Heads> find(long sessionId) {
        return headCounts.findCurrent(sessionId).map(found -> {
            Map<String, Integer> people = new TreeMap<>();
            headCounts
                    .findHomes(Objects.requireNonNull(found.id()))
                    .forEach(home -> people.put(home.home(), home.people()));
            return new Heads(people, found.hasChildCare(), found.hasInterpreter());
        });
    }

    private void takeBack(HeadCount before) {
        long id = Objects.requireNonNull(before.id());
        if (headCounts.replace(id) == 1) {
            before.lines(headCounts.findHomes(id)).forEach(ledger::correction);
        }
    }

    private HeadCount headCount(Occasion occasion, Heads heads, byte[] submission, @Nullable Long accountId) {
        EventSession session = occasion.session();
        return new HeadCount(
                null,
                occasion.contract().id(),
                session.sessionId(),
                true,
                submission,
                accountId,
                clock.instant(),
                occasion.month().toString(),
                occasion.level(),
                occasion.phase(),
                session.actionSheetId(),
                occasion.place(),
                occasion.isSensitive(),
                session.startsAt().atZone(occasion.contract().zoneId()).toLocalDateTime(),
                heads.hasChildCare(),
                heads.hasInterpreter());
    }

    private byte[] submission(long sessionId, Heads heads, String formKey) {
        return secret.hmac(
                "head count",
                String.join(
                        "\n",
                        formKey,
                        String.valueOf(sessionId),
                        new TreeMap<>(heads.people()).toString(),
                        String.valueOf(heads.hasChildCare()),
                        String.valueOf(heads.hasInterpreter())));
    }

    /**
     * What was counted.
     *
     * @param people by the slug of the neighbourhood, {@code autre-ville} or {@code inconnu}; none may be below zero
     */
    public record Heads(Map<String, Integer> people, boolean hasChildCare, boolean hasInterpreter) {

        public int total() {
            return people.values().stream().mapToInt(Integer::intValue).sum();
        }

        List<HeadCountHome> homes() {
            return people.entrySet().stream()
                    .filter(home -> home.getValue() > 0)
                    .map(home -> new HeadCountHome(home.getKey(), home.getValue()))
                    .toList();
        }
    }
}
