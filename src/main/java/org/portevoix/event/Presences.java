package org.portevoix.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.LedgerLine;
import org.portevoix.web.Conflict;

/** Who of those registered came. Once heads are counted, the count stands for all of them. */
@Singleton
class Presences {

    private final WaitingList waitingList;
    private final RegistrationRepository registrations;
    private final HeadCountRepository headCounts;
    private final Ledger ledger;

    Presences(
            WaitingList waitingList,
            RegistrationRepository registrations,
            HeadCountRepository headCounts,
            Ledger ledger) {
        this.waitingList = waitingList;
        this.registrations = registrations;
        this.headCounts = headCounts;
        this.ledger = ledger;
    }

    /** These came and no others, each party whole. Conflict once heads are counted. */
    @Transactional
    void mark(Occasion occasion, Collection<Long> came) {
        EventSession session = waitingList.locked(occasion.sessionId());
        if (!session.isOn() || headCounts.findCurrent(session.sessionId()).isPresent()) {
            throw new Conflict();
        }
        List<Registration> all = registrations.findBySession(session.sessionId(), RegistrationState.CONFIRMED);
        for (Registration one : all) {
            long id = Objects.requireNonNull(one.id());
            if (came.contains(id) && one.presentPeople() == null) {
                registrations.arrive(id, one.people(), occasion.month().toString(), occasion.level());
                ledger.record(one.presence(occasion.month(), occasion.level(), one.people()));
            } else if (!came.contains(id) && registrations.notArrive(id) == 1) {
                ledger.correction(line(one).orElseThrow());
            }
        }
    }

    /** Takes all of them back, under the session's row: heads were counted. */
    void replace(long sessionId) {
        for (Registration one : registrations.findPresent(sessionId)) {
            if (registrations.notArrive(Objects.requireNonNull(one.id())) == 1) {
                ledger.correction(line(one).orElseThrow());
            }
        }
    }

    /** What the ledger counts of this party as present; empty where it counts nothing. */
    static Optional<LedgerLine> line(Registration one) {
        if (one.presentPeople() == null || one.presentMonth() == null || one.presentLevel() == null) {
            return Optional.empty();
        }
        return Optional.of(one.presence(YearMonth.parse(one.presentMonth()), one.presentLevel(), one.presentPeople()));
    }
}
